import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/tasks?unit=a', '/tasks?unit=a'],
  ['/desk/tasks', '/tasks'],
  [undefined, '/'],
  ['https://elsewhere.example/', '/'],
  ['//elsewhere.example/', '/'],
  ['/\\elsewhere.example', '/'],
  ['/sign-in?next=/tasks', '/'],
])('after signing in, %s leads to %s', (next, path) => {
  expect(ownPath(next)).toBe(path)
})
