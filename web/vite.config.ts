import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Chrome 109 is the last browser of Windows 7 offices: the floor of the desk.
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'chrome109',
    outDir: 'dist',
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'desk.html' },
  },
})
