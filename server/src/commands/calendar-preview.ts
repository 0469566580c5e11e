import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { calendarDifference } from '@yingshang/core/kernel/work-calendar-difference'
import { readHolidayFile } from '@yingshang/core/kernel/work-calendar-file'
import { calendarProblemSentence, dayReason, weekdayName } from '@yingshang/core/kernel/work-calendar-labels.zh'
import { readHolidayNotice } from '@yingshang/core/kernel/work-calendar-notice'
import { publishedYears, shippedCalendarVersion } from '@yingshang/core/kernel/work-calendar-notices'
import { canBeAdopted } from '@yingshang/core/kernel/work-calendar-proposal'
import { withYear } from '@yingshang/core/kernel/work-calendar-year'
import { buildWorkCalendar } from '@yingshang/core/kernel/work-calendar'
import type { CommandRun } from './command.ts'

/** A year's arrangement is a few kilobytes; a web page saved as text a few hundred. */
const largestFile = 2 * 1024 * 1024

/**
 * `calendar preview FILE`: what a holiday-cn file or the text of a notice would change in the shipped calendar, a line a
 * day. Problems go to standard error; code 2 when the year could not be adopted. Nothing is changed.
 */
export const run: CommandRun = async (args, place) => {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) {
    place.complain(
      '用法：yingshang calendar preview 文件（holiday-cn 格式的 JSON，或粘贴通知全文的文本文件）（calendar.usage）\n',
    )
    return 2
  }
  const name = path.resolve(place.directory, file)
  const found = await stat(name).catch(() => null)
  if (!found?.isFile() || found.size > largestFile) {
    const [why, code] = found?.isFile()
      ? ['文件太大，不像是放假安排，请只保留通知正文', 'calendar.file-too-large']
      : ['打不开这个文件，请检查文件名', 'calendar.file-missing']
    place.complain(`${why}（${code}）\n`)
    return 2
  }
  const text = await readFile(name, 'utf8')
  const proposal = /^\u{FEFF}?\s*[[{]/u.test(text)
    ? readHolidayFile(text)
    : readHolidayNotice(text, { known: publishedYears })
  for (const problem of proposal.problems) place.complain(`${calendarProblemSentence(problem)}（${problem.code}）\n`)
  if (!canBeAdopted(proposal)) return 2
  const before = buildWorkCalendar(shippedCalendarVersion)
  const as = { id: `preview-${proposal.year.year}`, adoptedOn: shippedCalendarVersion.adoptedOn }
  const rows = calendarDifference(before, buildWorkCalendar(withYear(shippedCalendarVersion, proposal.year, as)))
  if (rows.length === 0) place.print(`${proposal.year.year} 年的安排与现有日历一致\n`)
  for (const { day, before: was, after, moves } of rows)
    place.print(`${day} ${weekdayName(day)} ${dayReason(was)} → ${dayReason(after)}${moves ? ' *' : ''}\n`)
  if (rows.some((row) => row.moves)) place.print('* 工作日与休息日互换，会影响期限\n')
  return 0
}
