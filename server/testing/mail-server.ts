import { once } from 'node:events'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface TestMailServer {
  readonly port: number
  /** Letters that were accepted, parsed, in order. */
  readonly letters: ParsedMail[]
  /** How often a letter was handed over, accepted or not. */
  readonly connections: { count: number }
  /** What the server does: tests change it while it runs. */
  readonly mood: { answer: 'accept' | 'refuseRecipient' | 'busy' | 'refuseLetter'; encrypted: boolean[] }
  stop(): Promise<void>
}

/** A real mail server on a free port of this machine. With `user` it asks for that name and password. */
export async function startMailServer(
  options: { user?: string; password?: string; key?: string; cert?: string } = {},
): Promise<TestMailServer> {
  const letters: ParsedMail[] = []
  const mood: TestMailServer['mood'] = { answer: 'accept', encrypted: [] }
  const connections = { count: 0 }
  const refusal = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code })
  const server = new SMTPServer({
    authOptional: options.user === undefined,
    hideSTARTTLS: options.key === undefined,
    ...(options.key === undefined ? {} : { key: options.key, cert: options.cert! }),
    allowInsecureAuth: options.key === undefined,
    disableReverseLookup: true,
    onConnect(_session, done) {
      connections.count++
      done()
    },
    onAuth(auth, _session, done) {
      const right = auth.username === options.user && auth.password === options.password
      done(right ? null : refusal(535, 'wrong user or password'), right ? { user: auth.username! } : undefined)
    },
    onRcptTo(_address, _session, done) {
      if (mood.answer === 'refuseRecipient') return done(refusal(550, 'no such mailbox'))
      return done(mood.answer === 'busy' ? refusal(451, 'try again later') : null)
    },
    onData(stream, session, done) {
      simpleParser(stream).then(
        (letter) => {
          if (mood.answer === 'refuseLetter') return done(refusal(554, 'not wanted'))
          mood.encrypted.push(session.secure)
          letters.push(letter)
          return done()
        },
        (error: Error) => done(error),
      )
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as { port: number }).port,
    letters,
    connections,
    mood,
    stop: () => new Promise((done) => void server.close(() => done())),
  }
}
