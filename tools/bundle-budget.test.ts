import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadedTogether, portalFiles, type Manifest } from './bundle-budget.ts'

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

describe('what every page of the portal brings along', () => {
  it('is the style sheet, the script and what the script imports', () => {
    const dist = mkdtempSync(join(tmpdir(), 'portal-budget-'))
    try {
      for (const [file, bytes] of [['portal.css', 300], ['portal.js', 20], ['shared.js', 4]] as const)
        writeFileSync(join(dist, file), 'x'.repeat(bytes))
      const built: Manifest = {
        'src/portal/portal.ts': { file: 'portal.js', imports: ['shared'] },
        shared: { file: 'shared.js' },
        'desk.html': { file: 'desk.js' },
      }
      const weights = portalFiles(dist, built)
      expect(weights.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(324)
      expect(() => portalFiles(dist, {})).toThrow(/portal\.ts is not in the build/)
    } finally {
      rmSync(dist, { recursive: true })
    }
  })
})
