import type { personPage } from '@yingshang/core/units/people-contract'
import type { z } from 'zod'

/** A person as its page reads it. */
export type PersonDetail = z.output<typeof personPage.reply>
