/** Only paths of the desk itself: an address from outside must not lead elsewhere. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || next.startsWith('//') || next.includes('\\')) return '/'
  const path = next.startsWith('/desk/') ? next.slice('/desk'.length) : next
  return /^\/(sign-in|second-factor|enrol|password)\b/.test(path) ? '/' : path
}
