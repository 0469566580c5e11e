import { config } from 'zod'

// The content policy forbids making functions from text, which the schema library would try with its first schema. The
// build keeps this file in the library's own chunk, so that it runs before any contract is made.
config({ jitless: true })
