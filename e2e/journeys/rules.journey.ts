import { agree, choose } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'rules' })

journey(
  'The rules are read with their clauses, and the next version is prepared, previewed and published',
  async ({ as, walk, print }) => {
    const auditor = await as('auditor')
    const director = await as('coordinationDirector')

    await journey.step('every number with where it comes from, one tap from the clause', async () => {
      await auditor.goto('/desk/plans')
      await auditor.getByRole('navigation', { name: '方案与规则' }).getByRole('link', { name: '规则' }).click()
      await expect(auditor.getByRole('heading', { name: '规则', level: 1 })).toBeVisible()
      await expect(auditor.getByText(/第 1 版，现行/)).toBeVisible()
      const handling = auditor.getByRole('table', { name: '办理和延期' }).getByRole('row', { name: /^办理时限 / })
      await expect(handling).toContainText('15 个工作日')
      await expect(auditor.getByRole('row', { name: /^核查确认时限/ })).toContainText('本办自定')
      await walk(auditor, 'rules', { wholePage: true })
      await handling.getByRole('button').click()
      await expect(auditor.getByRole('region', { name: '条款原文' })).toContainText('（七）')
      await walk(auditor, 'clause')
      await auditor.keyboard.press('Escape')
      await expect(auditor.getByRole('link', { name: '编辑下一版' })).toHaveCount(0)
    })

    await journey.step('on paper', async () => {
      const pages = await print(auditor, 'rules')
      expect(pages.map(({ text }) => text).join('')).toContain('重新办理时限')
    })

    await journey.step('a shorter period, with what it does to real dates', async () => {
      await director.goto('/desk/rules')
      await director.getByRole('link', { name: '编辑下一版' }).click()
      await director.getByRole('button', { name: '改“办理时限”' }).click()
      const days = director.getByLabel('办理时限：多少')
      await days.fill('0')
      await expect(director.getByRole('group', { name: '办理时限', exact: true })).toContainText(
        '“办理时限”缺失或写法不对',
      )
      await walk(director, 'wrong')
      await days.fill('10')
      await director.getByLabel('以这一天为例').fill('2022-09-28')
      const dates = director.getByRole('table', { name: '日期会怎么变' })
      const row = dates.getByRole('row', { name: /^单位反馈办理结果（从起算那天起）/ })
      await expect(row).toContainText('2022-10-24（周一）')
      await expect(row).toContainText('2022-10-17（周一）')
      await director.getByRole('button', { name: '改“不予受理的情形”' }).click()
      await director.getByRole('button', { name: '加一项' }).click()
      await director.getByLabel('不予受理的情形：第 9 项的名称').fill('超过三年的事项')
      await director.getByRole('button', { name: '改“延期由谁批准”' }).click()
      await choose(director.getByRole('combobox', { name: '延期由谁批准' }), '县领导')
      await director.getByLabel('延期由谁批准：依据的文件').fill('县政府专题会议纪要')
      await expect(director.getByRole('heading', { name: '改动 3 项' })).toBeVisible()
      await walk(director, 'prepared')
    })

    await journey.step('what was typed survives the window; without a reason nothing is published', async () => {
      await director.reload()
      await expect(director.getByText('上次没有发布的改动还在这里')).toBeVisible()
      await expect(director.getByLabel('办理时限：多少')).toHaveValue('10')
      await expect(director.getByText('请写明为什么改。')).toBeVisible()
      await expect(director.getByRole('button', { name: '发布下一版' })).toBeDisabled()
    })

    await journey.step('published from a day to come; the version in force stays', async () => {
      await director.getByLabel('从哪一天起生效').fill('2022-09-01')
      await director.getByLabel('为什么改').fill('压缩办理时间')
      await director.getByRole('button', { name: '发布下一版' }).click()
      await expect(director.getByRole('dialog')).toContainText('第 2 版自 2022-09-01（周四） 起生效')
      await agree(director, '发布')
      await expect(director.getByText(/第 2 版，未生效/)).toBeVisible()
      const differences = director.getByRole('table', { name: '与上一版的不同' })
      await expect(differences.getByRole('row', { name: /^办理时限/ })).toContainText('10 个工作日')
      await expect(differences.getByRole('row', { name: /^延期由谁批准/ })).toContainText('县政府专题会议纪要')
      const history = director.getByRole('list', { name: '历次版本' })
      await expect(history).toContainText('压缩办理时间')
      await walk(director, 'published', { wholePage: true })
      await history.getByRole('link', { name: '第 1 版' }).click()
      await expect(director.getByRole('row', { name: /^办理时限 / })).toContainText('15 个工作日')
    })

    await journey.step('an officer prepares, the director publishes', async () => {
      const officer = await as('coordinationOfficer')
      await officer.goto('/desk/rules/next')
      await choose(officer.getByRole('combobox', { name: '参照其他地方的规则' }), '湖北省（2020年）')
      await expect(officer.getByLabel('办理时限：依据的文件', { exact: true })).toHaveValue('鄂政办发〔2020〕66号')
      await expect(officer.getByText('规则由县营商办主任发布。')).toBeVisible()
      await walk(officer, 'another-place')
    })

    await journey.step('on a phone', async () => {
      const phone = await as('coordinationDirector', { window: 'phone' })
      await phone.goto('/desk/rules')
      await expect(phone.getByText('办理时限', { exact: true }).first()).toBeVisible()
      await walk(phone, 'phone-rules', { wholePage: true })
      await phone.goto('/desk/rules/next')
      await phone.getByRole('button', { name: '改“重新办理时限”' }).click()
      await expect(phone.getByLabel('重新办理时限：多少')).toHaveValue('15')
      await walk(phone, 'phone-edit')
    })

    await journey.step('who has nothing to do with rules is told where to find them', async () => {
      const liaison = await as('unitLiaison')
      await liaison.goto('/desk/plans')
      await expect(liaison.getByRole('navigation', { name: '方案与规则' })).toHaveCount(0)
    })
  },
)
