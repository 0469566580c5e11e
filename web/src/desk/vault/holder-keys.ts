import type { readVaultKeys } from '@yingshang/core/vault/contract'
import type { z } from 'zod'

/** One body's pair as its officers see it. */
export type HolderKeys = z.output<typeof readVaultKeys.reply>['holders'][number]
