import sharp from 'sharp'
import { paragraph, wordFile } from '../../server/src/plans/readers/testing/office-file.ts'
import { compound } from '../../server/src/plans/readers/testing/old-word-file.ts'
import { giveFile } from '../kit/desk.ts'
import { expect, journey } from '../kit/journey.ts'

journey.use({ world: 'bad-files' })

journey(
  'A file that cannot be read is refused in a sentence that says what to do, and nothing is half kept',
  async ({ as, walk }) => {
    const page = await as('coordinationDirector')
    const field = page.getByRole('group', { name: '方案文件' })
    const cases: readonly { name: string; content: Buffer; says: RegExp }[] = [
      { name: '空白.docx', content: Buffer.alloc(0), says: /空文件.*重新选择/ },
      { name: '照片.docx', content: await picture(), says: /图片|照片|文字/ },
      {
        name: '加密.docx',
        content: Buffer.from(compound({ EncryptedPackage: [1], EncryptionInfo: [1] })),
        says: /密码|加密/,
      },
      {
        name: '坏了.docx',
        content: Buffer.from(wordFile({ body: paragraph('通知') })).subarray(0, 400),
        says: /损坏|不完整|打不开/,
      },
      {
        name: '程序.docx',
        content: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
        says: /认不出这个文件的格式.*另存为/,
      },
    ]
    for (const { name, content, says } of cases) {
      await journey.step(name, async () => {
        await page.goto('/desk/plans/import')
        await page.getByRole('radio', { name: '开始一个新行动' }).check()
        await giveFile(field, name, content)
        const removable = field.getByRole('button', { name: /移除/ })
        const refused = field.locator('.official')
        await expect(removable.or(refused)).toBeVisible()
        if (await removable.isVisible()) await page.getByRole('button', { name: '读出结构' }).click()
        const sentence = page.getByRole('alert').or(refused).first()
        await expect(sentence).toContainText(says)
        await expect(sentence).not.toContainText(/error|undefined|null|Error/)
        await expect(page).toHaveURL(/plans\/import/)
        await walk(page, 'refused')
      })
    }
    await page.goto('/desk/plans')
    const kept = page.getByRole('table', { name: '导入的方案文件' })
    await expect(kept.getByRole('row')).toHaveCount(2) // the head and the sample: none of the files left anything
    for (const { name } of cases) await expect(kept).not.toContainText(name)
  },
)

journey('A text that is no plan becomes a draft that says so and cannot be published', async ({ as }) => {
  const page = await as('coordinationDirector')
  await page.goto('/desk/plans/import')
  await page.getByRole('radio', { name: '开始一个新行动' }).check()
  const letter = Buffer.from(wordFile({ body: paragraph('各位同事：') + paragraph('本周五下午三点开会。') }))
  await giveFile(page.getByRole('group', { name: '方案文件' }), '开会.docx', letter)
  await page.getByRole('button', { name: '读出结构' }).click()
  await expect(page.getByText('读出 0 项任务')).toBeVisible()
  await page.getByRole('tab', { name: /提示/ }).click()
  await expect(page.getByText('没有在文件中找到任务')).toBeVisible()
  await page.getByRole('link', { name: '办理发布' }).click()
  await page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name: /^发布/ }).click()
  await expect(page.getByText('没有任务可以发布。')).toBeVisible()
  await expect(page.getByRole('button', { name: '发布', exact: true })).toBeDisabled()
  await page.goBack()
  await page.goto('/desk/plans')
  await page.getByRole('link', { name: '开会.docx' }).click()
  await page.getByRole('button', { name: '作废这次导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click()
  await expect(page.getByText('这次导入已作废。')).toBeVisible()
})

async function picture(): Promise<Buffer> {
  return sharp({ create: { width: 80, height: 60, channels: 3, background: '#a98' } })
    .png()
    .toBuffer()
}
