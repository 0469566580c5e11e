/** The roles of the product (glossary: `role`). A person may hold several posts at once, each in one unit. */
export const roles = [
  'coordinationOfficer', // 县营商办工作人员
  'coordinationDirector', // 县营商办主任
  'unitHead', // 主要负责人
  'unitDeputy', // 分管负责人
  'unitLiaison', // 联络员
  'unitStaff', // 科室、下属单位经办人
  'governmentSupervision', // 政府督查
  'disciplineInspection', // 纪检监察
  'delegate', // 党代表、人大代表、政协委员、媒体、协会（受邀）
  'leader', // 县领导
  'panelMember', // 评委
  'auditor', // 审计
  'administrator', // 系统管理员
] as const
export type Role = (typeof roles)[number]

/** One post: a role in a unit. `unitPath` is `/root/…/unit/`, so that "inside this unit" is a prefix test. */
export interface Post {
  readonly role: Role
  readonly unitId: string
  readonly unitPath: string
  /** Set when the post is held for somebody else (delegation with dates). */
  readonly onBehalfOf?: string
}

export interface PersonActor {
  readonly kind: 'person'
  readonly personId: string
  /** The unit that employs the person, also while seconded to a task force: conflict of interest is judged by it. */
  readonly homeUnitId: string
  readonly homeUnitPath: string
  /** Only the posts that are valid today. */
  readonly posts: readonly Post[]
}

/** The program itself: a job or a command of the administrator on the machine. */
export interface SystemActor {
  readonly kind: 'system'
  readonly job: string
}

export type Actor = PersonActor | SystemActor

export function holds(actor: Actor, role: Role | readonly Role[], unitId?: string): boolean {
  if (actor.kind === 'system') return false
  const wanted: readonly Role[] = typeof role === 'string' ? [role] : role
  return actor.posts.some((post) => wanted.includes(post.role) && (unitId === undefined || post.unitId === unitId))
}

export const officeRoles = ['coordinationOfficer', 'coordinationDirector'] as const
export const signingRoles = ['unitHead', 'unitDeputy'] as const

export function isOffice(actor: Actor): boolean {
  return holds(actor, officeRoles)
}

/** True when `path` lies in the subtree of `root` (the unit itself included). */
export function isInside(path: string, root: string): boolean {
  return path.startsWith(root)
}
