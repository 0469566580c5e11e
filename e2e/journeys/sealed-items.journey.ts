import { trialPassphrase } from '@yingshang/core/vault/trial'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'sealed' })

journey(
  'The key of the sealed originals is opened, closed, handed to nobody else and exchanged',
  async ({ as, walk, print }) => {
    journey.setTimeout(150_000)
    const director = await as('coordinationDirector')
    const auditor = await as('auditor')

    await journey.step('closed until the passphrase is typed', async () => {
      await director.goto('/desk/vault')
      await expect(director.getByRole('heading', { name: '营商办的钥匙' })).toBeVisible({ timeout: 20_000 })
      await expect(director.getByRole('heading', { name: '纪检监察的钥匙' })).toHaveCount(0)
      await walk(director, 'closed', { wholePage: true })
      await director.getByLabel('口令', { exact: true }).fill('这不是正确的口令')
      await director.getByRole('button', { name: '打开密封件' }).click()
      await expect(director.getByText('口令不对')).toBeVisible()
      await director.getByLabel('口令', { exact: true }).fill(trialPassphrase)
      await director.getByRole('button', { name: '打开密封件' }).click()
      await expect(director.getByText(/已打开，.*不用就自动关闭/)).toBeVisible()
      await walk(director, 'open')
      await director.getByRole('button', { name: '立即关闭' }).click()
      await expect(director.getByRole('button', { name: '打开密封件' })).toBeVisible()
    })

    await journey.step('exchanged: the sheet is shown once and printed', async () => {
      await director.getByText('更换钥匙', { exact: true }).first().click()
      const form = director.locator('details').filter({ hasText: '为什么更换' })
      await form.getByLabel('新口令').fill('四样东西：窗台 花盆 铅笔 地图')
      await form.getByLabel('再输一遍').fill('四样东西：窗台 花盆 铅笔 地图')
      await form.getByRole('button', { name: '更换钥匙' }).click()
      await director.getByRole('dialog').getByRole('button', { name: '更换', exact: true }).click()
      const sheet = director.getByRole('region', { name: '恢复纸' })
      await expect(sheet).toContainText(/([0-9A-Z]{4}-){13}[0-9A-Z]{2}/)
      await walk(director, 'sheet')
      const pages = await print(director, 'sheet')
      expect(pages.map(({ text }) => text).join('')).toContain('永远打不开')
      await expect(sheet.getByRole('button', { name: '完成' })).toBeDisabled()
      await sheet.getByLabel('已经打印，并且核对清楚').check()
      await sheet.getByRole('button', { name: '完成' }).click()
      await expect(director.getByText('1 把，原有内容仍用它们打开')).toBeVisible()
      await expect(director.getByText('只有一名保管人员')).toBeVisible()
    })

    await journey.step('another officer gets a code of their own', async () => {
      await director.getByText('增加保管人员').click()
      const form = director.locator('details').filter({ hasText: '您自己的口令' })
      await form.getByRole('combobox').click()
      await director.locator('.ant-select-item-option').first().click()
      await form.getByLabel('您自己的口令').fill('四样东西：窗台 花盆 铅笔 地图')
      await form.getByRole('button', { name: '增加', exact: true }).click()
      await expect(form.getByText(/(\d{4} ){4}\d{4}/)).toBeVisible()
      await walk(director, 'hand-over')
    })

    await journey.step('the auditor sees the log and nothing else', async () => {
      await auditor.goto('/desk/vault/openings')
      await expect(auditor.getByRole('heading', { name: '打开记录', level: 1 })).toBeVisible()
      await expect(auditor.getByRole('link', { name: '钥匙与保管人员' })).toHaveCount(0)
      await walk(auditor, 'log')
    })
  },
)
