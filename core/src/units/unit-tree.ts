/** The path of a unit below a parent path: `/root/…/unit/`. The root's parent path is `/`. */
export function pathUnder(parentPath: string, id: string): string {
  return `${parentPath}${id}/`
}

/** The path of a unit inside a subtree after its top moved from `oldTop` to `newTop`. */
export function pathAfterMove(path: string, oldTop: string, newTop: string): string {
  if (!path.startsWith(oldTop)) throw new Error('the path does not lie in the moved subtree')
  return newTop + path.slice(oldTop.length)
}

/** The ids on a path, root first. */
export function idsOnPath(path: string): string[] {
  return path.split('/').filter((id) => id !== '')
}
