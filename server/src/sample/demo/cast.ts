import { officeRoles, type PersonActor, type Role } from '@yingshang/core/kernel/actor'
import type { Dice } from '@yingshang/core/kernel/dice'
import { isOwnUnit } from '@yingshang/core/tasks/policy'
import type { Queryable } from '../../platform/database/pools.ts'
import { actorOf } from '../../units/for-others.ts'

/** Everybody who acts in the demo, with the posts of the day. */
export interface Cast {
  /** Somebody of a unit in one of these roles, the first role that is held. */
  of(unitId: string, ...roles: readonly Role[]): PersonActor
  /** An officer who may judge these units: never over their own or their home unit's. */
  officer(dice: Dice, paths: readonly string[]): PersonActor
  readonly director: PersonActor
}

export async function castOn(db: Queryable, day: string): Promise<Cast> {
  const found = await db.query<{ id: string }>('select id from app.person where active order by sign_in_name')
  const people: PersonActor[] = []
  for (const { id } of found.rows) {
    const actor = await actorOf(db, id, day)
    if (actor) people.push(actor)
  }
  const byPost = new Map<string, PersonActor>()
  for (const person of people)
    for (const post of person.posts) {
      const key = `${post.unitId}|${post.role}`
      if (!byPost.has(key)) byPost.set(key, person)
    }
  const office = people.filter((person) =>
    person.posts.some((post) => (officeRoles as readonly Role[]).includes(post.role)),
  )
  const director = office.find((person) => person.posts.some((post) => post.role === 'coordinationDirector'))
  if (!director) throw new Error('the sample county has no director of the office')
  return {
    of(unitId, ...roles) {
      for (const role of roles) {
        const person = byPost.get(`${unitId}|${role}`)
        if (person) return person
      }
      throw new Error(`nobody in this unit is ${roles.join(' or ')}`)
    },
    officer: (dice, paths) => dice.pick(office.filter((person) => !paths.some((path) => isOwnUnit(person, path)))),
    director,
  }
}
