import { agree, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey(
  'The administrator reads who could not get in and sets how long a password lasts',
  async ({ as, visitor, walk }) => {
    const stranger = await visitor()
    await stranger.goto('/desk/sign-in')
    await stranger.getByLabel('工号或手机号').fill('没有这个人')
    await stranger.getByLabel('密码', { exact: true }).fill('随便一个密码')
    await stranger.getByRole('button', { name: '登录', exact: true }).click()
    await expect(stranger.getByRole('alert')).toBeVisible()

    const admin = await as('administrator')
    await admin.goto('/desk/status')
    await admin.getByRole('navigation', { name: '运行和登录' }).getByRole('link', { name: '登录记录' }).click()
    await expect(rowOf(admin, '用试用链接登录').filter({ hasText: '系统管理员1' }).first()).toBeVisible()
    await walk(admin, 'sign-in-log')
    await admin.getByRole('checkbox', { name: '只看没通过的' }).check()
    await expect(rowOf(admin, '密码错误').filter({ hasText: '没有这个工号' }).first()).toBeVisible()
    await expect(rowOf(admin, '用试用链接登录')).toHaveCount(0)
    await expect(admin.getByText('没有这个人')).toHaveCount(0) // what was typed may be a password

    await admin.getByRole('link', { name: '登录设置' }).click()
    await admin.getByLabel('密码多少天到期').fill('800')
    await admin.getByRole('button', { name: '修改', exact: true }).click()
    await agree(admin, '修改')
    await expect(admin.getByText('密码有效期最多 730 天，0 表示不限').first()).toBeVisible()
    await admin.getByLabel('密码多少天到期').fill('180')
    await walk(admin, 'access-rules')
    await admin.getByRole('button', { name: '修改', exact: true }).click()
    await expect(admin.getByRole('dialog')).toContainText('密码 180 天到期')
    await agree(admin, '修改')
    await expect(admin.getByRole('status')).toHaveText('已修改。')
    await admin.reload()
    await expect(admin.getByLabel('密码多少天到期')).toHaveValue('180')
  },
)

journey(
  'The auditor reads the sign-in log of one person, on the phone too, and can set nothing',
  async ({ as, walk, print }) => {
    const auditor = await as('auditor', { window: 'phone' })
    await auditor.goto('/desk/sign-in-log')
    await expect(auditor.getByRole('link', { name: '登录设置' })).toHaveCount(0)
    await auditor.getByRole('link', { name: '县审计局审计1' }).first().click()
    await auditor.getByRole('link', { name: '看登录记录' }).click()
    await expect(auditor.getByText(/^只看县审计局县审计局审计1的/)).toBeVisible()
    await walk(auditor, 'log-of-one-person')
    expect((await print(auditor, 'sign-in-log'))[0]!.text).toContain('用试用链接登录')
    await auditor.goto('/desk/access-rules')
    await expect(auditor.getByRole('alert')).toBeVisible()
  },
)
