import { describe, expect, it } from 'vitest'
import { loadedTogether, type Manifest } from './bundle-budget.ts'

const manifest: Manifest = {
  'desk.html': { file: 'a.js', imports: ['shared', 'react'], dynamicImports: ['charts'] },
  shared: { file: 'b.js', imports: ['react', 'desk.html'] },
  react: { file: 'c.js' },
  charts: { file: 'd.js', imports: ['react'] },
}

describe('what the first route loads', () => {
  it('counts static imports once, through cycles, and leaves what is loaded later', () => {
    expect(loadedTogether(manifest, ['desk.html'])).toEqual(['desk.html', 'shared', 'react'])
  })
  it('adds a route that is loaded by name', () => {
    expect(loadedTogether(manifest, ['desk.html', 'charts'])).toContain('charts')
  })
  it('refuses an entry that was renamed, instead of measuring nothing', () => {
    expect(() => loadedTogether(manifest, ['index.html'])).toThrow(/index\.html is not in the build/)
  })
})
