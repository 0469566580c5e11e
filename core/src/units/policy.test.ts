import { describe, expect, test } from 'vitest'
import { roles, type PersonActor, type Role } from '../kernel/actor.ts'
import * as policy from './policy.ts'

const own = '/county/own/'
const other = '/county/other/'
const person = (role: Role): PersonActor => ({
  kind: 'person',
  personId: 'me',
  homeUnitId: 'own',
  homeUnitPath: own,
  posts: [{ role, unitId: 'own', unitPath: own }],
})
const someone = (role: Role, unitPath: string) => ({ role, unitPath, personId: 'someone' })

const actions: Record<string, (actor: PersonActor) => unknown> = {
  seeUnits: (actor) => policy.maySeeUnits(actor),
  seeContactsOfOwnUnit: (actor) => policy.maySeeContacts(actor, own),
  seeContactsOfOtherUnit: (actor) => policy.maySeeContacts(actor, other),
  manageUnits: (actor) => policy.mayManageUnits(actor),
  managePeopleOfOwnUnit: (actor) => policy.mayManagePeople(actor, own),
  managePeopleOfOtherUnit: (actor) => policy.mayManagePeople(actor, other),
  nameLiaisonOfOwnUnit: (actor) => policy.mayGivePost(actor, someone('unitLiaison', own)),
  nameLiaisonOfOtherUnit: (actor) => policy.mayGivePost(actor, someone('unitLiaison', other)),
  nameHeadOfOwnUnit: (actor) => policy.mayGivePost(actor, someone('unitHead', own)),
  inviteDelegate: (actor) => policy.mayGivePost(actor, someone('delegate', other)),
  nameLeader: (actor) => policy.mayGivePost(actor, someone('leader', other)),
  nameOfficer: (actor) => policy.mayGivePost(actor, someone('coordinationOfficer', other)),
  nameDisciplineInspection: (actor) => policy.mayGivePost(actor, someone('disciplineInspection', other)),
  nameAdministrator: (actor) => policy.mayEndPost(actor, someone('administrator', other)),
  givePostToOneself: (actor) => policy.mayGivePost(actor, { role: 'unitStaff', unitPath: own, personId: 'me' }),
  slipForStaff: (actor) => policy.mayIssueSlip(actor, { personId: 'someone', roles: ['unitStaff'] }),
  slipForInspection: (actor) => policy.mayIssueSlip(actor, { personId: 'someone', roles: ['disciplineInspection'] }),
  slipForOneself: (actor) => policy.mayIssueSlip(actor, { personId: 'me', roles: [] }),
  importRoster: (actor) => policy.mayImportRoster(actor),
  manageTaskForces: (actor) => policy.mayManageTaskForces(actor),
  lendOwnPost: (actor) => policy.mayGiveDelegation(actor, 'me'),
  lendPostOfOther: (actor) => policy.mayGiveDelegation(actor, 'someone'),
  withdrawDelegationOfOther: (actor) => policy.mayWithdrawDelegation(actor, 'someone'),
  handOverInOwnUnit: (actor) => policy.mayHandOver(actor, own),
  handOverInOtherUnit: (actor) => policy.mayHandOver(actor, other),
  manageAccess: (actor) => policy.mayManageAccess(actor),
  readSignInLog: (actor) => policy.mayReadSignInLog(actor),
}

const everybody = [...roles]
const staff = roles.filter((role) => role !== 'delegate' && role !== 'panelMember')
const office: Role[] = ['coordinationOfficer', 'coordinationDirector']
const officeAndAdministrator: Role[] = [...office, 'administrator']
const withHeads: Role[] = [...office, 'unitHead', 'unitDeputy', 'administrator']

/** Who may: every other role is refused. */
const allowed: Record<string, readonly Role[]> = {
  seeUnits: staff,
  seeContactsOfOwnUnit: staff,
  seeContactsOfOtherUnit: [...office, 'governmentSupervision', 'disciplineInspection', 'leader', 'administrator'],
  manageUnits: officeAndAdministrator,
  managePeopleOfOwnUnit: withHeads,
  managePeopleOfOtherUnit: officeAndAdministrator,
  nameLiaisonOfOwnUnit: withHeads,
  nameLiaisonOfOtherUnit: officeAndAdministrator,
  nameHeadOfOwnUnit: officeAndAdministrator,
  inviteDelegate: officeAndAdministrator,
  nameLeader: ['coordinationDirector', 'administrator'],
  nameOfficer: ['coordinationDirector', 'administrator'],
  nameDisciplineInspection: ['administrator'],
  nameAdministrator: ['administrator'],
  givePostToOneself: [],
  slipForStaff: officeAndAdministrator,
  slipForInspection: ['administrator'],
  slipForOneself: [],
  importRoster: officeAndAdministrator,
  manageTaskForces: ['coordinationDirector', 'administrator'],
  lendOwnPost: everybody,
  lendPostOfOther: [],
  withdrawDelegationOfOther: officeAndAdministrator,
  handOverInOwnUnit: withHeads,
  handOverInOtherUnit: officeAndAdministrator,
  manageAccess: ['administrator'],
  readSignInLog: ['auditor', 'administrator'],
}

describe('every role × every action on units and people', () => {
  test('the table names every action', () => {
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(actions).sort())
  })

  test.each(Object.keys(actions))('%s', (action) => {
    const may = roles.filter((role) => actions[action]!(person(role)) === undefined)
    expect(may).toEqual(roles.filter((role) => allowed[action]!.includes(role)))
  })

  test('somebody without any post today may do nothing but lend what is theirs', () => {
    const nobody: PersonActor = { ...person('unitStaff'), posts: [] }
    const may = Object.keys(actions).filter((action) => actions[action]!(nobody) === undefined)
    expect(may).toEqual(['lendOwnPost'])
  })
})
