import { describe, expect, it } from 'vitest'
import { importsOf, isCode, isTest, sources, type Import } from './sources.ts'

const imports = sources((path) => isCode(path) && /^(core|server|web)\//.test(path)).flatMap(importsOf)

/** `core/src/tasks/task.ts` → `tasks`; undefined for files that stand directly in `src`. */
function slice(path: string): string | undefined {
  return /^(?:core|server)\/src\/([^/]+)\//.exec(path)?.[1]
}

function expectNone(wrong: readonly Import[], instead: string): void {
  expect(wrong.map(({ from, written }) => `${from} imports ${written}`).join('\n'), instead).toBe('')
}

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`)
const inRepository = (target: string) => /^(core|server|web|tools|e2e|bench)\//.test(target)

describe('directions of import', () => {
  it('sees the imports it judges', () => {
    expect(imports.length).toBeGreaterThan(50)
    expect(imports.some(({ target }) => target.startsWith('core/src/kernel/'))).toBe(true)
    expect(imports.some(({ from, target }) => inside('server')(from) && inside('core')(target))).toBe(true)
  })

  it('web and server know core; core knows neither', () => {
    const wrong = imports.filter(
      ({ from, target }) => inside('core')(from) && inRepository(target) && !inside('core')(target),
    )
    expectNone(wrong, 'core is pure: hand the value in as an argument instead of importing it')
  })

  it('web and server stay apart', () => {
    const wrong = imports.filter(
      ({ from, target }) =>
        (inside('web')(from) && inside('server')(target)) || (inside('server')(from) && inside('web')(target)),
    )
    expectNone(wrong, 'put what both need (a schema, a label, a rule) into core')
  })

  it('the product does not depend on its tools and tests', () => {
    const wrong = imports.filter(
      ({ from, target }) =>
        !isTest(from) &&
        from !== 'server/src/main.ts' &&
        (/^(tools|e2e|bench)\//.test(target) || /^(core|server)\/testing\//.test(target)),
    )
    expectNone(wrong, 'only main.ts may start a tool (the desk build); move what the product needs into core or server')
  })

  it('core uses a schema library and nothing else', () => {
    const wrong = imports.filter(
      ({ from, target }) => inside('core/src')(from) && !isTest(from) && !inRepository(target) && target !== 'zod',
    )
    expectNone(wrong, 'no Node, DOM or library in core: take the result as an argument, or do it in server or web')
  })

  /** Rule sets are the dated data by which every capability decides, as kernel is the code. */
  const forAll = ['kernel', 'rules']

  it('slices of core stay apart, except kernel and rules', () => {
    const wrong = imports.filter(({ from, target }) => {
      if (!inside('core/src')(from) || !inside('core/src')(target) || isTest(from)) return false
      return slice(target) !== slice(from) && !forAll.includes(slice(target) ?? '')
    })
    expectNone(wrong, 'take the other capability’s fact as an argument, or move the shared word into kernel')
  })

  it('rules do not know the wire', () => {
    const isContract = (path: string) => /(^|[/.-])contract\.ts$/.test(path)
    const wrong = imports.filter(
      ({ from, target }) => inside('core/src')(from) && isContract(target) && !isContract(from) && !isTest(from),
    )
    expectNone(wrong, 'let contract.ts import the rule’s types, not the other way round')
  })
})

describe('directions inside the server', () => {
  const wiring = (path: string) => /^server\/src\/[^/]+\.ts$/.test(path) || inside('server/src/commands')(path)
  const server = imports.filter(({ from, target }) => inside('server/src')(from) && inside('server/src')(target))

  it('platform knows no capability', () => {
    const wrong = server.filter(
      ({ from, target }) => slice(from) === 'platform' && slice(target) !== 'platform' && !isTest(from),
    )
    expectNone(wrong, 'let the capability hand a function to the platform when product.ts wires it')
  })

  it('a capability asks another only through its for-others.ts', () => {
    const wrong = server.filter(({ from, target }) => {
      if (wiring(from) || wiring(target) || slice(from) === 'platform' || slice(target) === 'platform') return false
      return slice(from) !== slice(target) && !target.endsWith('/for-others.ts') && !isTest(from)
    })
    expectNone(wrong, 'add a narrow question to the other capability’s for-others.ts and ask that')
  })

  it('only product.ts, main.ts and the command line wire', () => {
    const wrong = server.filter(({ from, target }) => wiring(target) && !wiring(from) && !isTest(from))
    expectNone(wrong, 'take what you need from Services; product.ts passes it')
  })
})

describe('directions inside the web', () => {
  const web = imports.filter(({ from, target }) => inside('web/src')(from) && inside('web/src')(target))

  it('portal and desk stay apart', () => {
    const [portal, desk] = [inside('web/src/portal'), inside('web/src/desk')]
    const wrong = web.filter(({ from, target }) => (portal(from) && desk(target)) || (desk(from) && portal(target)))
    expectNone(wrong, 'the portal must stay small: share a label through core, nothing else')
  })

  it('shared wrappers and the client know no page', () => {
    const wrong = web.filter(({ from, target }) => /^web\/src\/(ui|api)\//.test(from) && inside('web/src/desk')(target))
    expectNone(wrong, 'pass the page’s part to the wrapper as a property')
  })
})
