import { rootCertificates } from 'node:tls'
import { createTransport } from 'nodemailer'
import type { MailServer } from '@yingshang/core/reminders/channel-settings'
import type { Attempt, Trouble } from '@yingshang/core/reminders/delivery'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Stays the same when the letter is sent again, so that a receiving server can recognise the repetition. */
  readonly messageId: string
}

export interface MailWay {
  send(letter: Letter): Promise<Attempt>
  close(): void
}

const patience = 15_000

/** A connection to the mail server for one or more letters; close it afterwards. */
export function openMail(server: MailServer, password: string | undefined): MailWay {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user === '' ? {} : { auth: { user: server.user, pass: password ?? '' } }),
    tls: server.certificate === '' ? {} : { ca: [...rootCertificates, server.certificate] },
    pool: true,
    maxConnections: 1,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 2 * patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, messageId }) {
      try {
        await transport.sendMail({
          from: { name: server.fromName, address: server.from },
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
        return { kind: 'sent' }
      } catch (error) {
        return explain(error as MailError)
      }
    },
    close: () => transport.close(),
  }
}

interface MailError extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/** What a server's answer means for the next try: 5xx is final for this letter (RFC 5321 4.2.1), everything else is not. */
function explain(error: MailError): Attempt {
  const later = (trouble: Trouble): Attempt => ({ kind: 'later', trouble })
  switch (error.code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return later('mail.auth')
    case 'ETLS':
      return later('mail.tls')
    case 'EENVELOPE':
    case 'EMESSAGE': {
      if ((error.responseCode ?? 0) < 500) return later('mail.busy')
      return { kind: 'refused', trouble: error.command === 'RCPT TO' ? 'mail.recipient' : 'mail.refused' }
    }
    default:
      return later(/certificate|self-signed|\bSSL\b|\bTLS\b/i.test(error.message) ? 'mail.tls' : 'mail.connect')
  }
}

/** True when the trouble is the server's and not this letter's: the others would meet it too. */
export function concernsAll(attempt: Attempt): boolean {
  return attempt.kind === 'later' && ['mail.connect', 'mail.tls', 'mail.auth'].includes(attempt.trouble)
}
