// What script adds to the portal, and nothing that is needed: a draft that stays on this device when asked for, a button
// that copies the receipt code, smaller photographs, proof of work. Every page works without it.
import { keepDraft } from './draft.ts'
import { shrinkPhotographs } from './photographs.ts'
import { proveWork } from './proof.ts'

for (const hidden of document.querySelectorAll<HTMLElement>('.only-script')) hidden.hidden = false

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  // On plain http the browser has no clipboard for pages; the code is there to be written down.
  if (!navigator.clipboard) button.hidden = true
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
      button.textContent = '已复制'
    })
  })
}

document.querySelector<HTMLElement>('.error-summary')?.focus()

const form = document.querySelector<HTMLFormElement>('form#send')
if (form) {
  keepDraft(form)
  shrinkPhotographs(form)
  proveWork(form)
  showNamedFields(form)
}

/** The fields for a name are shown when they count. */
function showNamedFields(of: HTMLFormElement): void {
  const box = of.querySelector<HTMLElement>('.named-only')
  const update = () => {
    if (box) box.hidden = new FormData(of).get('who') !== 'named'
  }
  of.addEventListener('change', update)
  update()
}
