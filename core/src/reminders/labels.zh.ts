import type { Channel, DeliveryStatus, Trouble } from './delivery.ts'
import type { CallRefusal, CallOutcome } from './call.ts'
import type { ChannelRefusal, MailSecurity, RobotKind } from './channel-settings.ts'
import type { NewsFacts, NewsItem, NewsKind } from './news.ts'
import type { ReminderPolicyRefusal } from './policy.ts'

/** Words of a piece of news: a heading for the list, and the sentence. */
export const newsWords: Record<NewsKind, { readonly title: string; readonly sentence: (facts: NewsFacts) => string }> = {
  'task.assigned': {
    title: '新任务',
    sentence: (f) => {
      const many = f.parts ?? f.count
      return many === undefined ? `交办了${task(f)}${due(f)}，请签收。` : `交办了 ${many} 项任务，请签收。`
    },
  },
  'task.passed': { title: '新任务', sentence: (f) => `单位转来${task(f)}${due(f)}，请签收。` },
  'task.dueSoon': {
    title: '临期',
    sentence: (f) => (several(f) ? `${f.count} 项任务临近到期，请抓紧办理。` : `${task(f)}临近到期${due(f)}${left(f)}。`),
  },
  'task.overdue': {
    title: '逾期',
    sentence: (f) => (several(f) ? `${f.count} 项任务已经逾期，请尽快办理。` : `${task(f)}已经逾期${due(f)}${left(f)}。`),
  },
  'task.returned': { title: '退回修改', sentence: (f) => `${task(f)}退回修改${due(f)}，请看退回意见。` },
  'task.urged': { title: '催办', sentence: (f) => `${task(f)}请抓紧办理${due(f)}。` },
  'task.dateChanged': { title: '日期变更', sentence: (f) => `${task(f)}的完成时限有变动${due(f)}。` },
  'task.withdrawn': { title: '任务撤回', sentence: (f) => `${task(f)}已撤回，不用再办。` },
  'task.reported': { title: '进展', sentence: (f) => `${f.unit ?? '承办单位'}报来${task(f)}的进展。` },
  'task.draftWaits': { title: '待签发', sentence: (f) => `${task(f)}的完成情况已拟好，请签发${due(f)}。` },
  'task.handedIn': { title: '待核查', sentence: (f) => `${f.unit ?? '承办单位'}报来${task(f)}的办理结果，请核查。` },
  'task.accepted': { title: '已接收', sentence: (f) => `${task(f)}的结果已由牵头单位接收。` },
  'task.confirmed': { title: '核查通过', sentence: (f) => `${task(f)}已核查确认。` },
  'task.concluded': { title: '办结', sentence: (f) => `${task(f)}已办结。` },
  'reportingRun.opened': { title: '调度', sentence: (f) => `请报进展：${run(f)}${due(f)}。` },
  'reportingRun.dueSoon': { title: '调度', sentence: (f) => `还没有报进展：${run(f)}${due(f)}。` },
  'reportingRun.closed': { title: '调度', sentence: (f) => `${run(f)}已经收齐汇总。` },
  'changeRequest.asked': { title: '变更申请', sentence: (f) => `${f.unit ?? '承办单位'}对${task(f)}提出变更申请，请审批。` },
  'changeRequest.decided': {
    title: '变更申请',
    sentence: (f) => `${task(f)}的变更申请${f.decision === 'refused' ? '没有批准' : '已批准'}${due(f)}。`,
  },
  'case.registered': { title: '新投诉', sentence: (f) => `收到${matter(f)}，请受理。` },
  'case.assigned': { title: '投诉交办', sentence: (f) => `交办了${matter(f)}${due(f)}，请签收。` },
  'case.handlingDecided': { title: '裁定承办', sentence: (f) => `营商办裁定${matter(f)}由贵单位办理${due(f)}。` },
  'case.supporting': { title: '投诉配合', sentence: (f) => `${matter(f)}需要贵单位配合${due(f)}。` },
  'case.withdrawn': { title: '改由他人办理', sentence: (f) => `${matter(f)}已改由其他单位办理，不用再办。` },
  'case.declined': { title: '退单', sentence: (f) => `${matter(f)}被退回，请重新交办或裁定。` },
  'case.extensionAsked': { title: '申请延期', sentence: (f) => `${matter(f)}申请延期，请审批。` },
  'case.extensionDecided': {
    title: '延期审批',
    sentence: (f) => `${matter(f)}的延期${f.decision === 'refused' ? '没有同意' : '已同意'}${due(f)}。`,
  },
  'case.dateChanged': { title: '期限变更', sentence: (f) => `${matter(f)}的承办期限有变动${due(f)}。` },
  'case.partGiven': { title: '配合部分', sentence: (f) => `${matter(f)}的配合单位提交了本单位部分。` },
  'case.draftWaits': { title: '待签发', sentence: (f) => `${matter(f)}的办理结果已拟好，请签发${due(f)}。` },
  'case.returned': { title: '退回修改', sentence: (f) => `${matter(f)}退回修改${due(f)}，请看退回意见。` },
  'case.resultReported': { title: '待核查', sentence: (f) => `${matter(f)}已报来办理结果，请核查。` },
  'case.urged': { title: '催办', sentence: (f) => `${matter(f)}请抓紧办理${due(f)}。` },
  'case.dueSoon': { title: '投诉临期', sentence: (f) => `${matter(f)}临近到期${due(f)}${left(f)}。` },
  'case.overdue': { title: '投诉逾期', sentence: (f) => `${matter(f)}已经逾期${due(f)}${left(f)}。` },
  'case.reworkAsked': { title: '要求重办', sentence: (f) => `${matter(f)}的反映人要求重新办理，请判断。` },
  'case.supplementReceived': { title: '收到补正', sentence: (f) => `${matter(f)}收到补正，请继续受理。` },
  'case.withdrawalAsked': { title: '要求撤回', sentence: (f) => `${matter(f)}的反映人要求撤回，请单独核实。` },
  'case.messageCame': { title: '新留言', sentence: (f) => `${matter(f)}有反映人的新留言。` },
  'case.concluded': { title: '投诉办结', sentence: (f) => `${matter(f)}已办结。` },
  'plan.revised': { title: '方案修订', sentence: (f) => `方案有修订${several(f) ? `，涉及 ${f.count} 项任务` : ''}，请查看。` },
}

