import { splitOutsideBrackets } from './brackets.ts'
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
    const noted = open ? /^(.*[\u4e00-\u9fff）)])[（(]([^（()）]{2,20})[）)]$/.exec(piece.trim()) : null
    if (noted && deadlinePhrase(noted[2]!) !== null) {
      tail.deadline = noted[2]!
      kept.push(noted[1]!)
      continue
    }
    const after = open ? dateAfterName(piece) : 0
    const before = open && after === 0 ? dateBeforeName(piece) : 0
    if (after > 0) tail.deadline = piece.slice(after).trim()
    else if (before > 0) tail.deadline = piece.slice(0, before).trim()
    kept.push((after > 0 ? piece.slice(0, after) : piece.slice(before)).trim())
  }
  return kept
}

const couldBeDeadline = /[月年底长期持续末度立即尽近随时常动滚始每按逐内]|\d{4}[.\-/]\d/
const goingOn = /长期|常年|长年|持续|常态|全年|立即|即知即改|立行立改|每(?:年|半年|季|月)/

/** Where a date begins that follows a name or a verb of duty directly; 0 where none does. */
function dateAfterName(piece: string): number {
  const starts = datesIn(piece).map(({ at }) => at)
  const ongoing = goingOn.exec(piece)
  if (ongoing) starts.push(ongoing.index)
  for (const at of starts.sort((a, b) => a - b)) {
    const before = piece.slice(0, at).trim()
    const last = splitOutsideBrackets(before, '、/／|｜+＋').at(-1)!.trim()
    if (
      !(
        looksLikeUnit(last) ||
        isGroup(last) ||
        isCatchAll(last) ||
        /(?:负责|牵头|配合|落实|承办|协办|参与|参加|协同|实施)$/.test(last)
      )
    )
      continue
    if (deadlinePhrase(piece.slice(at)) !== null) return at
  }
  return 0
}

/** Where a name begins that follows a date directly (2023.3.10 县甲局牵头); 0 where none does. */
function dateBeforeName(piece: string): number {
  const dates = datesIn(piece)
  const ongoing = goingOn.exec(piece)
  const from = dates[0]?.at === 0 ? dates[0].end : ongoing?.index === 0 ? ongoing[0].length : 0
  if (from === 0) return 0
  for (let at = from; at <= Math.min(from + 12, piece.length - 2); at++) {
    // A name begins behind a space, or with the word of its level.
    if (!(/\s/.test(piece[at - 1]!) || /[县市区省州]/.test(piece[at]!))) continue
    const name = piece
      .slice(at)
      .trim()
      .split('、')[0]!
      .replace(/(?:负责|牵头|配合|落实)+$/, '')
    if ((looksLikeUnit(name) || isGroup(name)) && deadlinePhrase(piece.slice(0, at)) !== null) return at
  }
  return 0
}
