import type { Page } from '@playwright/test'
import { agree, choose, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'changes' })

const task = '权力事项再精简' // 县政务办 and 县委编办, due 2022-10-31
const mine = (page: Page) => page.locator('.my-part').filter({ has: page.getByRole('link', { name: task }) })

journey(
  'A later date is asked for, refused, asked again and approved; the first date stays in sight',
  async ({ as, walk }) => {
    const head = await as('unitHead', { unit: '县政务办' })
    const office = await as('coordinationDirector')
    const ask = async (until: string, reason: string) => {
      await mine(head).getByRole('button', { name: '申请调整' }).click()
      await head.getByLabel('申请改到哪一天').fill(until)
      await head.getByLabel('原因').fill(reason)
      await head.getByRole('button', { name: '提出申请' }).click()
      await expect(head.getByLabel('申请改到哪一天')).toHaveCount(0)
    }

    await head.goto('/desk/tasks/mine')
    await mine(head).getByRole('button', { name: '签收' }).click()
    await expect(mine(head)).toContainText('办理中')
    await ask('2022-12-31', '上级目录还没有公布。')
    await expect(mine(head)).toContainText('2022-10-31（周一）') // until it is approved, the old date counts

    await journey.step('refused with a reason', async () => {
      await office.goto('/desk/')
      const request = office.getByRole('article').filter({ hasText: '期限改到' })
      await expect(request).toContainText('上级目录还没有公布。')
      await walk(office, 'asked')
      await request.getByRole('button', { name: '不同意' }).click()
      await office.getByLabel('原因').fill('请先办已经明确的部分，年底前不必整体推迟。')
      await office.getByRole('button', { name: '答复不同意' }).click()
      await expect(request).toHaveCount(0)
      await head.goto('/desk/tasks/requests')
      const answered = head.getByRole('article').filter({ hasText: '不同意' })
      await expect(answered).toContainText('请先办已经明确的部分，年底前不必整体推迟。')
      await walk(head, 'refused')
    })

    await journey.step('asked again and approved', async () => {
      await head.goto('/desk/tasks/mine')
      await ask('2022-11-30', '只推迟未公布目录的两项。')
      await office.goto('/desk/tasks/requests')
      await office
        .getByRole('article')
        .filter({ hasText: '待批' })
        .getByRole('button', { name: '同意', exact: true })
        .click()
      await expect(office.getByRole('article').filter({ hasText: '已同意' })).toHaveCount(1)
    })

    await journey.step('the first date stays beside the new one, and the explanation keeps both', async () => {
      await head.goto('/desk/tasks/mine')
      await expect(mine(head)).toContainText('2022-11-30（周三）')
      await expect(mine(head)).toContainText('原定 2022-10-31')
      await mine(head).getByRole('button', { name: '2022-11-30（周三）' }).click()
      const why = head.getByRole('dialog')
      await expect(why).toContainText('最初定的')
      await expect(why).toContainText('2022-10-31（周一）')
      await expect(why).toContainText('改过的日期')
      await walk(head, 'explained')
    })
  },
)

journey('Two units are merged in mid-year, and the open parts go along', async ({ as, walk }) => {
  const admin = await as('administrator')
  await admin.goto('/desk/units')
  await walk(admin, 'units')
  await admin.getByRole('link', { name: '县委编办', exact: true }).click()
  await expect(admin.getByRole('heading', { level: 1, name: '县委编办' })).toBeVisible()
  await walk(admin, 'unit-changes')
  await admin.getByRole('button', { name: '并入另一个单位' }).click()
  await choose(admin.getByRole('combobox', { name: '并入哪个单位' }), '县委组织部')
  await walk(admin, 'merger')
  await admin.getByRole('button', { name: '并入', exact: true }).click()
  await expect(admin.getByRole('dialog')).toContainText('没办结的任务一并划转')
  await agree(admin, '并入')
  await expect(admin.getByRole('status')).toContainText('县委编办已并入县委组织部')
  await admin.getByRole('link', { name: '打开县委组织部' }).click()
  await expect(admin.getByRole('heading', { level: 1, name: '县委组织部' })).toBeVisible()
  await expect(admin.getByText('别的叫法').first()).toBeVisible()
  await expect(admin.getByText('县委编办').first()).toBeVisible()

  const office = await as('coordinationDirector')
  await office.goto('/desk/tasks?q=' + encodeURIComponent(task))
  await expect(rowOf(office, task)).toContainText('县委组织部')
  await expect(rowOf(office, task)).not.toContainText('县委编办')
  await office.getByRole('link', { name: task }).click()
  const part = office.getByRole('group').filter({ hasText: '县委组织部' })
  await part.getByText('县委组织部', { exact: true }).click()
  await expect(part).toContainText('原承办单位')
  await expect(part).toContainText('县委编办')
  await walk(office, 'moved-part', { wholePage: true })
})
