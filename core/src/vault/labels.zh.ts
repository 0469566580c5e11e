import type { VaultKeyCode } from './key.ts'
import type { KeyHolder, RetireReason } from './key-state.ts'
import type { Consent } from '../kernel/identity.ts'
import type { MaskReason } from './mask-reasons.ts'

export const holderWords: Record<KeyHolder, string> = { office: '营商办', discipline: '纪检监察' }

export const retireReasonWords: Record<RetireReason, string> = {
  lost: '钥匙丢失，原有内容已无人能够打开',
  exposed: '钥匙可能泄露',
  routine: '定期更换',
}

export const consentWords: Record<Consent, string> = {
  mayNameMe: '可以向承办单位说明我的身份',
  higherBodyOnly: '只可以告诉上级机关',
  doNotPassOn: '不要转告任何单位',
}

export const maskReasonWords: Record<MaskReason, string> = {
  name: '姓名',
  telephone: '电话',
  idNumber: '证件号',
  bankCard: '银行账号',
  plate: '车牌',
  companyCode: '信用代码',
  email: '邮箱',
  account: '网络账号',
  address: '住址',
  company: '企业名称',
}

export type VaultRefusal = VaultKeyCode | 'vault.not-set-up' | 'receipt.busy'

export const vaultRefusals: Record<VaultRefusal, string> = {
  'vault.key-made-already': '密封钥匙已经建好，不能再建一把。需要更换时请使用“更换钥匙”。',
  'vault.no-key': '还没有密封钥匙，请先由保管人员建好钥匙。',
  'vault.key-retired': '这把钥匙已经停用。',
  'vault.officer-already': '此人已经是保管人员。',
  'vault.not-an-officer': '此人不是这把钥匙的保管人员。',
  'vault.last-officer': '这是最后一名保管人员，移除后将无人能够打开。请先增加一名保管人员。',
  'vault.not-set-up': '本地还没有建好密封钥匙，暂时不能接收反映。请联系营商办（保管人员登录后在“密封件”页面建钥匙）。',
  'receipt.busy': '现在查询的人较多，请过一会儿再试。您填写的内容没有丢失。',
}
