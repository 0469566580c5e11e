import module from 'node:module'
import { fileURLToPath } from 'node:url'

// The command line of the server: `main.ts trial` or `main.ts production`. What the last start compiled is kept, so that
// the next one opens its first page in about half the time; that only works for what is imported after this line.
module.enableCompileCache(fileURLToPath(new URL('../../.cache/compiled', import.meta.url)))
const { ensureDesk } = await import('../../tools/build-web.ts')
const { start } = await import('./start.ts')
await start(process.argv.slice(2), ensureDesk)
