const place = 'yingshang-draft'
// Who somebody is never stays on a device: only what happened.
const kept = ['kind', 'subject', 'text', 'object', 'title', 'category', 'head', 'sentAs'] as const

/** A draft on this device, off until the box is ticked; taken away when it is unticked, and when the form is sent. */
export function keepDraft(form: HTMLFormElement): void {
  const line = form.querySelector<HTMLElement>('.draft')
  const box = form.querySelector<HTMLInputElement>('#keep-draft')
  if (!line || !box || !storageWorks()) return
  line.hidden = false
  const stored = localStorage.getItem(place)
  if (stored !== null) {
    box.checked = true
    fill(form, JSON.parse(stored) as Record<string, string>)
  }
  const save = () => {
    if (!box.checked) {
      localStorage.removeItem(place)
      return
    }
    const data = new FormData(form)
    const draft = Object.fromEntries(kept.map((name) => [name, data.get(name)]))
    localStorage.setItem(place, JSON.stringify(draft))
  }
  form.addEventListener('input', save)
  form.addEventListener('submit', () => localStorage.removeItem(place))
}

function fill(form: HTMLFormElement, draft: Record<string, string>): void {
  for (const [name, value] of Object.entries(draft)) {
    if (typeof value !== 'string') continue
    const field = form.elements.namedItem(name)
    if (field instanceof RadioNodeList) field.value ||= value
    else if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    )
      field.value ||= value
  }
}

function storageWorks(): boolean {
  try {
    localStorage.setItem(`${place}-test`, '1')
    localStorage.removeItem(`${place}-test`)
    return true
  } catch {
    return false
  }
}
