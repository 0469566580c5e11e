import { Secret, TOTP } from 'otpauth'
import { browser, personId, type Browser } from './caller.ts'
import type { TestProduct } from './product.ts'

export const goodPassword = 'tiBq7-vumRe2-oak'

/** Prints a slip for a person as somebody who may, and reads the code from the printed page. */
export async function printSlip(as: Browser, person: string, forgetSecondFactor = false): Promise<string> {
  const issued = await as.post('/api/activation-slips', { personIds: [person], forgetSecondFactor })
  if (issued.status !== 200) throw new Error(`no slip: ${issued.text}`)
  const page = await as.get(issued.body.printPath)
  const code = /class="code">([A-Z0-9-]+)</.exec(page.text)
  if (!code) throw new Error(`no code on the page: ${page.text.slice(0, 200)}`)
  return code[1]!
}

/** Activates a sample person with a password; answers the browser they did it in and their sign-in name. */
export async function activated(
  product: TestProduct,
  as: Browser,
  name: string,
  password = goodPassword,
  address?: string,
) {
  const person = await personId(product, name)
  const code = await printSlip(as, person)
  const own = browser(product.http, address)
  const answer = await own.post('/api/activation', { code, password })
  if (answer.status !== 200) throw new Error(`not activated: ${answer.text}`)
  return { own, person, code, signInName: answer.body.signInName as string, next: answer.body.next as string }
}

/** The authenticator on a telephone: shows the code of an instant. */
export function authenticator(secret: string): (now: number) => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), period: 30, digits: 6 })
  return (now) => totp.generate({ timestamp: now })
}
