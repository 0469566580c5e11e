import type { z } from 'zod'
import type { casePage } from '@yingshang/core/cases/contract'
import type { ShownRound } from '@yingshang/core/cases/contract-parts'
import {
  caseKindNames,
  caseSourceNames,
  conclusionNames,
  extensionStatusNames,
  printedFormNames,
  satisfactionNames,
  statutoryKindNames,
  tellingWayNames,
} from '@yingshang/core/cases/labels.zh'
import type { PrintedForm } from '@yingshang/core/cases/printed-forms'
import { Html, html } from '../platform/http/html.ts'

type Page = z.infer<typeof casePage.reply>

export interface FormFrame {
  /** Name of the office that issues the paper. */
  readonly office: string
  readonly printedOn: string
  readonly nonce: string
}

type Line = readonly [label: string, value: Html | string]

/** A paper of a case: A4, without script, to be signed and kept. It says what the case page says, and never who sent it in. */
export function formPage(form: PrintedForm, page: Page, frame: FormFrame): string {
  const name = printedFormNames[form]
  const { lines, signatures, lead } = contentOf(form, page)
  return `<!doctype html>\n${
    html`<html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${name} ${page.number}</title>
        <style nonce="${frame.nonce}">
          ${style}
        </style>
      </head>
      <body>
        <h1>${frame.office}${name}</h1>
        <p class="number">编号：${page.number}</p>
        ${lead === '' ? '' : html`<p class="lead">${lead}</p>`}
        <table>
          ${lines.map(
            ([label, value]) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${value}</td>
              </tr>`,
          )}
        </table>
        <div class="signatures">
          ${signatures.map(
            (who) =>
              html`<div>
                <p>${who}</p>
                <p class="line">签字（盖章）：</p>
                <p class="line">年　　月　　日</p>
              </div>`,
          )}
        </div>
        <p class="foot">${frame.office}　${dayWords(frame.printedOn)} 打印</p>
      </body>
    </html>`.text
  }`
}

/** Our own text: quotes in it must reach the browser as they are. */
const style = new Html(`@page { size: A4; margin: 20mm 22mm }
body { font-family: "Songti SC", SimSun, "Noto Serif CJK SC", serif; font-size: 14pt; line-height: 1.6; color: #000; max-width: 170mm; margin: 0 auto }
h1 { font-family: "Heiti SC", SimHei, sans-serif; font-size: 20pt; text-align: center; margin: 8mm 0 4mm }
.number { text-align: right; margin: 0 0 4mm }
.lead { text-indent: 2em }
table { width: 100%; border-collapse: collapse }
th, td { border: 1px solid #000; padding: 2mm 3mm; vertical-align: top; text-align: left }
th { width: 32mm; font-weight: normal; white-space: nowrap }
td { white-space: pre-wrap; overflow-wrap: anywhere }
.signatures { display: flex; gap: 8mm; margin-top: 8mm }
.signatures div { flex: 1; border: 1px solid #000; padding: 2mm 3mm; break-inside: avoid }
.signatures p { margin: 0 0 2mm }
.line { min-height: 9mm }
.foot { text-align: right; margin-top: 8mm; font-size: 11pt }`)

interface Content {
  readonly lead: string
  readonly lines: readonly Line[]
  readonly signatures: readonly string[]
}

function contentOf(form: PrintedForm, page: Page): Content {
  const round = page.rounds.at(-1)
  switch (form) {
    case 'assignment':
      return assignment(page, round!)
    case 'rework':
      return rework(page, round!, page.rounds.at(-2)!)
    case 'extension':
      return extension(page, round!)
    case 'verification':
      return verification(page, round!)
    case 'feedback':
      return feedback(page, round!)
    case 'supplement': {
      const asked = page.supplements.at(-1)!
      return {
        lead: `您反映的事项（编号 ${page.number}）需要补充下列材料或者说明。请一次补齐；收到后期限重新起算。`,
        lines: [
          ['反映事项', page.title],
          ['需要补正', asked.what],
          ['告知日期', dayWords(asked.askedOn)],
          ['补正期限', `${dayWords(asked.dueOn)}以前。逾期没有补正的，按未补正办结，以后可以重新反映。`],
        ],
        signatures: ['经办人', '营商办负责人'],
      }
    }
    case 'refusal':
      return {
        lead: `您反映的事项（编号 ${page.number}）经审查，属于下列情形，不予受理。`,
        lines: [
          ['反映事项', page.title],
          ['收到日期', dayWords(page.receivedOn)],
          ['不予受理情形', page.conclusion?.ground?.name ?? ''],
          ['说明', page.conclusion?.words ?? ''],
          ['告知日期', dayWords(page.conclusion?.on ?? '')],
          ['其他途径', '不影响您依法申请行政复议、提起诉讼或者向有关机关反映；复议和诉讼的期限照常计算。'],
        ],
        signatures: ['经办人', '营商办负责人'],
      }
  }
}

/** What every paper that goes to a unit begins with. */
function matter(page: Page): Line[] {
  return [
    ['来源', `${caseSourceNames[page.source]}　${caseKindNames[page.kind]}`],
    ['收到日期', dayWords(page.receivedOn)],
    ['问题分类', [page.category?.name, page.head?.name].filter(Boolean).join('；')],
    ['反映对象', page.object],
    ['事项', page.title],
    ['内容（脱敏）', page.text],
  ]
}

function assignment(page: Page, round: ShownRound): Content {
  return {
    lead: '现将下列事项交你单位办理，请按期限反馈办理结果。不得打听、泄露反映人信息，不得打击报复。',
    lines: [
      ...matter(page),
      ['首问单位', page.firstContactUnit?.name ?? ''],
      ['承办单位', round.leadUnit?.name ?? ''],
      ['配合单位', supportingWords(round)],
      ['交办日期', dayWords(round.assignedOn ?? '')],
      ['办理期限', dueWords(page, round)],
      [
        '退单',
        round.binding ? '营商办已裁定，不得退单。' : '认为不属于本单位的，在退单期限内写明理由退回；每轮只能退一次。',
      ],
    ],
    signatures: ['营商办负责人', '承办单位签收'],
  }
}

function rework(page: Page, round: ShownRound, before: ShownRound): Content {
  return {
    lead: '反映人对办理结果不满意并提供了新的证据和理由，经判断发回重新办理。重新办理不得超过下列期限。',
    lines: [
      ...matter(page),
      ['上一轮结果', before.result?.text ?? ''],
      ['发回理由', before.reworkRequest?.why ?? ''],
      ['新的证据', `${before.reworkRequest?.evidence ?? 0} 件`],
      ['轮次', `第 ${round.no} 轮`],
      ['承办单位', round.leadUnit?.name ?? ''],
      ['办理期限', dueWords(page, round)],
    ],
    signatures: ['营商办负责人', '承办单位签收'],
  }
}

function extension(page: Page, round: ShownRound): Content {
  const asked = round.extensions.at(-1)!
  const decision = `${extensionStatusNames[asked.status]}${asked.status === 'granted' ? `，延长 ${asked.grantedDays} 天，期限至 ${dayWords(round.dueOn ?? '')}` : ''}`
  return {
    lead: '',
    lines: [
      ['事项', page.title],
      ['承办单位', asked.unit.name],
      ['首次期限', dayWords(round.firstDueOn ?? '')],
      ['申请日期', dayWords(asked.askedOn)],
      ['申请延长', `${asked.days} 天`],
      ['特殊原因', asked.reason],
      ['审批意见', decision],
      ['审批人', asked.decidedBy?.name ?? ''],
      ['审批日期', asked.decidedOn === null ? '' : dayWords(asked.decidedOn)],
      ['告知反映人', toldWords(page, 'extension')],
    ],
    signatures: ['承办单位负责人', '营商办负责人'],
  }
}

function verification(page: Page, round: ShownRound): Content {
  return {
    lead: '',
    lines: [
      ['事项', page.title],
      ['承办单位', round.leadUnit?.name ?? ''],
      ['办理期限', dueWords(page, round)],
      ['首次反馈结果', `${dayWords(round.firstResultOn ?? '')}${round.firstAnswerLate ? '（逾期）' : ''}`],
      ['退回修改', round.returns === 0 ? '无' : `${round.returns} 次`],
      ['办理结果', round.result?.text ?? ''],
      ['佐证材料', (round.result?.files ?? []).map((file) => file.name).join('\n')],
      ['核查结论', round.outcome === null ? '尚未核查确认' : conclusionNames[round.outcome]],
      ['确认日期', dayWords(round.verifiedOn ?? '')],
    ],
    signatures: ['核查人', '营商办负责人'],
  }
}

function feedback(page: Page, round: ShownRound): Content {
  const rating = round.ratings.at(-1)
  return {
    lead: '',
    lines: [
      ['事项', page.title],
      ['承办单位', round.leadUnit?.name ?? ''],
      ['核查确认', dayWords(round.verifiedOn ?? '')],
      [
        '反馈日期、方式',
        `${dayWords(round.informedOn ?? '')}　${round.informedBy === null ? '' : tellingWayNames[round.informedBy]}`,
      ],
      [
        '没有联系上',
        round.attempts.length === 0
          ? '无'
          : round.attempts.map((one) => `${dayWords(one.on)} ${tellingWayNames[one.way]}`).join('\n'),
      ],
      ['反馈内容', round.answer],
      ['反映人评价', rating ? satisfactionNames[rating.satisfaction] : '尚未评价'],
      ['原因', rating?.reasons.map((one) => one.name).join('；') ?? ''],
      ['意见', rating?.words ?? ''],
    ],
    signatures: ['反馈人', '营商办负责人'],
  }
}

function dueWords(page: Page, round: ShownRound): string {
  if (round.statutory)
    return `${dayWords(round.dueOn ?? '')}（${statutoryKindNames[round.statutory.kind]}：${round.statutory.statute} ${round.statutory.article}）`
  const clock = page.clocks.find((one) => one.clock === 'handle')
  if (round.dueOn === null) return '自签收之日起计算'
  const provisional = clock?.record.provisional ? '（暂定：放假安排公布后可能调整）' : ''
  const moved =
    round.firstDueOn !== null && round.firstDueOn !== round.dueOn ? `，首次期限 ${dayWords(round.firstDueOn)}` : ''
  return `${dayWords(round.dueOn)}以前${moved}${provisional}`
}

function supportingWords(round: ShownRound): string {
  return round.supporting
    .map((one) => `${one.unit.name}${one.innerDueOn === null ? '' : `（${dayWords(one.innerDueOn)}以前交牵头单位）`}`)
    .join('\n')
}

function toldWords(page: Page, about: Page['tellings'][number]['about']): string {
  const told = page.tellings.findLast((one) => one.about === about)
  return told ? `${dayWords(told.on)}　${tellingWayNames[told.way]}` : ''
}

function dayWords(day: string): string {
  return day === '' ? '' : `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}
