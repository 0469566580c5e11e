import type { Page } from '@playwright/test'
import { agree, choose, rowOf } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'calendar' })

const task = '一证准营' // 县市场监管局 and 县政务办, due on 2022-07-31
/** A made notice for a year that has none yet; `first` is how 元旦 is written. */
const notice = (first: string) =>
  [
    '国务院办公厅关于2027年部分节假日安排的通知',
    '国办发明电〔2026〕9号',
    `一、元旦：${first}放假，共3天。`,
    '二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。',
    '三、清明节：4月3日（周六）至5日（周一）放假，共3天。',
    '四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。',
    '五、端午节：6月9日（周三）放假，共1天。',
    '六、中秋节：9月15日（周三）放假，共1天。',
    '七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。',
    '国务院办公厅',
    '2026年11月2日',
  ].join('\n')

const month = (page: Page, name: string) => page.locator('table.month', { hasText: name })

journey(
  'The office looks a year up, counts a date, adds a year, enters a local day, and confirms what it moves',
  async ({ as, walk, print }) => {
    const office = await as('coordinationDirector')

    await journey.step('the year says by word and shape which days are worked', async () => {
      await office.goto('/desk/calendar')
      await expect(office.getByText('2022 年：已发布，工作日 249 天')).toBeVisible()
      const october = month(office, '10 月')
      await expect(october).toContainText('18 个工作日')
      await expect(october.getByTitle('2022-10-08 国庆节调休上班')).toContainText('班')
      await expect(october.getByTitle('2022-10-07 国庆节放假')).toContainText('休')
      await walk(office, 'year', { wholePage: true })
      const sheets = await print(office, 'work-calendar')
      expect(sheets.map((sheet) => sheet.text).join('')).toContain('2022-10-08（周六）、2022-10-09（周日）')
    })

    await journey.step('a date over National Day, explained line by line', async () => {
      await office.getByLabel('从哪天起').fill('2022-09-28')
      await office.getByLabel('第几个工作日').fill('15')
      await expect(office.getByText('第 15 个工作日是 2022-10-24（周一）。')).toBeVisible()
      const days = office.getByRole('table', { name: '逐日说明' })
      await expect(rowOf(days, '2022-10-09（周日）')).toContainText('国庆节调休上班')
      await expect(rowOf(days, '2022-10-03（周一）')).toContainText('—')
      await office.getByLabel('从哪天起').fill('2026-12-21')
      await expect(office.getByText('第 15 个工作日是 2027-01-12（周二）（暂定')).toBeVisible()
      await office.getByLabel('第几个工作日').fill('0')
      await expect(office.getByText('请填 1 到 500 之间的整数')).toBeVisible()
    })

    await journey.step('a year without a notice says that it is provisional', async () => {
      await office.goto('/desk/calendar?year=2027')
      await expect(office.getByText('2027 年的放假通知还没有载入')).toBeVisible()
      await walk(office, 'year-without-notice')
      await office.getByRole('link', { name: '载入放假通知' }).click()
    })

    await journey.step('a notice with mistakes: all of them at once, nothing is adopted', async () => {
      await office.getByLabel('通知全文').fill(notice('1月1日（周三）至3日（周日）').replace('共1天', '共2天'))
      await office.getByRole('button', { name: '预览', exact: true }).click()
      await expect(office.getByText('2027-01-01 是周五，通知里写的是周三')).toBeVisible()
      await expect(office.getByText('写明共 2 天，按日期算是 1 天')).toBeVisible()
      await expect(office.getByRole('button', { name: /^采用，成为第/ })).toHaveCount(0)
      await walk(office, 'notice-with-mistakes', { wholePage: true })
    })

    await journey.step('put right, it becomes version 2; nothing that is open now is touched by it', async () => {
      await office.getByLabel('通知全文').fill(notice('1月1日（周五）至3日（周日）'))
      await office.getByRole('button', { name: '预览', exact: true }).click()
      await expect(office.getByText('读出 2027 年放假 27 天、调休上班 6 天')).toBeVisible()
      await expect(rowOf(office, '2027-02-20（周六）')).toContainText('变为工作日')
      await expect(office.getByText('没有在办的期限会变动。')).toBeVisible()
      await walk(office, 'notice-understood', { wholePage: true })
      await office.getByRole('button', { name: '采用，成为第 2 版' }).click()
      await expect(office.getByText('已采用，现用第 2 版日历')).toBeVisible()
      await expect(office.getByText('没有期限需要变动')).toBeVisible()
      await office.goto('/desk/calendar?year=2027')
      await expect(office.getByText('2027 年：已发布')).toBeVisible()
    })

    const other = await as('unitHead', { unit: '县政务办' })
    await journey.step('a joint task: the other unit owes its part five working days before', async () => {
      await office.goto('/desk/tasks?q=' + encodeURIComponent(task))
      await office.getByRole('link', { name: task }).click()
      await office.getByRole('button', { name: '明确牵头单位' }).click()
      await choose(office.getByRole('combobox', { name: '牵头单位' }), '县市场监管局')
      await office.getByLabel('原因').fill('由登记机关汇总。')
      await office.getByRole('button', { name: '明确牵头单位' }).last().click()
      await expect(office.getByRole('article', { name: '县政务办的部分' })).toContainText('2022-07-25（周一）')
    })
    const taskPage = office.url()

    await journey.step('a local day off: what it would move is shown before it is adopted', async () => {
      await office.goto('/desk/calendar/change?way=local')
      await office.getByLabel('日期', { exact: true }).fill('2022-07-27')
      await office.getByLabel('名称').fill('县里放假')
      await office.getByLabel('依据', { exact: true }).fill('县政府办通知')
      await office.getByRole('button', { name: '加到列表' }).click()
      await office.getByRole('button', { name: '预览', exact: true }).click()
      const moving = office.getByRole('table', { name: '任务清单中各单位的期限' })
      const row = rowOf(moving, '县政务办').filter({ hasText: task })
      await expect(row).toContainText('2022-07-25（周一）')
      await expect(row).toContainText('2022-07-22（周五）')
      await expect(row).toContainText('2022-07-27 周三：工作日 → 县里放假（本地放假）')
      await walk(office, 'local-day', { wholePage: true })
      await expect(office.getByRole('button', { name: '采用，成为第 3 版' })).toBeDisabled()
      await office.getByLabel('依据或原因').fill('县政府办通知')
      await office.getByRole('button', { name: '采用，成为第 3 版' }).click()
      await expect(office.getByText('已采用，现用第 3 版日历')).toBeVisible()
    })

    await journey.step('nothing moves by itself; a person confirms, and both dates stay', async () => {
      await other.goto(taskPage)
      const part = other.getByRole('article', { name: '县政务办的部分' })
      await expect(part).toContainText('2022-07-25（周一）')
      await walk(office, 'moves')
      const confirm = office.getByRole('button', { name: /^确认这 \d+ 件$/ })
      await confirm.click()
      await agree(office, '确认重算')
      await expect(office.getByText('没有期限需要变动')).toBeVisible()
      await other.reload()
      await expect(part).toContainText('2022-07-22（周五）')
      await expect(part).toContainText('原定 2022-07-31')
      await part.getByRole('button', { name: '2022-07-22（周五）' }).click()
      const why = other.getByRole('region', { name: '计算过程' })
      await expect(why).toContainText('工作日历更新为第 3 版')
      await expect(why).toContainText('2022-07-25')
    })

    await journey.step('the versions say who, when and from what; an undo is a newer version', async () => {
      await office.goto('/desk/calendar/versions')
      const versions = office.getByRole('table', { name: '版本' })
      await expect(rowOf(versions, '第 3 版')).toContainText('营商办主任1')
      await expect(rowOf(versions, '第 2 版')).toContainText('国办发明电〔2026〕9号')
      await walk(office, 'versions', { wholePage: true })
      await rowOf(versions, '第 2 版').click()
      await expect(
        office.getByRole('region').or(office.locator('pre')).filter({ hasText: '部分节假日安排' }),
      ).toBeVisible()
      await walk(office, 'one-version')
      await office.getByRole('link', { name: '恢复为这一版' }).click()
      await office.getByRole('button', { name: '预览', exact: true }).click()
      await expect(office.getByText('与现用日历相差 1 天')).toBeVisible()
      await office.getByLabel('依据或原因').fill('通知撤回')
      await office.getByRole('button', { name: '采用，成为第 4 版' }).click()
      await expect(office.getByText('按第 4 版日历会变动')).toBeVisible()
      await office.goto('/desk/calendar')
      await expect(office.getByText('还没有人确认')).toBeVisible()
    })
  },
)

