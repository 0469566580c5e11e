import process from 'node:process'
import { runCommandLine } from './commands/run.ts'

// `yingshang …`. Never process.exit: it cuts piped output at 64 kB. A reader that closes the pipe early is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  // npm changes to the package root before it runs a script; INIT_CWD is where the user stands.
  directory: process.env.INIT_CWD ?? process.cwd(),
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
})
