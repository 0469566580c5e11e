import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import excel from 'exceljs'
import { Secret, TOTP } from 'otpauth'
import { agree, choose, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'people' })

const newcomer = '营商办新增工作人员'
const password = '清晨 河边 第七座 桥'

journey(
  'The director brings new people in by the roster and gives them slips; one signs in with a second factor',
  async ({ as, visitor, walk, print }) => {
    const director = await as('coordinationDirector')

    await journey.step('a roster with faults shows all of them at once and writes nothing', async () => {
      await director.goto('/desk/people/roster')
      const [download] = await Promise.all([
        director.waitForEvent('download'),
        director.getByRole('link', { name: '下载模板' }).click(),
      ])
      const template = await readFile(await download.path())
      const faulty = await filled(template, [
        ['县营商办', newcomer, '营商办工作人员', '13900000001'],
        ['没有的单位', '某单位人员', '联络员', ''],
        ['县教育局', '县教育局新联络员', '看门的', '139'],
      ])
      await director.getByLabel('名册文件').setInputFiles({ name: '名册.xlsx', mimeType: workbookType, buffer: faulty })
      const faults = director.getByRole('table', { name: '名册里的问题' })
      await expect(faults).toContainText('没有这个单位')
      await expect(faults).toContainText('没有这个岗位')
      await expect(faults).toContainText('手机号应为 11 位数字')
      await expect(director.getByText('有问题 2 行')).toBeVisible()
      await expect(director.getByRole('button', { name: '写入', exact: true })).toBeDisabled()
      await walk(director, 'roster-faults')
      const right = await filled(template, [
        ['县营商办', newcomer, '营商办工作人员', '13900000001'],
        ['县教育局', '县教育局新联络员', '联络员', ''],
      ])
      await director
        .getByLabel('名册文件')
        .setInputFiles({ name: '名册-更正.xlsx', mimeType: workbookType, buffer: right })
      await expect(director.getByText('新增人员 2')).toBeVisible()
      await director.getByRole('button', { name: '写入', exact: true }).click()
      await expect(director.getByRole('heading', { name: '已写入' })).toBeVisible()
    })

    const slip = await journey.step('an activation slip is printed', () => issueSlip(director, newcomer, walk, print))

    const person = await visitor()
    await journey.step('the newcomer sets a password of their own', async () => {
      await person.goto('/desk/activate')
      await person.getByLabel('激活码').fill('AAAA-BBBB-CCCC')
      await person.getByRole('button', { name: '下一步' }).click()
      await expect(person.getByRole('alert')).toBeVisible()
      await person.getByLabel('激活码').fill(slip.code)
      await person.getByRole('button', { name: '下一步' }).click()
      await expect(person.getByText(newcomer)).toBeVisible()
      await person.getByLabel('新密码').fill('123456')
      await person.getByLabel('再输一遍').fill('123456')
      await person.getByRole('button', { name: '设置密码并登录' }).click()
      await expect(person.getByRole('alert').first()).toBeVisible() // too weak, said in words
      await person.getByLabel('新密码').fill(password)
      await person.getByLabel('再输一遍').fill(password)
      await walk(person, 'own-password')
      await person.getByRole('button', { name: '设置密码并登录' }).click()
    })

    const secret = await journey.step('the office needs a second factor before anything else', async () => {
      await expect(person.getByRole('heading', { name: '绑定动态口令' })).toBeVisible()
      await person.goto('/desk/tasks') // not without it
      await expect(person.getByRole('heading', { name: '绑定动态口令' })).toBeVisible()
      const shown = (await person.getByText(/^密钥/).textContent())!.replace('密钥', '').replaceAll(/\s/g, '')
      await walk(person, 'enrol')
      await person.getByLabel('6 位数字').fill(codeOf(shown))
      await person.getByRole('button', { name: '绑定', exact: true }).click()
      await expect(person.getByRole('heading', { name: '备用码' })).toBeVisible()
      await person.getByRole('checkbox', { name: '我已保存好备用码' }).check()
      await person.getByRole('button', { name: '进入工作台' }).click()
      await expect(person.getByRole('heading', { level: 1, name: '任务清单' })).toBeVisible() // where they wanted to go
      return shown
    })

    await journey.step('signing in again asks for both; the slip is worth nothing now', async () => {
      const again = await visitor({ window: 'phone' })
      await again.goto('/desk/activate')
      await again.getByLabel('激活码').fill(slip.code)
      await again.getByRole('button', { name: '下一步' }).click()
      await expect(again.getByRole('alert')).toBeVisible()
      await again.goto('/desk/tasks')
      await expect(again.getByText('登录以后回到刚才的页面')).toBeVisible()
      await walk(again, 'sign-in')
      await signIn(again, slip.number, password)
      await expect(again.getByRole('heading', { name: '动态口令' })).toBeVisible()
      await again.getByLabel('6 位数字').fill(codeOf(secret, 1)) // the last code was used up
      await again.getByRole('button', { name: '继续' }).click()
      await expect(again.getByRole('heading', { level: 1, name: '任务清单' })).toBeVisible()
    })

    await journey.step('wrong passwords lock the account for a while; a reset in person helps', async () => {
      const stranger = await visitor()
      await stranger.goto('/desk/sign-in')
      const locked = stranger.getByText(/连续输错次数过多/)
      for (let tries = 0; tries < 12 && !(await locked.isVisible()); tries++) {
        await signIn(stranger, slip.number, `不是这个密码 ${tries}`)
        await expect(stranger.getByRole('alert')).toBeVisible()
        await expect(stranger.getByLabel('密码', { exact: true })).toHaveValue('')
      }
      await expect(locked).toContainText('到营商办当面重置')
      await walk(stranger, 'locked')
      const reset = await issueSlip(director, newcomer)
      expect(reset.code).not.toBe(slip.code)
      await stranger.goto('/desk/activate')
      await stranger.getByLabel('激活码').fill(reset.code)
      await stranger.getByRole('button', { name: '下一步' }).click()
      await expect(stranger.getByRole('heading', { name: '重新设置密码' })).toBeVisible()
      await person.reload() // whoever sat at the old session is out
      await expect(person).toHaveURL(/sign-in/)
    })
  },
)

