import { readCalendar } from '@yingshang/core/calendar/contract'
import { calendarOfDivision, type KeptVersion } from '@yingshang/core/calendar/kept-version'
import { buildWorkCalendar, type WorkCalendar } from '@yingshang/core/kernel/work-calendar'
import { useMemo } from 'react'
import { useRead } from '../../api/use-read.ts'

/** The calendar in force; everything on the page is counted here in the browser by the same rules as on the server. */
export function useKeptCalendar() {
  const found = useRead(readCalendar)
  const calendar = useBuilt(found.data?.current, found.data?.division)
  return { found, calendar }
}

export function useBuilt(version: KeptVersion | undefined, division: string | undefined): WorkCalendar | undefined {
  return useMemo(
    () => (version && division ? buildWorkCalendar(calendarOfDivision(version, division)) : undefined),
    [version, division],
  )
}
