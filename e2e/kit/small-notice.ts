import type { Page } from '@playwright/test'
import { agree, giveFile, rowOf } from './desk.ts'
import { expect } from './journey.ts'

/** A short notice of our own: four tasks of two units of the sample county, one of each kind of deadline. */
export const smallNotice = `某县2022年政务服务提升行动实施方案

某政办发〔2022〕18号

各镇人民政府，县各有关单位：

一、总体要求
让企业和群众办事更方便。

二、实施步骤
（一）部署阶段（2022年7月）。各单位对照任务动手。
（二）推进阶段（2022年8月—12月）。逐项办好。

三、重点任务
1. 公开办事指南。把各事项的办事指南向社会公布。
责任单位：县政务办
完成时限：2022年9月30日

2. 坚持领导接访。主要负责人到窗口体验办事流程。
责任单位：县政务办
完成时限：长年坚持

3. 走访重点企业。了解企业需要，形成走访记录。
责任单位：县工信局
完成时限：长年坚持，每季度至少一次

4. 压缩办理时限。办理时限再压缩三分之一。
责任单位：县政务办
完成时限：2022年8月31日

四、工作要求
各单位要按时完成。

某县人民政府办公室
2022年7月1日
`

/** One more list, as it is handed in after the campaign has begun. */
export const laterList = `附件

某县营商环境问题清单

1. 增设企业服务窗口。窗口要有专人。（责任单位：县工信局，完成时限：2022年10月31日）
2. 清理过时告示。大厅里的告示逐张核对。（责任单位：县政务办，完成时限：2022年8月15日）
`

export type ImportPurpose = '开始一个新行动' | RegExp

/** Gives a text as a file and reads it; ends on the page that compares text and understanding. */
export async function importText(page: Page, text: string, purpose: ImportPurpose): Promise<void> {
  await page.goto('/desk/plans/import')
  await page.getByRole('radio', { name: purpose }).check()
  await giveFile(page.getByRole('group', { name: '方案文件' }), '文件.txt', Buffer.from(text))
  await page.getByRole('button', { name: '读出结构' }).click()
  await expect(page.getByText(/读出 \d+ 项任务/)).toBeVisible()
}

/** From the compared text to a running campaign: units as suggested, one task marked for the public on request. */
export async function publish(page: Page, mustPublish?: string): Promise<void> {
  const step = (name: RegExp) => page.getByRole('navigation', { name: '办理步骤' }).getByRole('button', { name })
  await page.getByRole('link', { name: '办理发布' }).click()
  await step(/单位对应/).click()
  const suggested = page.getByRole('button', { name: '全部按建议对应' })
  await expect(page.getByRole('heading', { level: 2, name: '单位对应' })).toBeVisible()
  await suggested.click()
  await expect(step(/单位对应/)).toContainText('办好')
  if (mustPublish !== undefined) {
    await step(/必须公开/).click()
    const tasks = page.getByRole('table', { name: '必须公开的任务' })
    await rowOf(tasks, mustPublish).getByRole('checkbox').check()
    await page.getByRole('button', { name: '选中的 1 项必须公开' }).click()
    await expect(rowOf(tasks, mustPublish).getByText('必须公开')).toBeVisible()
  }
  await step(/^发布/).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await agree(page, '发布')
  await expect(page).toHaveURL(/\/desk\/campaigns\//)
}

/** The desk works in the campaign of this name from now on. */
export async function workIn(page: Page, name: RegExp): Promise<void> {
  const more = page.getByRole('button', { name: '更多', exact: true }) // the telephone's drawer
  await more.or(page.getByRole('banner').getByRole('button').last()).first().click()
  await page.getByRole('button', { name }).click()
}
