import type { readCampaign } from '@yingshang/core/plans/contract'
import type { z } from 'zod'

/** A campaign as its page reads it. */
export type Campaign = z.output<typeof readCampaign.reply>
