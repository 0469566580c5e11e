import { hash, verify } from '@node-rs/argon2'
import { Failure } from '../http/failure.ts'

// 19 MiB, two passes: the OWASP floor for Argon2id, which is the library's own choice of algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const mostWaiting = 100

let running = 0
const waiting: (() => void)[] = []

/** At most two hashes run at a time, so that a storm of sign-ins cannot take the machine; a long queue is refused. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Failure(503, { code: 'access.busy' })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** An Argon2id hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

let decoy: Promise<string> | undefined

/** Checks a password; an unknown account costs the same work and is always wrong. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password')
  const against = stored ?? (await decoy)
  const right = await inTurn(() => verify(against, password.normalize('NFC')))
  return right && typeof stored === 'string'
}