/** One thing of a summary, on a line of its own. */
export function itemLine(item: NewsItem): string {
  return `第 ${item.no} 项 ${shortTitle(item.title)}${item.dueOn === null ? '' : `，${dayWords(item.dueOn)}到期`}`
}

/** At most 24 characters of a title: enough to recognise it on a phone. */
export function shortTitle(title: string): string {
  const characters = [...title.replaceAll(/\s+/g, ' ').trim()]
  return characters.length > 24 ? `${characters.slice(0, 23).join('')}…` : characters.join('')
}

export function dayWords(day: string): string {
  return `${+day.slice(0, 4)}年${+day.slice(5, 7)}月${+day.slice(8, 10)}日`
}

function task(f: NewsFacts): string {
  if (f.no === undefined && f.title === undefined) return several(f) ? ` ${f.count} 项任务` : '一项任务'
  const no = f.no === undefined ? '' : `第 ${f.no} 项`
  return `${no}${f.title === undefined ? '' : `“${shortTitle(f.title)}”`}`
}

/** A case by its number only: what it says is nobody's news. */
function matter(f: NewsFacts): string {
  if (several(f)) return ` ${f.count} 件投诉`
  return f.no === undefined ? '一件投诉' : `投诉 ${f.no}`
}

function run(f: NewsFacts): string {
  return f.title === undefined ? '本期调度' : `“${shortTitle(f.title)}”`
}

function due(f: NewsFacts): string {
  return f.dueOn === undefined ? '' : `，期限 ${dayWords(f.dueOn)}`
}

