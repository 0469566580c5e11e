export const maskReasons = [
  'name',
  'telephone',
  'idNumber',
  'bankCard',
  'plate',
  'companyCode',
  'email',
  'account',
  'address',
  'company',
] as const
export type MaskReason = (typeof maskReasons)[number]

/** What stands in the masked text instead. The brackets are part of the sign: a masked text masks to itself. */
export const maskSigns: Readonly<Record<MaskReason, string>> = {
  name: '〖姓名〗',
  telephone: '〖电话〗',
  idNumber: '〖证件号〗',
  bankCard: '〖银行账号〗',
  plate: '〖车牌〗',
  companyCode: '〖信用代码〗',
  email: '〖邮箱〗',
  account: '〖网络账号〗',
  address: '〖住址〗',
  company: '〖企业名称〗',
}

/** One place of the original that is covered: half-open range of UTF-16 units. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly reason: MaskReason
}
