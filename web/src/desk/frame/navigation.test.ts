import { describe, expect, test } from 'vitest'
import { placesFor } from './navigation.ts'

const labels = (...roles: Parameters<typeof placesFor>[0]) => placesFor(roles).map((place) => place.label)

describe('the state of the machine stands in the navigation', () => {
  test.each(['administrator', 'auditor'] as const)('of the %s', (role) => {
    expect(labels(role)).toContain('运行状态')
  })

  test('of nobody else', () => {
    expect(labels('coordinationDirector', 'coordinationOfficer', 'unitHead', 'leader')).not.toContain('运行状态')
    expect(labels()).not.toContain('运行状态')
  })
})
