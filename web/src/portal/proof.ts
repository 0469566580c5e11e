/** Leading zero bits, as `proof-of-work.ts` of the server wants them. */
const proofBits = 16

/** Looks for the number while somebody writes; a form without it is taken all the same. */
export function proveWork(form: HTMLFormElement): void {
  const token = form.dataset['token']
  const field = form.querySelector<HTMLInputElement>('input[name=proof]')
  // Plain http has no crypto.subtle (only https and localhost do).
  if (!token || !field || !globalThis.crypto.subtle) return
  void search(token).then((answer) => (field.value = String(answer)))
}

async function search(token: string): Promise<number> {
  const encoder = new TextEncoder()
  for (let answer = 0; ; answer++) {
    const digest = await crypto.subtle.digest('SHA-256', encoder.encode(`${token}:${answer}`))
    if (new DataView(digest).getUint32(0) >>> (32 - proofBits) === 0) return answer
  }
}
