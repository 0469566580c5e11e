/**
 * The content policy lets only style elements with this page's nonce in. The component library puts the nonce on its own
 * styles, but two of its helpers (scroll lock, measuring the scroll bar) make style elements without asking for one. Every
 * style element that our scripts make gets it here; markup from elsewhere still has none.
 */
export function giveStylesTheNonce(nonce: string): void {
  if (nonce === '') return
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }) as typeof document.createElement
}
