import sharp from 'sharp'
import { expect, journey } from '../kit/journey.ts'

journey(
  'An enterprise reports without a name, on the phone and without script, and follows it by its code',
  async ({ visitor, walk }) => {
    const page = await visitor({ window: 'phone', script: false })
    await page.goto('/')
    await walk(page, 'front-page', { wholePage: true })
    await page.getByRole('link', { name: '我要反映' }).last().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('我要反映')
    await walk(page, 'form', { wholePage: true })

    // Nothing filled in: everything that is missing at once, and nothing is sent.
    await page.waitForTimeout(3100)
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('alert')).toContainText('请选一项：您想做什么')
    await walk(page, 'what-is-missing', { wholePage: true })

    await page.getByLabel('投诉').check()
    await page.getByLabel('发生了什么事？').fill('办理施工许可跑了四趟，每次说的材料都不一样。希望一次说清楚。')
    await page.getByLabel('说的是哪个单位、哪个窗口？').fill('政务大厅工程建设窗口')
    await page.getByLabel('不留姓名').check()
    await page.getByLabel('可能会').check()
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer()
    await page
      .getByLabel('附件（可以不加）')
      .setInputFiles([{ name: 'IMG_20220704.jpg', mimeType: 'image/jpeg', buffer: picture }])
    await page.waitForTimeout(3100)
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('heading', { name: '无法匿名办理' })).toBeVisible()
    await walk(page, 'may-be-recognised', { wholePage: true })
    await page.getByLabel('我看明白了，就这样提交').check()
    await page.waitForTimeout(3100)
    await page.getByRole('button', { name: '提交' }).click()

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('收到了')
    const code = (await page.locator('#receipt-code').innerText()).trim()
    expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    expect(page.url()).not.toContain(code.slice(0, 4))
    await walk(page, 'receipt-code', { wholePage: true })

    await page.getByRole('link', { name: '查进度' }).click()
    await page.getByLabel('回执码', { exact: true }).fill(code)
    await page.getByRole('button', { name: '查看' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的反映')
    await page.getByText('给营商办留言').click()
    await walk(page, 'my-report', { wholePage: true })
    await page.getByLabel('想告诉营商办什么').fill('第五趟又变了。')
    await page.getByRole('button', { name: '提交' }).first().click()
    await expect(page.getByRole('status')).toContainText('留言收到了')
    await page.getByRole('button', { name: '看完了，退出' }).click()
    await expect(page.getByRole('alert')).toContainText('已经退出')
  },
)

journey(
  'A tip about a person is sent with script and reaches discipline inspection only',
  async ({ visitor, as, walk }) => {
    const page = await visitor({ window: 'desk' })
    await page.goto('/report')
    await page.getByLabel('举报').check()
    await page.getByLabel('说的是某个工作人员，或者这个单位自己违纪违法').check()
    await page.getByLabel('发生了什么事？').fill('窗口一名工作人员办事前要求请客吃饭。')
    await page.getByLabel('不留姓名').check()
    await page.getByLabel('不会，这样的情况很多人都遇到过').check()
    await walk(page, 'form', { wholePage: true })
    await page.waitForTimeout(3100)
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByText('只交给了纪检监察机关')).toBeVisible()
    await walk(page, 'sent')
    await page.getByRole('button', { name: '我已经记下，去看进度' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('我的举报')
    await walk(page, 'my-tip', { wholePage: true })

    const office = await as('coordinationDirector')
    const seen = await office.request.get('/api/tips')
    expect(seen.status()).toBe(403)
    const discipline = await as('disciplineInspection')
    expect((await (await discipline.request.get('/api/tips')).json()).rows).toHaveLength(1)
  },
)