journey('A head lends the signature to the deputy for some days, and takes it back', async ({ as, walk }) => {
  const head = await as('unitHead', { unit: '县教育局' })
  await head.goto('/desk/me')
  await head.getByRole('link', { name: '委托别人代行、看任职记录' }).click()
  await head.getByRole('button', { name: '委托别人代行' }).click()
  await choose(head.getByLabel('由谁代行'), '县教育局联络员1')
  await head.getByLabel('到哪天').fill('2022-07-08')
  await head.getByRole('button', { name: '委托', exact: true }).click()
  await expect(head.getByText('由县教育局联络员1代行，2022-07-04 至 2022-07-08')).toBeVisible()
  await walk(head, 'delegated')

  const liaison = await as('unitLiaison', { unit: '县教育局' })
  await liaison.goto('/desk/tasks/mine')
  const part = liaison.locator('.my-part').first()
  await part.getByRole('button', { name: '签收' }).click()
  await part.getByRole('button', { name: '报送完成情况' }).click()
  await liaison.getByLabel('完成情况', { exact: true }).fill('代主要负责人签发。')
  await liaison.getByRole('button', { name: '报送', exact: true }).click()
  await expect(part).toContainText('待核查')
  const title = (await part.getByRole('link').first().textContent())!
  await part.getByRole('link').first().click()
  await expect(liaison.getByRole('heading', { level: 1 })).toContainText(title.slice(-4))
  await expect(liaison.getByText(/代县教育局主要负责人1/).first()).toBeVisible()

  await head.getByRole('button', { name: '收回' }).click()
  await expect(head.getByText(/由县教育局联络员1代行，2022-07-04 至 2022-07-04/)).toBeVisible()
})

journey('A liaison hands over to the next one with everything that is open', async ({ as, walk }) => {
  const head = await as('unitHead', { unit: '县商务局' })
  await head.goto('/desk/units')
  await head.getByRole('link', { name: '县商务局', exact: true }).click()
  await head.getByRole('button', { name: '更换联络员' }).click()
  await choose(head.getByLabel('新联络员'), '县商务局经办人员1')
  await expect(head.getByText(/名下没办结的事项/)).toBeVisible()
  await walk(head, 'hand-over')
  await head.getByRole('button', { name: '更换', exact: true }).click()
  await expect(head.getByText(/已更换。/)).toBeVisible()
  await head.getByRole('button', { name: '好', exact: true }).click()
  await expect(
    rowOf(head.getByRole('table', { name: '县商务局的人员' }), '县商务局经办人员1').filter({ hasText: '联络员' }),
  ).toHaveCount(1)
})

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The template with these rows below its head. */
async function filled(template: Buffer, rows: readonly string[][]): Promise<Buffer> {
  const book = new excel.Workbook()
  await book.xlsx.load(template as never)
  const sheet = book.getWorksheet('名册')!
  rows.forEach((row, at) => row.forEach((text, column) => (sheet.getCell(at + 2, column + 1).value = text)))
  return Buffer.from(await book.xlsx.writeBuffer())
}

async function issueSlip(
  director: Page,
  name: string,
  walk?: (page: Page, name: string) => Promise<void>,
  print?: (page: Page, name: string) => Promise<readonly { text: string }[]>,
): Promise<{ code: string; number: string }> {
  await director.goto('/desk/people')
  await director.getByPlaceholder('姓名、工号或单位').fill(name)
  await expect(rowOf(director, name)).toHaveCount(1)
  expect(director.url()).not.toContain(encodeURIComponent(name)) // a name does not belong into an address
  await director.getByRole('checkbox', { name: `选中${name}` }).check()
  await director.getByRole('button', { name: /打印激活单/ }).click()
  await agree(director, '生成激活单')
  const [sheet] = await Promise.all([
    director.context().waitForEvent('page'),
    director.getByRole('link', { name: '打开 1 张激活单' }).click(),
  ])
  await expect(sheet.getByText(name)).toBeVisible()
  await walk?.(sheet, 'slip')
  if (print) expect((await print(sheet, 'activation-slip'))[0]!.text).toContain(name)
  const field = async (label: string) =>
    (await sheet.locator('dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').textContent())!.trim()
  const slip = { code: await field('激活码'), number: await field('工号') }
  await sheet.close()
  return slip
}

async function signIn(page: Page, name: string, secret: string): Promise<void> {
  await page.getByLabel('工号或手机号').fill(name)
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** What the authenticator on the telephone would show, `ahead` half minutes from now. */
function codeOf(secret: string, ahead = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead * 30_000 })
}
