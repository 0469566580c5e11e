import type { SendingKind, SendingProblem, SendingRules, SendingSubject } from './sending.ts'

/** The portal's words: short sentences, no office language. */
export const sendingKindWords: Record<SendingKind, { readonly name: string; readonly hint: string }> = {
  complaint: { name: '投诉', hint: '事情办得不对、办得慢、没人管' },
  report: { name: '举报', hint: '发现违规违纪，或者有问题线索' },
  helpRequest: { name: '求助', hint: '遇到困难，需要有人帮忙协调' },
  inquiry: { name: '咨询', hint: '想问清楚一项政策或者怎么办' },
  suggestion: { name: '建议', hint: '觉得哪里可以做得更好' },
  praise: { name: '感谢', hint: '想表扬一个单位或者工作人员' },
}

export const sendingSubjectWords: Record<SendingSubject, { readonly name: string; readonly hint: string }> = {
  matter: { name: '说的是一件事', hint: '由营商办交给有关单位办理，再把结果告诉您。' },
  conduct: {
    name: '说的是某个工作人员，或者这个单位自己违纪违法',
    hint: '例如吃拿卡要、故意刁难、打击报复。只交给纪检监察机关，被反映的单位看不到。',
  },
}

export const sendingProblemWords: Record<SendingProblem, string> = {
  'kind-missing': '请选一项：您想做什么。',
  'text-missing': '请写清楚发生了什么事，至少 5 个字。',
  'text-too-long': '写得太长了，请控制在 5000 字以内，其余的可以放进附件。',
  'who-missing': '请选一项：留不留姓名。',
  'name-required':
    '按本地规定，投诉、举报一件事要留姓名和联系方式才能受理。说的是工作人员违纪违法的，请在上面改选，可以不留姓名。',
  'name-missing': '您选了留姓名，请填写姓名；不想留可以改选“不留姓名”。',
  'reach-missing': '请留一个能联系到您的方式：手机号，或者在下面写明怎么联系。',
  'mobile-invalid': '这个号码看起来不对。手机号是 11 位；其他方式请写在“还可以怎么联系您”里。',
  'recognisable-missing': '请想一想会不会有人凭内容猜到您，并选一项。',
  'recognisable-unsettled': '请先看完下面的提醒，再决定怎么提交。',
  'field-too-long': '这一项写得太长了，请缩短。',
}

/** What staying unnamed means under the rules of the place. */
export const unnamedHints: Record<SendingRules['anonymity'], string> = {
  accept: '照样办理、照样答复。凭回执码查看；回执码丢了，我们也找不回来。',
  clueOnly: '按本地规定只作为线索，不一定答复。凭回执码查看；回执码丢了，我们也找不回来。',
  refuse: '按本地规定，投诉、举报一件事要留姓名才能受理；咨询、求助、建议、感谢，和举报工作人员违纪违法的，可以不留。',
}