function left(f: NewsFacts): string {
  if (f.daysLeft === undefined) return ''
  if (f.daysLeft < 0) return `，已超 ${-f.daysLeft} 个工作日`
  return f.daysLeft === 0 ? '，今天到期' : `，还剩 ${f.daysLeft} 个工作日`
}

function several(f: NewsFacts): boolean {
  return (f.count ?? 1) > 1
}

export const channelWords: Record<Channel, string> = { mail: '电子邮件', robot: '群机器人', call: '电话' }
export const robotWords: Record<RobotKind, string> = { wecom: '企业微信', dingtalk: '钉钉' }
export const securityWords: Record<MailSecurity, string> = {
  starttls: 'STARTTLS 加密（常用端口 587）',
  tls: 'TLS 加密（常用端口 465）',
  none: '不加密（只限内网自有邮件服务器）',
}

export const deliveryWords: Record<DeliveryStatus, string> = {
  waiting: '待发',
  sending: '正在发',
  sent: '已送达',
  failed: '没有发出',
  uncertain: '不能确定是否送达',
  dropped: '不用再发',
}

export const callWords: Record<CallOutcome, string> = {
  reached: '已电话告知本人',
  colleague: '已电话告知同事代转',
  noAnswer: '无人接听',
  busy: '占线',
  wrongNumber: '号码有误',
}

export const troubleSentences: Record<Trouble, string> = {
  'mail.connect': '连不上邮件服务器。请核对服务器地址和端口，并确认本机能访问它。',
  'mail.tls': '与邮件服务器的加密连接没有建立。请核对加密方式；服务器用自签证书时，请填入它的证书。',
  'mail.auth': '邮件服务器不接受用户名或授权码。请到邮箱设置里核对后重新填写。',
  'mail.recipient': '收件地址不存在或被拒收。请请本人核对邮箱地址。',
  'mail.refused': '邮件服务器拒收了这封邮件。请核对发件地址是否与登录用户一致。',
  'mail.busy': '邮件服务器暂时不收，稍后会自动再发。',
  'mail.no-address': '没有登记电子邮箱。',
  'channel.off': '这个渠道已经停用。',
  'robot.connect': '连不上机器人的服务器。请确认本机能访问这个地址。',
  'robot.signature': '机器人不认签名或关键词。请重新复制加签密钥，安全设置选“加签”。',
  'robot.address': '机器人地址无效，可能已被移出群。请重新添加。',
  'robot.limit': '机器人发送太频繁被限流，稍后会自动再发。',
  'robot.refused': '机器人没有接收这条消息。',
  'robot.uncertain': '发出后没有得到答复，不再重发，以免重复。',
  'person.left': '收件人已不在这个岗位。',
  'person.read': '本人已在系统里看过。',
  'news.superseded': '事情已有新的进展，不用再发。',
  'news.stale': '已过三十天，不再电话告知。',
}

export const reminderSentences: Record<ReminderPolicyRefusal | ChannelRefusal | CallRefusal, string> = {
  'reminder.staff-only': '需要有在任岗位才能查看消息。',
  'reminder.office-only': '电话催办由县营商办办理。',
  'reminder.administrator-only': '渠道设置由系统管理员更改。',
  'reminder.office-or-administrator': '送达情况由县营商办和系统管理员查看。',
  'channel.secret-again': '更换服务器或用户名时，请重新填写授权码。',
  'channel.secret-missing': '填了用户名，还要填写授权码。',
  'channel.no-mail': '还没有设置邮件服务器。',
  'channel.no-robot': '没有找到这个机器人，可能已被移除。请刷新。',
  'channel.robot-address': '机器人地址不对。请在群里的机器人设置中整段复制 Webhook 地址。',
  'channel.robot-secret': '钉钉机器人要填写加签密钥（SEC 开头）。',
  'channel.same': '没有改动，不用保存。',
  'channel.certificate': '证书格式不对。请粘贴 PEM 格式的证书全文。',
  'call.not-waiting': '这个电话已经有人打过，或者本人已经看到消息。请刷新。',
  'call.open-already': '这个人已在电话催办清单上。',
  'call.time-ahead': '通话时间晚于现在，请核对。',
}
