import type { Role } from '../kernel/actor.ts'
import type { AccessRefusal, OccurrenceKind } from './access.ts'
import type { PasswordRefusal } from './password.ts'
import type { PersonRefusal } from './person.ts'
import type { PolicyCode } from './policy.ts'
import type { PostKind } from './posts.ts'
import type { RosterColumn, RosterFaultCode, RosterRefusal } from './roster.ts'
import type { TaskForceRefusal } from './task-force.ts'
import type { MatchReason } from './unit-matching.ts'
import type { UnitKind, UnitRefusal } from './unit.ts'

export const roleNames: Record<Role, string> = {
  coordinationOfficer: '营商办工作人员',
  coordinationDirector: '营商办主任',
  unitHead: '主要负责人',
  unitDeputy: '分管负责人',
  unitLiaison: '联络员',
  unitStaff: '经办人员',
  governmentSupervision: '政府督查',
  disciplineInspection: '纪检监察',
  delegate: '特邀代表',
  leader: '县领导',
  panelMember: '评委',
  auditor: '审计',
  administrator: '系统管理员',
}

export const unitKindNames: Record<UnitKind, string> = {
  county: '县',
  coordinationOffice: '营商办',
  department: '部门',
  town: '镇',
  park: '园区',
  court: '法院',
  procuratorate: '检察院',
  stationed: '驻地单位',
  subordinate: '下属单位',
  section: '科室',
  association: '协会商会',
  media: '媒体',
}

export const postKindNames: Record<PostKind, string> = { post: '任职', secondment: '专班抽调', delegation: '代行' }

export const matchReasonNames: Record<MatchReason, string> = {
  sameName: '名称相同',
  formerOrPrintedName: '曾用名或文件中的写法',
  sameWhenShortened: '全称与简称',
  secondName: '挂牌名称相同，可能是一个单位',
  shorthand: '可能是简写',
  otherLevel: '名称相同但层级不同',
  mergedUnit: '原单位已并入',
}

export const unitRefusalSentences: Record<UnitRefusal, string> = {
  'unit.registered-already': '这个单位已经登记过',
  'unit.not-active': '这个单位已撤销或已并入其他单位，不能再改',
  'unit.name-empty': '请填写单位全称和简称',
  'unit.parent-not-active': '上级单位已撤销或已并入其他单位，请另选上级',
  'unit.under-itself': '不能把单位移到它自己的下属单位之下',
  'unit.root-exists': '已经有最上级单位，新单位请选择上级',
  'unit.alias-known': '这个名称已经是该单位的名称或别名',
  'unit.alias-unknown': '没有这个别名，正式名称不能删除',
  'unit.merge-into-itself': '不能并入自己，请选择另一个单位',
  'unit.merge-into-own-part': '不能并入自己的下属单位，请先移动下属单位',
  'unit.target-not-active': '接收单位已撤销或已并入其他单位，请另选接收单位',
  'unit.has-active-parts': '还有 {parts} 个下属单位或科室，请先移动或撤销它们',
  'unit.has-people': '还有 {people} 人在岗，请先结束他们的任职或改为并入其他单位',
  'unit.has-task-forces': '单位下还有专班，请先解散专班',
  'unit.day-ahead': '并入日期还没有到，请在当天或之后办理',
  'unit.nothing-changes': '内容没有变化',
  'unit.name-taken': '已有同名单位，请核对或改用其他名称',
}

