import { z } from 'zod'
import { route } from '../kernel/route.ts'
import { keyHolders, retireReasons } from './key-state.ts'

/** At least twelve signs: four common words are enough, and nobody is asked for signs that nobody remembers. */
export const passphraseSchema = z
  .string()
  .max(200, '口令最多 200 个字')
  .refine((text) => [...text.trim()].length >= 12, '口令至少 12 个字，可以用几个不相干的词连成一句')
const entered = z.string().max(400)
const holder = z.enum(keyHolders)
const keyParams = z.object({ keyId: z.uuid() })

export const readVaultKeys = route({
  method: 'GET',
  path: '/api/vault/keys',
  summary: '密封钥匙：哪些已建好、保管人员、我是否已打开',
  reply: z.object({
    holders: z.array(
      z.object({
        holder,
        /** Null: nobody has made a pair yet, nothing can be received. */
        keyId: z.string().nullable(),
        /** Short digest of the public half, to compare with the recovery sheet. */
        digest: z.string().nullable(),
        officers: z.array(z.object({ personId: z.string(), name: z.string() })),
        /** Who holds the role and no part in the key yet; only for who may add them. */
        candidates: z.array(z.object({ personId: z.string(), name: z.string() })),
        amOfficer: z.boolean(),
        mayKeep: z.boolean(),
        /** ISO instant until which this browser's session has the key open; moved on by every use. */
        openUntil: z.string().nullable(),
        retired: z.int(),
      }),
    ),
  }),
})

const sheet = z.object({
  keyId: z.string(),
  digest: z.string(),
  /** Shown once, printed, put into the safe. Not stored anywhere. */
  recoveryCode: z.string(),
})
export type RecoverySheet = z.infer<typeof sheet>

export const makeKeyPair = route({
  method: 'POST',
  path: '/api/vault/keys',
  summary: '建立本地的密封钥匙（首名保管人员），返回恢复纸上的恢复码',
  body: z.strictObject({ holder, passphrase: passphraseSchema }),
  reply: sheet,
})

export const replaceKeyPair = route({
  method: 'POST',
  path: '/api/vault/keys/:keyId/replace',
  summary: '更换密封钥匙：停用旧的、建立新的，原有内容仍用旧钥匙打开',
  params: keyParams,
  body: z.strictObject({ reason: z.enum(retireReasons), passphrase: passphraseSchema }),
  reply: sheet,
})

export const unlockVault = route({
  method: 'POST',
  path: '/api/vault/unlock',
  summary: '输入口令，打开密封件（15 分钟不用自动关闭）',
  body: z.strictObject({ holder, passphrase: entered }),
  reply: z.object({ openUntil: z.string() }),
})

export const lockVault = route({
  method: 'POST',
  path: '/api/vault/lock',
  summary: '立即关闭密封件',
  body: z.strictObject({}),
  reply: z.object({}),
})

export const changePassphrase = route({
  method: 'POST',
  path: '/api/vault/passphrase',
  summary: '更换口令；新保管人员用一次性交接码换成自己的口令',
  body: z.strictObject({ holder, current: entered, passphrase: passphraseSchema }),
  reply: z.object({}),
})

export const addKeyOfficer = route({
  method: 'POST',
  path: '/api/vault/keys/:keyId/officers',
  summary: '增加保管人员，返回一次性交接码',
  params: keyParams,
  body: z.strictObject({ personId: z.uuid(), passphrase: entered }),
  reply: z.object({ handOverCode: z.string() }),
})

export const removeKeyOfficer = route({
  method: 'POST',
  path: '/api/vault/keys/:keyId/officers/:personId/remove',
  summary: '移除保管人员',
  params: keyParams.extend({ personId: z.uuid() }),
  body: z.strictObject({}),
  reply: z.object({}),
})

export const recoverKey = route({
  method: 'POST',
  path: '/api/vault/recover',
  summary: '用恢复纸上的恢复码重新设口令',
  body: z.strictObject({ holder, recoveryCode: z.string().max(100), passphrase: passphraseSchema }),
  reply: z.object({}),
})
