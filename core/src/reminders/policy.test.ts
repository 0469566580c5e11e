import { describe, expect, it } from 'vitest'
import { roles, type PersonActor, type Role } from '../kernel/actor.ts'
import { reminderSentences } from './labels.zh.ts'
import { mayRemind, reminderActions, type ReminderAction } from './policy.ts'

const actor = (...held: Role[]): PersonActor => ({
  kind: 'person',
  personId: 'p',
  homeUnitId: 'u',
  homeUnitPath: '/u/',
  posts: held.map((role) => ({ role, unitId: 'u', unitPath: '/u/' })),
})

const office: readonly Role[] = ['coordinationOfficer', 'coordinationDirector']
const allowed: Record<ReminderAction, readonly Role[]> = {
  readOwn: roles,
  choosePreference: roles,
  readCallList: office,
  noteCall: office,
  readDeliveries: [...office, 'administrator'],
  readChannels: ['administrator'],
  changeChannels: ['administrator'],
  testChannel: ['administrator'],
}

describe('who may do what with reminders', () => {
  for (const action of reminderActions) {
    it(`${action}: every role`, () => {
      for (const role of roles) {
        const refusal = mayRemind(actor(role), action)
        expect(refusal === null, role).toBe(allowed[action].includes(role))
        if (refusal) expect(reminderSentences[refusal.code]).toMatch(/。$/)
      }
    })

    it(`${action}: nobody without a post, and not the program by itself`, () => {
      expect(mayRemind(actor(), action)).not.toBeNull()
      expect(mayRemind({ kind: 'system', job: 'reminders' }, action)).not.toBeNull()
    })
  }
})
