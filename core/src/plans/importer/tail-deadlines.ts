import { deadlinePhrase } from './deadlines.ts'
import { datesIn } from './printed-dates.ts'
import { isCatchAll, isGroup, looksLikeUnit } from './unit-names.ts'

/**
 * Takes the deadline out of the pieces of a tail and gives the other pieces back. A deadline goes on over a comma
 * (2023年6月底前，并长期坚持; 立即整改，长期坚持) and may follow a name with nothing between (县财政局 6月底前).
 */
export function takeDeadlines(pieces: readonly string[], tail: { deadline: string }): string[] {
  const kept: string[] = []
  let open = tail.deadline === ''
  for (const piece of pieces) {
    if (piece.trim() === '') continue
    const deadline = open && couldBeDeadline.test(piece) ? deadlinePhrase(piece) : null
    if (deadline !== null) {
      tail.deadline = tail.deadline === '' ? deadline : `${tail.deadline}，${deadline}`
      continue
    }
    if (tail.deadline !== '') open = false
    const cut = open ? dateAfterName(piece) : 0
    if (cut > 0) tail.deadline = piece.slice(cut).trim()
    kept.push(cut > 0 ? piece.slice(0, cut).trim() : piece)
  }
  return kept
}

const couldBeDeadline = /[月年底长期持续末度立即尽近随时常动滚始每按逐内]|\d{4}[.\-/]\d/
const goingOn = /长期|常年|长年|持续|常态|全年|立即|每(?:年|半年|季|月)/

/** Where a date begins that follows a name or a verb of duty directly; 0 where none does. */
function dateAfterName(piece: string): number {
  const starts = datesIn(piece).map(({ at }) => at)
  const ongoing = goingOn.exec(piece)
  if (ongoing) starts.push(ongoing.index)
  for (const at of starts.sort((a, b) => a - b)) {
    const before = piece.slice(0, at).trim()
    const last = before.split('、').at(-1)!
    if (!(looksLikeUnit(last) || isGroup(last) || isCatchAll(last) || /(?:负责|牵头|配合|落实)$/.test(last))) continue
    if (deadlinePhrase(piece.slice(at)) !== null) return at
  }
  return 0
}
