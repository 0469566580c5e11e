import { afterAll, beforeAll, expect, test } from 'vitest'
import { trialPassphrase } from '@yingshang/core/vault/trial'
import { startCounty, type County } from '../../testing/gates/county.ts'
import { makeTrialKeys } from './trial.ts'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await makeTrialKeys(county.services, '2022-07-04')
})
afterAll(() => county.stop())

test('director, first officer and discipline inspection of the sample open with the passphrase that is shown', async () => {
  const unlock = async (caller: 'director' | 'officer' | 'discipline', holder: string) =>
    (await county.as(caller).post('/api/vault/unlock', { holder, passphrase: trialPassphrase })).status
  expect([
    await unlock('director', 'office'),
    await unlock('officer', 'office'),
    await unlock('discipline', 'discipline'),
  ]).toEqual([200, 200, 200])
})

test('no such keys outside a trial', async () => {
  const production = {
    ...county.services,
    installation: { ...county.services.installation, mode: 'production' as const },
  }
  await expect(makeTrialKeys(production, '2022-07-04')).rejects.toThrow('trial only')
})
