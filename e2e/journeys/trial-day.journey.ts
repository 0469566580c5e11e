import { agree } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'trial-day' })

journey(
  'The day of the trial goes forward, lamps change, it never goes back, and all can begin anew',
  async ({ as, visitor, walk, watch }) => {
    const office = await as('coordinationDirector')
    const strip = office.getByRole('region', { name: '试用日期' })
    await office.goto('/desk/')
    await expect(strip).toContainText('2022-07-04（周一）')

    await journey.step('a week forward', async () => {
      await strip.getByRole('button', { name: '往后一周' }).click()
      await expect(strip).toContainText('2022-07-11（周一）')
      await expect(office.getByText('行动第 41 天，共 273 天').first()).toBeVisible()
    })

    await journey.step('a day is chosen; lamps say it by shape, word and colour', async () => {
      await strip.getByRole('button', { name: '选一天' }).click()
      const day = office.getByLabel('移到哪一天')
      expect(await day.getAttribute('min')).toBe('2022-07-12')
      await day.fill('2022-08-03')
      await strip.getByRole('button', { name: '移到这一天' }).click()
      await expect(strip).toContainText('2022-08-03（周三）')
      await office.goto('/desk/tasks?alert=red&sort=dueOn')
      const mark = office.getByRole('table', { name: '任务台账' }).locator('.mark.red').first()
      await expect(mark).toContainText(/逾期已超 \d+ 个工作日|逾期\s*已超 \d+ 个工作日/)
      await expect(mark.locator('svg path')).toHaveCount(1) // a triangle, not only a colour
      await expect(mark).toHaveCSS('color', /rgb\(1[5-9]\d|rgb\(2\d\d/)
      await walk(office, 'overdue')
      await office.goto('/desk/')
      await expect(office.getByRole('link', { name: /逾期/ }).first()).not.toContainText(/^0/)
      await walk(office, 'today-overdue')
    })

    await journey.step("what is overdue is on the leader's page, by unit", async () => {
      const leader = await as('leader')
      await leader.goto('/desk/')
      await expect(leader.getByRole('heading', { name: '今日' })).toBeVisible()
      await expect(leader.getByText('逾期').first()).toBeVisible()
      await walk(leader, 'leader-overdue', { wholePage: true })
    })

    await journey.step('the day does not go back', async () => {
      await strip.getByRole('button', { name: '选一天' }).click()
      await office.getByLabel('移到哪一天').fill('2022-07-04')
      await expect(strip.getByRole('button', { name: '移到这一天' })).toBeDisabled()
      await strip.getByRole('button', { name: '不移了' }).click()
    })

    await journey.step('all begins anew after a question', async () => {
      watch.allow(/answered 503|^request failed/) // refused while the data are being filled anew
      await strip.getByRole('button', { name: '重新开始' }).click()
      await expect(office.getByRole('dialog')).toContainText('这一步不能撤回')
      await walk(office, 'reset-question')
      await agree(office, '清空并重新开始')
      await expect(strip).toContainText('2022-07-04（周一）', { timeout: 60_000 }) // signed in again, in the same role
      await expect(office.getByRole('button', { name: '营商办主任1' })).toBeVisible()
      await office.goto('/desk/tasks?alert=red')
      await expect(office.getByText('没有符合条件的任务')).toBeVisible()
      const stranger = await visitor()
      await stranger.goto('/desk/tasks')
      await expect(stranger).toHaveURL(/sign-in/)
    })
  },
)
