import type { calendarProposal } from '@yingshang/core/calendar/proposal'
import type { z } from 'zod'

/** A change of the calendar as it is sent, by whatever way it was put together. */
export type Proposal = z.input<typeof calendarProposal>
