import type { AssignmentRefusal } from './assignment.ts'
import type { ChangeRequestRefusal } from './change-request.ts'
import type { PolicyRefusal } from './policy.ts'
import type { ReportingRunRefusal } from './reporting-run.ts'
import type { TaskRefusal } from './task.ts'

/** Refusals that only the server can find. */
export const taskServerRefusals = [
  'task.not-found',
  'assignment.not-found',
  'assignment.files-not-yours',
  'assignment.person-not-of-unit',
  'changeRequest.not-found',
  'reportingRun.not-found',
  'reportingRun.part-not-open',
] as const
export type TaskServerRefusal = (typeof taskServerRefusals)[number]

type Code =
  | TaskRefusal
  | AssignmentRefusal
  | ChangeRequestRefusal
  | ReportingRunRefusal
  | PolicyRefusal
  | TaskServerRefusal

/** Why the answer is no and what to do instead, for every refusal about tasks. `{name}` stands for a fact. */
export const taskSentences: Record<Code, string> = {
  'task.not-now': '任务当前的状态不能办理这一步，可能刚有变动。请刷新后核对。',
  'task.reason-missing': '请写明原因。',
  'task.same-date': '期限已经是 {dueOn}，不用再改。',
  'task.date-past': '{dueOn} 已经过去。请选今天或以后的日期。',
  'task.unit-has-no-part': '这个单位没有参加这项任务。请先把它加进来，再明确牵头。',
  'task.unit-has-part': '这个单位已经参加这项任务，不用再加。',
  'task.same-lead': '牵头单位没有变化，不用再改。',
  'task.ongoing-never-closed': '长年坚持的任务不办结、不销号，年度小结确认后转入常态。',
  'task.period-opened-before': '这一期已经开始。',
  'task.office-only': '任务由县营商办调整。需要调整时，请在本单位的部分里提出申请。',
  'task.system-only': '这一步由程序在发布、到期或者办结时自动办理。',
  'task.readers-only': '当前岗位没有可以查看的任务。',
  'task.own-unit': '这项任务涉及本人所在单位，按回避规定请营商办其他同志办理。',
  'task.not-found': '没有找到这项任务，可能已经撤销，或者不在当前岗位的查看范围内。',
  'assignment.not-now': '这一部分当前的状态不能办理这一步，可能刚有变动。请刷新后核对。',
  'assignment.text-missing': '请填写内容。',
  'assignment.reason-missing': '请写明原因。',
  'assignment.publication-needed': '这项任务须向社会公布。请填写公布的网址或地点和公布日期。',
  'assignment.publication-in-future': '公布日期 {on} 还没有到。请在公布以后再报送。',
  'assignment.parts-outstanding':
    '还有 {count} 个单位的部分没有收到。请先催收；确实不等的，请勾选“不等未报单位”后再报送。',
  'assignment.receiver-settled': '接收方的部分已经有了结论，这里不用再办。',
  'assignment.ongoing-never-closed': '长年坚持的任务不办结、不销号，请选“转入常态”。',
  'assignment.pass-inside-only': '只能转交本单位的内设机构或下属单位。需要其他单位办理的，请提出调整申请。',
  'assignment.inner-date-not-earlier': '内部期限 {innerDueOn} 须早于上一级的期限 {dueOn}，给汇总留出时间。',
  'assignment.inner-date-past': '内部期限 {innerDueOn} 已经过去。请选今天或以后的日期。',
  'assignment.unit-holds-part': '那个单位在这项任务里已经有一部分，不能再交给它一份。',
  'assignment.same-unit': '还是同一个单位，不用再改。',
  'assignment.change-asked-before': '已经有一份申请等营商办答复。需要改内容的，请先撤回。',
  'assignment.same-date': '期限已经是 {dueOn}，不用再改。',
  'assignment.date-past': '{dueOn} 已经过去。请选今天或以后的日期。',
  'assignment.report-unknown': '没有找到要更正的那条进展。请刷新后再试。',
  'assignment.inner-part': '这是单位内部转交的部分，期限和经办由转交的单位决定。',
  'assignment.office-only': '这一步由县营商办办理。',
  'assignment.unit-only': '这一步由承办单位的人员办理。',
  'assignment.managers-only': '这一步由主要负责人、分管负责人或者联络员办理。',
  'assignment.head-signs': '报出单位的事项由主要负责人或分管负责人办理；联络员拟稿送签，请他们签发。',
  'assignment.receiver-only': '这一步由接收这一部分的单位办理。',
  'assignment.receiver-managers-only': '接收和退回由接收单位的负责人或者联络员办理。',
  'assignment.not-handed-in-to-office': '这一部分报给牵头单位或上级单位，营商办不直接核查。',
  'assignment.not-handed-in-to-unit': '这一部分直接报营商办。',
  'assignment.own-unit': '这一部分由本人所在单位承办，按回避规定请营商办其他同志办理。',
  'assignment.own-item': '这一部分由本人拟稿、报送或者负责，按回避规定请其他同志办理。',
  'assignment.system-only': '这一步由程序随任务的变动自动办理。',
  'assignment.not-found': '没有找到这一部分，可能已经撤销，或者不在当前岗位的查看范围内。',
  'assignment.person-not-of-unit': '具体负责人只能从本单位（含内设机构、下属单位）的人员中选。请重新选择。',
  'assignment.files-not-yours': '有附件不是本人上传的，没有收下。请重新上传后再提交。',
  'changeRequest.not-now': '这份申请已经有了结果。请刷新后核对。',
  'changeRequest.reason-missing': '请写明原因。',
  'changeRequest.date-past': '申请的日期 {dueOn} 已经过去，不能照办。请换一个日期，或者不同意并说明。',
  'changeRequest.office-only': '调整申请由县营商办审批。',
  'changeRequest.own-unit': '这份申请涉及本人所在单位，按回避规定请营商办其他同志审批。',
  'changeRequest.own-item': '这份申请由本人提出，按回避规定请其他同志审批。',
  'changeRequest.unit-only': '只有提出申请的单位可以撤回。',
  'changeRequest.not-found': '没有找到这份申请。',
  'reportingRun.not-now': '这次调度已经结束。',
  'reportingRun.office-only': '调度由县营商办组织。',
  'reportingRun.title-missing': '请填写调度名称。',
  'reportingRun.date-past': '报送截止日 {dueOn} 已经过去。请选今天或以后的日期。',
  'reportingRun.nothing-chosen': '选定范围里没有在办的部分，没有单位要报。请换一个范围。',
  'reportingRun.too-many': '选定了 {count} 个部分，一次最多 {most} 个。请按清单或者单位分几次调度。',
  'reportingRun.nobody-missing': '都已经报了，不用提醒。',
  'reportingRun.not-found': '没有找到这次调度。',
  'reportingRun.part-not-open': '选定的部分里有的已经办结或者撤销。请刷新后重新选择。',
}