export const personRefusalSentences: Record<PersonRefusal, string> = {
  'person.registered-already': '这个人员已经登记过',
  'person.left': '这个人员已离职，不能再改',
  'person.unknown': '没有找到这个人员',
  'person.unit-not-active': '所选单位已撤销或已并入其他单位，请另选单位',
  'person.nothing-changes': '内容没有变化',
  'person.leaves-before-start': '离职日期早于登记日期，请检查日期',
  'post.bad-period': '起止日期不对：结束日期不能早于开始日期，代行和抽调必须写明结束日期',
  'post.overlaps': '此人从 {fromDay} 起已有同一单位的同一岗位，时间重叠',
  'post.incompatible-roles': '这两种岗位不能由同一人兼任（管账号的不办件，做审计的不参与被审计事项）',
  'post.role-not-in-this-unit': '营商办的岗位只能设在营商办',
  'post.unknown': '没有找到这个任职',
  'post.ended-already': '这个任职在该日期之前已经结束',
  'post.ends-with-its-giver': '代行由委托人收回',
  'post.ends-with-its-task-force': '抽调请在专班中结束',
  'hand-over.to-the-same-person': '新联络员与原联络员是同一人，请另选一人',
  'hand-over.not-the-liaison': '此人当天不是这个单位的联络员，请刷新页面后重选',
  'delegation.to-oneself': '不能委托给自己',
  'delegation.role-not-lendable': '只有主要负责人、分管负责人和营商办主任可以委托他人代行',
  'delegation.only-own-post': '只能委托本人在任期内的岗位；别人委托给您的岗位不能再转委托',
  'delegation.overlaps': '这段时间已经委托他人代行（{fromDay} 至 {untilDay}），请先收回',
  'delegation.outside-unit': '只能委托给本单位的人员',
  'delegation.unknown': '没有找到这项委托',
  'delegation.starts-in-the-past': '委托不能从过去的日期开始',
}

export const taskForceRefusalSentences: Record<TaskForceRefusal, string> = {
  'taskForce.exists': '这个专班已经设立',
  'taskForce.unknown': '没有找到这个专班',
  'taskForce.disbanded': '专班已解散，不能再改',
  'taskForce.name-empty': '请填写专班名称',
  'taskForce.bad-period': '起止日期不对：结束日期不能早于开始日期',
  'taskForce.outside-period': '抽调日期须在专班期限内（{fromDay} 至 {untilDay}）',
  'taskForce.seconded-already': '此人在这段时间已抽调到本专班',
  'taskForce.secondment-unknown': '没有找到这项抽调，或在该日期之前已经结束',
  'taskForce.not-longer': '新的结束日期应晚于 {untilDay}',
}

export const policySentences: Record<PolicyCode, string> = {
  'access.not-allowed': '您的岗位没有这项权限',
  'access.not-yourself': '不能给自己设岗、结束任职或发放激活单，请由他人办理',
  'access.guarded-role': '营商办主任、纪检监察、审计和系统管理员的账号由系统管理员办理',
  'access.role-beyond-yours': '您不能设这个岗位，请由营商办主任或系统管理员办理',
  'access.own-delegation-only': '委托代行只能由本人办理',
}

export const passwordSentences: Record<PasswordRefusal, string> = {
  'password.too-short': '密码至少 {shortest} 个字符，建议用几个不相干的词连成一句',
  'password.too-long': '密码最多 {longest} 个字符',
  'password.own-name': '密码中不能包含您的姓名、工号、手机号或单位名称',
  'password.common': '这个密码太常见，容易被猜到，请换一个',
  'password.used-before': '不能使用最近用过的密码，请换一个',
  'password.wrong': '当前密码不对',
}

export const accessSentences: Record<AccessRefusal, string> = {
  'access.signed-out': '登录已结束，请重新登录',
  'access.wrong-credentials': '工号（或手机号）或密码不对。还没有设置密码的，请先用激活单激活',
  'access.locked': '连续输错次数过多，请在 {minutes} 分钟后再试，或持有效证件到营商办当面重置',
  'access.try-later': '本机所在网络输错次数过多，请 {minutes} 分钟后再试',
  'access.busy': '正在登录的人较多，请稍后再试',
  'access.second-factor-required': '请先完成动态口令验证',
  'access.password-expired': '密码已到期，请先修改密码',
  'access.code-wrong': '动态口令不对或已用过，请等下一组数字',
  'access.second-factor-not-begun': '请先开始绑定动态口令',
  'access.second-factor-enrolled': '已经绑定动态口令；更换手机请到营商办或系统管理员处当面重置',
  'access.activation-unusable': '激活码不对、已使用或已过期，请核对，或到营商办重新打印激活单',
  'access.session-unknown': '这个登录已经结束',
  'access.slip-expired': '打印页面已失效，请重新生成激活单',
  'access.foreign-origin': '请求来自其他网站，已拒绝',
}

