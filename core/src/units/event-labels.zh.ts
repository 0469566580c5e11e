import type { PersonEvent } from './person-state.ts'
import type { UnitEvent } from './unit.ts'

/** What happened to a unit or a person, in a few words; an event without words does not compile. */
const eventNames: Record<UnitEvent['type'] | PersonEvent['type'], string> = {
  unitRegistered: '登记单位',
  unitRenamed: '改名',
  unitAliasAdded: '增加别的叫法',
  unitAliasRemoved: '删去别的叫法',
  unitMoved: '移到另一个上级',
  unitPathFollowed: '随上级一起移动',
  unitMerged: '并入其他单位',
  unitClosed: '撤销',
  personRegistered: '登记',
  detailsCorrected: '更正姓名或联系方式',
  homeUnitChanged: '调动',
  postOpened: '设岗',
  postEnded: '结束任职',
  delegationGiven: '委托代行',
  delegationWithdrawn: '收回委托',
  personLeft: '离职',
  activationSlipIssued: '打印激活单',
  accessActivated: '启用账号',
  passwordChanged: '修改密码',
  secondFactorEnrolled: '绑定动态口令',
}

/** Words of an entry of the history; one of a later version of the program is still an entry. */
export function unitEventName(type: string): string {
  return (eventNames as Readonly<Record<string, string>>)[type] ?? '有一项变动'
}
