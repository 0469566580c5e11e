import type { CustodyCode, ErasureGround, HoldReason } from './custody.ts'
import type { VaultKeyCode } from './key.ts'
import type { OpeningCode } from './opening.ts'
import type { OpeningPart, OpeningReason, OpeningState } from './opening-state.ts'
import type { VaultPolicyCode } from './policy.ts'
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
  mayNameMe: '可以告诉办理单位我是谁，方便联系我',
  higherBodyOnly: '只能让上级机关知道我是谁，不要告诉办理单位',
  doNotPassOn: '不要告诉任何单位我是谁',
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

export const openingReasonWords: Record<OpeningReason, string> = {
  assigning: '分办',
  correctingMask: '校对脱敏文本',
  contacting: '联系反映人',
  verifying: '核查',
  judgingRework: '判断是否重新办理',
  referring: '移交问题线索',
  reissuingReceipt: '补发回执、核对身份',
  lawfulRequest: '依法调取',
  other: '其他',
}

export const openingPartWords: Record<OpeningPart, string> = { original: '原文和附件', identity: '反映人身份' }

export const openingKindWords: Record<Exclude<OpeningState['kind'], 'none'>, string> = {
  asked: '等待第二人同意',
  allowed: '已同意，尚未打开',
  refused: '不同意打开',
  opened: '已打开',
}

export const holdReasonWords: Record<HoldReason, string> = {
  reviewOrLawsuit: '复议或诉讼中',
  disciplineCase: '纪检监察办理中',
  audit: '审计中',
  openCase: '事项尚未了结',
}

export const erasureGroundWords: Record<ErasureGround, string> = {
  submitterAsked: '反映人申请删除',
  periodOver: '保存期已满',
  lawfulOrder: '依法要求删除',
}

export type VaultRefusal =
  | VaultKeyCode
  | VaultPolicyCode
  | OpeningCode
  | CustodyCode
  | 'vault.not-set-up'
  | 'vault.wrong-passphrase'
  | 'vault.wrong-recovery-code'
  | 'vault.choose-passphrase'
  | 'vault.sheet-shown-once'
  | 'vault.not-in-role'
  | 'vault.locked'
  | 'vault.other-key'
  | 'vault.open-again'
  | 'receipt.busy'
  | 'receipt.too-many-guesses'

export const vaultRefusals: Record<VaultRefusal, string> = {
  'vault.key-made-already': '密封钥匙已经建好，不能再建一把。需要更换时请使用“更换钥匙”。',
  'vault.no-key': '还没有密封钥匙，请先由保管人员建好钥匙。',
  'vault.key-retired': '这把钥匙已经停用。',
  'vault.officer-already': '此人已经是保管人员。忘记口令时，请用恢复纸重新设口令，或者先移除再增加。',
  'vault.not-an-officer': '此人不是这把钥匙的保管人员。',
  'vault.last-officer': '这是最后一名保管人员，移除后将无人能够打开。请先增加一名保管人员。',
  'vault.not-permitted': '您没有保管和打开密封件的职责。',
  'vault.director-only': '建立、更换钥匙，增减保管人员，决定删除，由营商办主任办理。',
  'vault.note-missing': '选择这个理由时，请再写明具体情况。',
  'vault.erased': '原文和身份已经按规定删除，不能再打开。',
  'vault.not-asked': '没有这项打开申请，或者已经有人作出决定。',
  'vault.second-person': '受保护的件须由另一名保管人员同意，申请人自己不能同意。',
  'vault.not-your-opening': '这是别人的打开申请，只能由申请人本人打开。',
  'vault.not-allowed-yet': '还没有第二人同意，暂时不能打开。',
  'vault.opening-refused': '第二人没有同意打开。确有需要时，请写明理由重新申请。',
  'vault.permission-over': '这次同意已经用过或者过期，请重新申请。',
  'vault.protected-already': '这件已经是受保护的件。',
  'vault.not-protected': '这件不是受保护的件。',
  'vault.on-hold-already': '已经因为这个原因暂缓删除。',
  'vault.not-on-hold': '没有因为这个原因暂缓删除。',
  'vault.erasure-asked-already': '已经有一项删除申请在等待决定。',
  'vault.erasure-not-asked': '没有等待决定的删除申请。',
  'vault.on-hold': '这件被要求暂缓删除，解除之前不能删除。',
  'vault.case-still-open': '事项还没有了结，暂时不能删除原文和身份。',
  'vault.not-set-up': '本地还没有建好密封钥匙，暂时不能接收反映。请联系营商办（保管人员登录后在“密封件”页面建钥匙）。',
  'vault.wrong-passphrase': '口令不对。请核对后再试；连续输错五次要等十五分钟。',
  'vault.wrong-recovery-code': '恢复码不对。请对照恢复纸逐组核对后再试。',
  'vault.choose-passphrase': '这是一次性交接码，只能用来设定自己的口令。请先设定口令。',
  'vault.sheet-shown-once': '钥匙已经建好，恢复纸只显示一次，不能再次显示。没有打印的，请更换钥匙。',
  'vault.not-in-role': '此人目前没有相应职务，不能成为保管人员。',
  'vault.locked': '密封件没有打开，或者超过十五分钟没有使用已自动关闭。请输入口令。',
  'vault.other-key': '这件是用另一把钥匙密封的，您没有那把钥匙。请由持有旧钥匙的保管人员打开。',
  'vault.open-again': '打开已经过了一段时间，请重新写明理由打开。',
  'receipt.too-many-guesses': '从这里输入的错误回执码太多，请 {minutes} 分钟后再试。请核对回执上的 16 位数字。',
  'receipt.busy': '现在查询的人较多，请过一会儿再试。您填写的内容没有丢失。',
}
