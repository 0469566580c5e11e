import type { OfferedCaseAction } from '@yingshang/core/cases/case-actions'

/** What a step that cannot be taken back does; asked once before it is sent. */
export const willHappen: { readonly [Action in OfferedCaseAction]?: string } = {
  refuse: '这一件就此办结，并告知反映人不予受理的情形。不能恢复。',
  lapseSupplement: '这一件按“未补正”办结。不能恢复。反映人可以带着材料重新反映。',
  merge: '这一件就此办结，以后在并入的那一件里办理。反映人的回执照常可查。不能拆开。',
  transfer: '这一件就此办结，由接收机关办理，并告知反映人。不能收回。',
  decline: '每个单位每轮只能退一次。退回后由营商办另行交办或者裁定，退单记录保留。',
  exitToStatutory: '本件改按该法律的期限办理，并告知反映人。不能改回原来的期限；办完仍要反馈、核查。',
  verify: '确认以后不能再退回修改，开始计算反馈反映人的期限。',
  informSubmitter: '反馈的内容在反映人的回执页面可见，发出以后不能修改。',
  refuseRework: '把理由告知反映人。这一轮不能再要求重新办理。',
  conclude: '办结以后不能恢复办理。反映人有新情况可以重新反映。',
  withdraw: '这一件按“撤回”办结。请确认已经向反映人本人核实，是自愿撤回。',
}
