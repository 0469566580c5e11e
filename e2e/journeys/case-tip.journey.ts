import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'case-tip' })

const words = '窗口人员向办事企业索要购物卡，不给就不收材料。'

journey(
  'A tip goes to discipline inspection only; the office and the units find nothing of it',
  async ({ as, visitor, walk }) => {
    journey.setTimeout(240_000)
    const submitter = await visitor({ window: 'phone', script: false })
    await journey.step('somebody reports a person by the portal, without a name and without script', async () => {
      await submitter.goto('/report')
      await submitter.locator('input[name="kind"][value="report"]').check()
      await submitter.locator('input[name="subject"][value="conduct"]').check()
      await submitter.locator('textarea[name="text"]').fill(words)
      await submitter.locator('input[name="who"][value="anonymous"]').check()
      await submitter.locator('input[name="recognisable"][value="no"]').check()
      // A form sent within seconds of its opening is asked to be sent once more; what was typed is still there.
      await expect(async () => {
        await submitter.getByRole('button', { name: '提交' }).click()
        await expect(submitter.locator('#receipt-code')).toBeVisible({ timeout: 3000 })
      }).toPass()
    })

    const discipline = await as('disciplineInspection')
    await journey.step('discipline inspection takes it up and answers; the words stay sealed', async () => {
      await discipline.goto('/desk/tips')
      await expect(discipline.getByRole('row').filter({ hasText: '待处理' })).toHaveCount(1)
      await walk(discipline, 'tips')
      await discipline.getByRole('row').filter({ hasText: '待处理' }).getByRole('link').click()
      await expect(discipline.getByRole('button', { name: '打开（留痕）' })).toBeVisible()
      await expect(discipline.getByText(words)).toHaveCount(0)
      await discipline.getByRole('button', { name: '受理核查' }).click()
      await discipline.getByRole('button', { name: '答复反映人' }).click()
      await discipline.getByRole('form', { name: '答复反映人' }).getByRole('textbox').fill('已经开始核查。')
      await discipline.getByRole('form', { name: '答复反映人' }).getByRole('button', { name: '答复反映人' }).click()
      await discipline.getByRole('dialog').getByRole('button', { name: '答复反映人' }).click()
      await expect(discipline.getByText('已经开始核查。')).toBeVisible()
      await walk(discipline, 'tip', { wholePage: true })
    })

    await journey.step('nobody else has a way to it: no list, no count, no case', async () => {
      const office = await as('coordinationDirector')
      await office.goto('/desk/tips')
      await expect(office.getByText('只由纪检监察机关办理')).toBeVisible()
      await office.goto('/desk/cases?show=all')
      await expect(office.getByRole('heading', { name: '没有符合条件的办件' })).toBeVisible()
      await walk(office, 'office')
      await office.goto('/desk/cases/new')
      await walk(office, 'register', { wholePage: true })
      const head = await as('unitHead', { window: 'phone' })
      await head.goto('/desk/cases/mine?show=open')
      await expect(head.getByRole('heading', { name: '件件都已办结' })).toBeVisible()
      await walk(head, 'unit')
    })
  },
)
