import type { unitPage } from '@yingshang/core/units/units-contract'
import type { z } from 'zod'

/** A unit as its page reads it. */
export type UnitDetail = z.output<typeof unitPage.reply>
