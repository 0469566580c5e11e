type Facts = Readonly<Record<string, string | number>>

const plain: Readonly<Record<string, string>> = {
  taskPublished: '任务随方案发布',
  periodOpened: '新一期开始',
  taskDueDateChanged: '调整了任务期限',
  leadNamed: '明确了牵头单位',
  partAdded: '增加了单位',
  partSettled: '一个单位的部分有了结论',
  taskRevised: '按修订的方案改动了任务',
  taskConcluded: '任务办结',
  taskTurnedRoutine: '任务转入常态',
  taskWithdrawn: '撤销了任务',
  assigned: '交办',
  signed: '签收了',
  progressReported: '报送了进展',
  drafted: '拟好了完成情况，送签发',
  draftSentBack: '退回了拟稿',
  handedIn: '报送了完成情况',
  partAccepted: '接收了报来的部分',
  returned: '退回修改，到期日不变',
  confirmed: '核查确认',
  passedInside: '转交给内设机构或下属单位',
  personsNamed: '明确了具体负责人',
  changeAsked: '申请调整',
  changeSettled: '调整申请有了结果',
  dueDateChanged: '期限改了',
  handedToUnit: '改由其他单位办理',
  movedWithUnit: '随单位撤并划转',
  roleChanged: '单位的角色改了',
  partWithdrawn: '撤销了这个单位的部分',
  changeRequested: '提出了调整申请',
  changeApproved: '同意了调整',
  changeRefused: '没有同意调整',
  requestTakenBack: '撤回了调整申请',
  requestLapsed: '调整申请随办理情况失效',
}

/** What happened, in the past tense; an event nobody has words for is still an entry. */
export function eventText(what: string): string {
  return plain[what] ?? '有一项改动'
}

/** What was said with it: the reason, the note or the words reported; and dates. */
export function eventSaid(facts: Facts): string | undefined {
  const said = [
    typeof facts['dueOn'] === 'string' ? `期限：${facts['dueOn']}` : '',
    typeof facts['innerDueOn'] === 'string' ? `内部期限：${facts['innerDueOn']}` : '',
    typeof facts['percent'] === 'number' ? `完成 ${facts['percent']}%` : '',
    ...(['text', 'reason', 'note'] as const).map((name) => {
      const value = facts[name]
      return typeof value === 'string' ? value : ''
    }),
  ].filter((one) => one !== '')
  return said.length > 0 ? said.join('\n') : undefined
}
