import { describe, expect, test } from 'vitest'
import { matchNames, resolveGroupName, type KnownUnit } from './unit-matching.ts'
import { guessKind, isShorthandOf, nameKey } from './unit-names.ts'

const unit = (id: string, name: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  id,
  name,
  shortName: name,
  aliases: [],
  kind: 'department',
  active: true,
  mergedInto: null,
  ...more,
})
const units = [
  unit('land', '县自然资源局'),
  unit('reform', '县发改委'),
  unit('service', '县政务办', { aliases: ['县大数据管理局'] }),
  unit('market', '县市场监管局'),
  unit('city-market', '市市场监管局'),
  unit('discipline', '县纪委监委机关'),
  unit('old', '县规划局', { active: false, mergedInto: 'land' }),
  unit('t1', '某镇一', { kind: 'town' }),
  unit('t2', '某镇二', { kind: 'town' }),
  unit('p1', '某园区一', { kind: 'park' }),
]
const match = (name: string) => matchNames([name], units, ['灌南县', '灌南'])[0]!

describe('matching a printed name to a unit', () => {
  test.each([
    ['县发改委', 'reform', 'sameName'],
    [' 县 发改委', 'reform', 'sameName'],
    ['县大数据管理局', 'service', 'formerOrPrintedName'],
    ['县发展和改革委员会', 'reform', 'sameWhenShortened'],
    ['灌南县发展改革委员会', 'reform', 'sameWhenShortened'],
    ['发改委', 'reform', 'sameWhenShortened'],
    ['县市场监督管理局', 'market', 'sameWhenShortened'],
    ['县纪委监委', 'discipline', 'sameWhenShortened'],
    ['县自然资源和规划局', 'land', 'sameWhenShortened'],
    ['县规划局', 'land', 'mergedUnit'],
  ])('%s is certainly %s', (name, unitId, why) => {
    expect(match(name)).toMatchObject({ unitId, candidates: [{ unitId, why }] })
  })

  test('县资源局 is only asked about', () => {
    expect(match('县资源局')).toEqual({
      name: '县资源局',
      candidates: [{ unitId: 'land', name: '县自然资源局', why: 'shorthand' }],
    })
  })

  test('a second plate nobody else has goes with the main name; one that another unit has is asked about', () => {
    expect(match('县发改委（县信用办）').unitId).toBe('reform')
    const asked = match('县发改委（县大数据管理局）')
    expect(asked.unitId).toBeUndefined()
    expect(asked.candidates.map(({ unitId, why }) => [unitId, why])).toEqual([
      ['reform', 'sameWhenShortened'],
      ['service', 'secondName'],
    ])
  })

  test('another level is never taken for the same body', () => {
    expect(match('市发改委')).toMatchObject({ candidates: [{ unitId: 'reform', why: 'otherLevel' }] })
    expect(match('市发改委').unitId).toBeUndefined()
  })

  test('a name without level that fits two levels is asked about', () => {
    const asked = match('市场监管局')
    expect(asked.unitId).toBeUndefined()
    expect(asked.candidates.map((candidate) => candidate.unitId)).toEqual(['market', 'city-market'])
  })

  test('an unknown name has no candidates', () => {
    expect(match('县体育局')).toEqual({ name: '县体育局', candidates: [] })
  })

  test('collective names stand for the active units of a kind', () => {
    expect(resolveGroupName('各镇', units)).toEqual(['t1', 't2'])
    expect(resolveGroupName('各开发园区', units)).toEqual(['p1'])
    expect(resolveGroupName('各镇、各园区', units)).toEqual(['t1', 't2', 'p1'])
    expect(resolveGroupName('县发改委', units)).toBeUndefined()
  })

  test('kinds are guessed from names', () => {
    expect(
      [
        '县法院',
        '县检察院',
        '某某镇',
        '某某开发区',
        '县融媒体中心',
        '县工商联',
        '县供电公司',
        '县发改委',
        '县营商办',
      ].map(guessKind),
    ).toEqual([
      'court',
      'procuratorate',
      'town',
      'park',
      'media',
      'association',
      'stationed',
      'department',
      'coordinationOffice',
    ])
  })

  test('keys and shorthand', () => {
    expect(nameKey('县政务服务管理办公室')).toBe(nameKey('县政务办'))
    expect(isShorthandOf('资源局', '自然资源局')).toBe(true)
    expect(isShorthandOf('资源办', '自然资源局')).toBe(false)
  })
})
