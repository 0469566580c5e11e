import type { Role } from '@yingshang/core/kernel/actor'

export const roleNames: Readonly<Record<Role, string>> = {
  coordinationOfficer: '营商办工作人员',
  coordinationDirector: '营商办主任',
  unitHead: '主要负责人',
  unitDeputy: '分管负责人',
  unitLiaison: '联络员',
  unitStaff: '经办人',
  governmentSupervision: '政府督查',
  disciplineInspection: '纪检监察',
  delegate: '受邀代表',
  leader: '县领导',
  panelMember: '评委',
  auditor: '审计',
  administrator: '系统管理员',
}