journey(
  'Everybody may look the calendar up on a phone; only the office and the administrator change it',
  async ({ as, walk }) => {
    const liaison = await as('unitLiaison', { window: 'phone' })
    await liaison.goto('/desk/calendar?year=2023')
    await expect(liaison.getByText('2023 年：已发布，工作日 249 天')).toBeVisible()
    await expect(liaison.getByRole('link', { name: '更新日历' })).toHaveCount(0)
    await walk(liaison, 'year', { wholePage: true })
    await liaison.goto('/desk/calendar/versions')
    await expect(liaison.getByRole('table', { name: '各年情况' })).toContainText('2022 年')
    await walk(liaison, 'versions')
    await liaison.goto('/desk/calendar/change')
    await expect(liaison.getByText('工作日历由营商办和系统管理员维护')).toBeVisible()
    const administrator = await as('administrator', { window: 'phone' })
    await administrator.goto('/desk/calendar/change?way=local')
    await expect(administrator.getByRole('button', { name: '加到列表' })).toBeVisible()
    await walk(administrator, 'local-days', { wholePage: true })

    await journey.step('a year by file, before its notice: it is kept as provisional', async () => {
      await administrator.getByRole('radio', { name: '导入年度文件' }).check()
      const days = [{ name: '元旦', date: '2028-01-01', isOffDay: true }]
      const file = {
        name: '2028.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ year: 2028, days })),
      }
      await administrator.getByLabel('年度放假文件').setInputFiles(file)
      await administrator.getByRole('radio', { name: '预排，通知还没有发布' }).check()
      await administrator.getByRole('button', { name: '预览', exact: true }).click()
      await expect(administrator.getByText(/2028 年没有看到：春节/)).toBeVisible()
      await administrator.getByRole('checkbox', { name: /已核对/ }).check()
      await walk(administrator, 'file-understood', { wholePage: true })
      await administrator.getByRole('button', { name: /^采用，成为第/ }).click()
      await expect(administrator.getByText('已采用')).toBeVisible()
      await administrator.goto('/desk/calendar?year=2028')
      await expect(administrator.getByText('2028 年：预排')).toBeVisible()
    })
  },
)