export const rosterRefusalSentences: Record<RosterRefusal, string> = {
  'roster.file-missing': '没有收到文件，请重新选择名册文件',
  'roster.file-unreadable': '这个文件读不出来，请用 Excel 另存为 .xlsx 后再试',
  'roster.no-header': '没有找到表头：需要有“单位”“姓名”“岗位”三列，请使用下载的模板',
  'roster.too-many-rows': '一次最多导入 {most} 行，请分成几个文件',
  'roster.empty': '名册中没有人员',
  'roster.other-file': '文件与试导入时的不同，请重新试导入',
  'roster.has-faults': '还有 {faults} 处问题，没有写入；请更正后再导入，或选择跳过有问题的行',
}

export const rosterColumnNames: Record<RosterColumn, string> = {
  unit: '单位',
  name: '姓名',
  role: '岗位',
  mobile: '手机',
  officePhone: '办公电话',
  email: '邮箱',
  fromDay: '任职日期',
  signInName: '工号',
}

export const rosterFaultSentences: Record<RosterFaultCode, string> = {
  'roster.unit-empty': '没有填写单位',
  'roster.unit-unknown': '没有这个单位，请按“单位”表中的名称填写，或先登记单位',
  'roster.unit-ambiguous': '单位名称不确定，请写明是哪一个：{choices}',
  'roster.name-empty': '没有填写姓名',
  'roster.name-too-long': '姓名过长，请检查是否填错了列',
  'roster.role-empty': '没有填写岗位',
  'roster.role-unknown': '没有这个岗位，请从下拉列表中选择',
  'roster.role-not-yours': '您不能设这个岗位，请由营商办主任或系统管理员导入',
  'roster.role-not-in-this-unit': '营商办的岗位只能设在营商办',
  'roster.mobile-wrong': '手机号应为 11 位数字',
  'roster.office-phone-wrong': '办公电话写法不对，例如 0518-83210000',
  'roster.email-wrong': '邮箱写法不对',
  'roster.from-day-wrong': '日期写法不对，例如 2022-07-04',
  'roster.sign-in-name-unknown': '没有这个工号；新人员请将工号留空，由系统编号',
  'roster.row-twice': '与前面一行重复（同一人、同一单位、同一岗位）',
  'roster.person-ambiguous': '有多人符合，请填写工号加以区分',
  'roster.incompatible-roles': '这两种岗位不能由同一人兼任',
  'roster.person-left': '此人已离职，请核对',
}

export const occurrenceNames: Record<OccurrenceKind, string> = {
  signedIn: '登录',
  signedInByLink: '用试用链接登录',
  wrongPassword: '密码错误',
  locked: '输错次数过多，暂停登录',
  secondFactorWrong: '动态口令错误',
  secondFactorDone: '通过动态口令',
  recoveryCodeUsed: '使用备用码',
  activated: '激活账号',
  passwordChanged: '修改密码',
  secondFactorEnrolled: '绑定动态口令',
  reset: '当面重置',
  signedOut: '退出登录',
  signedOutEverywhere: '退出全部登录',
}

/** Every refusal of units, people and sign-in, for the screens' sentence maker. Facts stand in braces. */
export const unitSentences: Readonly<
  Record<
    UnitRefusal | PersonRefusal | TaskForceRefusal | PolicyCode | PasswordRefusal | AccessRefusal | RosterRefusal,
    string
  >
> = {
  ...unitRefusalSentences,
  ...personRefusalSentences,
  ...taskForceRefusalSentences,
  ...policySentences,
  ...passwordSentences,
  ...accessSentences,
  ...rosterRefusalSentences,
}
