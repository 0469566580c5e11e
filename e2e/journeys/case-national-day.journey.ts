import { moveDayTo, registerCase } from '../kit/cases.ts'
import { agree, choose, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'case-national-day' })

const unit = '县司法局'
const title = '法律服务费用重复收取'

journey(
  'A complaint over National Day: assigned, extended, answered, told, heard and concluded',
  async ({ as, walk }) => {
    journey.setTimeout(300_000)
    const office = await as('coordinationOfficer')
    await office.goto('/desk/cases')
    await expect(office.getByRole('heading', { name: '没有要办的件' })).toBeVisible()
    await walk(office, 'empty-queue')
    await moveDayTo(office, '2022-09-28')
    const { id, number } = await registerCase(office, {
      title,
      text: '同一项法律服务，窗口收了两次费用，请求核实并退还。',
    })

    await journey.step('the office accepts and assigns from the queue, by the keyboard', async () => {
      await office.goto('/desk/cases?figure=new')
      await expect(rowOf(office, title)).toContainText('待受理')
      await walk(office, 'queue')
      await office.keyboard.press('j')
      await office.keyboard.press('Enter')
      const panel = office.getByRole('complementary', { name: title })
      await panel.getByRole('button', { name: '受理', exact: true }).click()
      await walk(office, 'accept-form')
      await panel.getByRole('form', { name: '受理' }).getByRole('button', { name: '受理', exact: true }).click()
      await panel.getByRole('button', { name: '交办', exact: true }).click()
      const form = panel.getByRole('form', { name: '交办' })
      await choose(form.getByRole('combobox', { name: '承办（牵头）单位' }), unit)
      await form.getByRole('button', { name: '交办', exact: true }).click()
      await expect(panel).toContainText('待签收')
      await walk(office, 'assigned')
    })

    const liaison = await as('unitLiaison', { unit, window: 'phone' })
    await journey.step('the unit signs; every day of the holiday is explained', async () => {
      await liaison.goto('/desk/')
      await expect(liaison.getByText('在本单位手里 1 件')).toBeVisible()
      await liaison.goto('/desk/cases/mine')
      await expect(liaison.getByRole('article', { name: title })).toContainText('下一步：签收')
      await walk(liaison, 'inbox')
      await liaison.getByRole('link', { name: title }).click()
      await liaison.getByRole('button', { name: '签收' }).click()
      await expect(liaison.getByText('办理中').first()).toBeVisible()
      await liaison.getByRole('button', { name: '2022-10-24（周一）' }).first().click()
      const explained = liaison.getByRole('region', { name: '计算过程' })
      await expect(rowOf(explained, '2022-10-01')).toContainText('国庆')
      await expect(rowOf(explained, '2022-10-08')).not.toContainText('—')
      await walk(liaison, 'why-this-day')
      await liaison.keyboard.press('Escape')
      await expect(liaison.getByText(number).first()).toBeVisible()
    })

    const head = await as('unitHead', { unit })
    await journey.step('on the last day the head asks for more time, which the office grants once', async () => {
      await moveDayTo(office, '2022-10-24')
      await head.goto(`/desk/cases/${id}`)
      await head.getByRole('button', { name: '申请延期' }).click()
      await head.getByLabel('延长几个工作日').fill('5')
      await head.getByLabel('特殊原因').fill('需要向收款方核对账目。')
      await head.getByRole('form', { name: '申请延期' }).getByRole('button', { name: '申请延期' }).click()
      await expect(head.getByText('申请 5 天').first()).toBeVisible()
      await walk(head, 'extension-asked', { wholePage: true })
      await office.goto('/desk/cases?figure=extensionAsked')
      await office.getByRole('link', { name: title }).click()
      await office.getByRole('button', { name: '同意延期', exact: true }).click()
      await walk(office, 'grant')
      await office.getByRole('form', { name: '同意延期' }).getByRole('button', { name: '同意延期' }).click()
      await expect(office.getByText('同意 5 天').first()).toBeVisible()
      await expect(office.getByText('原定 2022-10-24').first()).toBeVisible()
    })

    await journey.step('the liaison drafts, a lost page loses nothing, the head signs', async () => {
      await liaison.goto(`/desk/cases/${id}`)
      await liaison.getByRole('button', { name: '拟稿送签' }).click()
      await liaison.getByLabel('办理结果').fill('查实多收一次，已经退还。')
      await liaison.reload()
      await liaison.getByRole('button', { name: '拟稿送签' }).click()
      await expect(liaison.getByLabel('办理结果')).toHaveValue('查实多收一次，已经退还。')
      await choose(liaison.getByLabel('办成什么样'), '解决')
      await walk(liaison, 'draft')
      await liaison.getByRole('button', { name: '送签发' }).click()
      await expect(liaison.getByText('待签发').first()).toBeVisible()
      await head.goto(`/desk/cases/${id}`)
      await walk(head, 'to-sign-off')
      await head.getByRole('button', { name: '签发', exact: true }).click()
      await agree(head, '签发')
      await expect(head.getByText('待核查').first()).toBeVisible()
    })

    await journey.step('the office verifies, tells the submitter, writes down the answer and concludes', async () => {
      await office.goto(`/desk/cases/${id}`)
      await office.getByRole('button', { name: '核查确认' }).click()
      await office.getByLabel('怎么核查的').fill('看了退款凭证。')
      await office.getByRole('form', { name: '核查确认' }).getByRole('button', { name: '核查确认' }).click()
      await agree(office, '核查确认')
      await office.getByRole('button', { name: '反馈反映人' }).click()
      await office.getByLabel('答复内容').fill('多收的费用已经退还。')
      await office.getByRole('form', { name: '反馈反映人' }).getByRole('button', { name: '反馈反映人' }).click()
      await agree(office, '反馈反映人')
      await expect(office.getByText('反映人的意见等到', { exact: false }).first()).toBeAttached()
      await office.getByRole('button', { name: '记录评价' }).click()
      await choose(office.getByLabel('反映人的意见'), '满意')
      await office.getByRole('form', { name: '记录评价' }).getByRole('button', { name: '记录评价' }).click()
      await expect(office.getByText('营商办代为登记').first()).toBeVisible()
      await walk(office, 'heard', { wholePage: true })
      await office.getByRole('button', { name: '办结', exact: true }).click()
      await office.getByRole('form', { name: '办结' }).getByRole('button', { name: '办结', exact: true }).click()
      await agree(office, '办结')
      await expect(office.getByText('2022-10-24 解决')).toBeVisible()
      await walk(office, 'concluded', { wholePage: true })
    })

    await journey.step('where it stands, for those who supervise: not a word of what it says', async () => {
      const supervision = await as('governmentSupervision')
      await supervision.goto('/desk/cases/supervision?show=all')
      await expect(rowOf(supervision, number)).toContainText('延期 1 次')
      await expect(supervision.getByText(title)).toHaveCount(0)
      await walk(supervision, 'without-text')
      const leader = await as('leader', { window: 'phone' })
      await leader.goto('/desk/cases/summary')
      await expect(leader.getByText('100.0%（1/1）').first()).toBeVisible()
      await walk(leader, 'leader', { wholePage: true })
      await office.goto('/desk/cases/board')
      await walk(office, 'board', { wholePage: true })
    })
  },
)
