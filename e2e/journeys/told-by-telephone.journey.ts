import type { Page } from '@playwright/test'
import { choose } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

/** The code as it stands on the page, sixteen digits in groups of four. */
async function codeOn(page: Page): Promise<string> {
  const code = (await page.locator('.take-over-code').innerText()).replaceAll(/\s+/g, ' ').trim()
  expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
  return code
}

journey(
  'A window writes down what it was told, on a phone; the code read out becomes the submitter’s own',
  async ({ as, visitor, walk }) => {
    const page = await as('unitLiaison', { unit: '县教育局', window: 'phone' })
    await page.goto('/desk/cases/mine')
    await page.getByRole('navigation', { name: '线索投诉' }).getByRole('link', { name: '登记一件' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('登记一件')
    await walk(page, 'empty', { wholePage: true })

    await journey.step('what is missing stands beside its field, the first of them in focus', async () => {
      await page.getByRole('button', { name: '登记', exact: true }).click()
      await expect(page.getByText('请用一句话概括')).toBeVisible()
      await expect(page.getByText('请选是否留姓名')).toBeVisible()
      await expect(page.getByLabel('概括', { exact: true })).toBeFocused()
      await walk(page, 'missing', { wholePage: true })
    })

    await page.getByLabel('概括', { exact: true }).fill('校车接送费两次说法不一')
    await page.getByLabel('反映内容').fill('窗口先说不收，后来又说按学期收，没有看到文件。')
    await page.getByLabel('说的是哪个单位').fill('校车管理窗口')

    await journey.step(
      'what was typed outlives another page of the desk, and no store of the browser holds it',
      async () => {
        await page.getByRole('navigation', { name: '线索投诉' }).getByRole('link', { name: '本单位办件' }).click()
        await page.getByRole('navigation', { name: '线索投诉' }).getByRole('link', { name: '登记一件' }).click()
        await expect(page.getByLabel('概括', { exact: true })).toHaveValue('校车接送费两次说法不一')
        const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
        expect(stored).not.toContain('校车接送费')
      },
    )

    await page.getByText('不留姓名', { exact: true }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('已登记')
    const code = await codeOn(page)
    await walk(page, 'code', { wholePage: true })

    await journey.step('nobody leaves the code by a slip of the hand', async () => {
      await expect(page.getByRole('button', { name: '登记下一件' })).toBeDisabled()
      await page.goBack()
      await page.getByRole('dialog').getByRole('button', { name: '留在本页' }).click()
      expect(await codeOn(page)).toBe(code)
      await page.getByLabel('接管码已经告诉反映人').check()
      await page.getByRole('button', { name: '打开这一件' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('校车接送费')
    })

    await journey.step('the submitter types it where the slip says, and gets a code nobody else has seen', async () => {
      const submitter = await visitor({ window: 'phone', script: false })
      await submitter.goto('/receipt')
      await submitter.getByLabel('回执码', { exact: true }).fill(code)
      await submitter.getByRole('button', { name: '查看' }).click()
      await expect(submitter.getByText('接管码已经作废')).toBeVisible()
      const own = (await submitter.locator('#receipt-code').innerText()).trim()
      expect(own).not.toBe(code)
      await walk(submitter, 'own-code', { wholePage: true })
      await submitter.getByRole('button', { name: '我已经记下，去看进度' }).click()
      await expect(submitter.getByRole('heading', { level: 1 })).toHaveText('我的反映')

      const late = await visitor({ window: 'phone', script: false })
      await late.goto('/receipt')
      await late.getByLabel('回执码', { exact: true }).fill(code)
      await late.getByRole('button', { name: '查看' }).click()
      await expect(late.getByRole('alert')).toContainText('没有这个回执码')
    })
  },
)

journey(
  'The office writes down a letter of an earlier day with a name; a lost answer enters it once; the slip tells nothing',
  async ({ as, walk, print, watch }) => {
    const page = await as('coordinationOfficer')
    await page.goto('/desk/cases/new')
    await choose(page.getByLabel('来源'), '来信')
    const today = await page.getByLabel('收到日期').inputValue()
    const earlier = new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('收到日期').fill(earlier)
    await expect(page.getByText(`这是补录：各项期限从 ${earlier}`)).toBeVisible()
    await page.getByLabel('时间').fill('9:30')
    await page.getByLabel('概括', { exact: true }).fill('施工许可材料说法不一')
    await page.getByLabel('反映内容').fill('跑了四趟，每次说的材料都不一样，我的电话 13900000001。')
    await page.getByText('留姓名', { exact: true }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('请至少填一项')).toBeVisible()
    await expect(page.getByText('请问清楚再选')).toBeVisible()
    await page.getByLabel('姓名（可不填）', { exact: true }).fill('反映人一号')
    await page.getByLabel('电话', { exact: false }).last().fill('13900000001')
    await page.getByLabel('不要告诉任何单位我是谁').check()
    await choose(page.getByLabel('反映人是'), '市场主体')
    await walk(page, 'named', { wholePage: true })

    // The server has entered it, but its answer is lost on the way.
    watch.allow(/^request failed|^console|ERR_/)
    let lost: { number: string } | undefined
    await page.route('**/api/cases', async (route) => {
      if (route.request().method() !== 'POST' || lost) return route.continue()
      lost = await (await route.fetch()).json()
      return route.abort('connectionreset')
    })
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText('填写的内容还在，没有丢。')).toBeVisible()
    await expect(page.getByLabel('概括', { exact: true })).toHaveValue('施工许可材料说法不一')
    await walk(page, 'answer-lost')
    // Who is unsure looks into the list, and sends again.
    await page.getByRole('navigation', { name: '线索投诉' }).getByRole('link', { name: '办件', exact: true }).click()
    await expect(page.getByRole('row').filter({ hasText: '施工许可材料说法不一' })).toHaveCount(1)
    await page.getByRole('navigation', { name: '线索投诉' }).getByRole('link', { name: '登记一件' }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    await expect(page.getByText(`编号 ${lost!.number}`)).toBeVisible()
    const code = await codeOn(page)
    await walk(page, 'code')

    await page.emulateMedia({ media: 'print' })
    await walk(page, 'slip', { accessible: false })
    await page.emulateMedia({ media: null })
    const slip = (await print(page, 'take-over-slip')).map(({ text }) => text).join('')
    for (const words of [code.replaceAll(' ', ''), lost!.number, earlier, '/receipt']) expect(slip).toContain(words)
    for (const words of ['施工许可', '四趟', '反映人一号', '13900000001']) expect(slip).not.toContain(words)

    await page.getByLabel('接管码已经告诉反映人').check()
    await page.getByRole('button', { name: '登记下一件' }).click()
    await expect(page.getByLabel('概括', { exact: true })).toHaveValue('')
    await page.goto('/desk/cases')
    await expect(page.getByRole('row').filter({ hasText: '施工许可材料说法不一' })).toHaveCount(1)
  },
)

journey('Who neither works in the office nor in a unit is told so and finds no form', async ({ as, walk }) => {
  const page = await as('auditor')
  await page.goto('/desk/cases/new')
  await expect(page.getByText('只有营商办和承担收集任务的单位可以登记。')).toBeVisible()
  await expect(page.getByRole('button', { name: '登记', exact: true })).toHaveCount(0)
  await walk(page, 'not-here')
})
