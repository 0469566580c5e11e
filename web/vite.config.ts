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
    rolldownOptions: {
      input: { desk: 'desk.html', portal: 'src/portal/portal.css', 'portal-script': 'src/portal/portal.ts' },
      output: {
        codeSplitting: {
          groups: [{ name: 'schemas', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]api[\\/]schemas\.ts$/ }],
        },
        // The portal's pages are made by the server, which knows no hashes: style sheet and script keep their names.
        entryFileNames: (entry) => (entry.name === 'portal-script' ? 'portal.js' : 'assets/[name]-[hash].js'),
        assetFileNames: (file) => (file.names.includes('portal.css') ? 'portal.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
})
