import type { ComplaintRules } from './complaint-rules.ts'
import { selfSet, type Period } from './setting.ts'

const working = (days: number): Period => ({ days, unit: 'working' })

/**
 * What the office's complaint rules are where no notice and no other document says anything: 本办自定 throughout. Stored
 * rule sets from before a setting existed are read with these values too, so a value here is not changed any more; a
 * better one comes in as the next version of a rule set.
 */
export function selfSetComplaint(): ComplaintRules {
  return {
    anonymity: selfSet('accept'),
    requiredFields: selfSet(['object', 'facts']),
    categoryGroups: selfSet([
      { code: 'group-1', name: '服务不作为、乱作为、慢作为', plain: '窗口或部门不办、乱办、拖着办' },
      { code: 'group-2', name: '推诿扯皮、久拖不办', plain: '互相推、一直没有结果，影响经营' },
      { code: 'group-3', name: '承诺不兑现', plain: '答应过的事没有做到' },
      { code: 'group-4', name: '执法不规范、乱收费', plain: '检查、收费、处罚不合规矩' },
      { code: 'group-5', name: '政策不落地', plain: '政策有，但享受不到' },
    ]),
    categoryHeads: selfSet([
      { code: 'head-1', name: '政府失信', plain: '合同、承诺没有兑现' },
      { code: 'head-2', name: '办事不方便', plain: '跑多次、材料多、等得久' },
      { code: 'head-3', name: '知识产权保护难', plain: '商标、专利被侵权没人管' },
      { code: 'head-4', name: '市场准入难', plain: '开业、许可、投标被设门槛' },
      { code: 'head-5', name: '公平竞争难', plain: '被区别对待、指定交易' },
      { code: 'head-6', name: '要素成本高', plain: '用地、用工、水电气、贷款贵或难' },
      { code: 'head-7', name: '政策兑现难', plain: '奖补、减免拿不到' },
      { code: 'head-8', name: '服务意识差', plain: '态度不好、没人管' },
    ]),
    acceptGrounds: selfSet([
      { code: 'environment', name: '属于本地营商环境方面的问题' },
      { code: 'object', name: '有明确的反映对象' },
      { code: 'facts', name: '有具体的事实或者诉求' },
    ]),
    refuseGrounds: selfSet([
      { code: 'civil', name: '属于民事、经济纠纷' },
      { code: 'scope', name: '不属于营商环境问题或者不在本地职责范围' },
      { code: 'procedure', name: '已经进入诉讼、仲裁、行政复议、信访、纪检监察程序' },
      { code: 'elsewhere', name: '其他渠道已经受理，仍在期限内' },
      { code: 'closed', name: '已经办结，没有新的事实和证据' },
      { code: 'unclear', name: '没有明确的对象或者事实，补正后仍不清楚' },
      { code: 'secret', name: '涉及国家秘密，不能通过本渠道反映' },
      { code: 'justice', name: '要求过问、干预具体司法案件' },
    ]),
    refusalTold: selfSet(true),
    triage: selfSet(working(3)),
    supplementAsk: selfSet(working(5)),
    supplementGive: selfSet(working(10)),
    supplementTimes: selfSet(1),
    supplementRestarts: selfSet(true),
    declineWindow: selfSet(working(2)),
    declinesBeforeDecision: selfSet(1),
    declineDecide: selfSet(working(2)),
    supportingLeadDays: selfSet(5),
    // The notices give periods without saying from when: from assignment, that day not counted (rule D-13).
    handleStarts: selfSet('assigned'),
    handle: selfSet(working(15)),
    tiers: selfSet([]),
    extension: selfSet(working(15)),
    extensionGrants: selfSet(1),
    extensionApprover: selfSet('office'),
    extensionTold: selfSet(true),
    pauseAtHandIn: selfSet(true),
    statutoryStillInforms: selfSet(true),
    verify: selfSet(working(5)),
    feedback: selfSet(working(5)),
    feedbackStarts: selfSet('verified'),
    unreachable: selfSet({ attempts: 3, days: 2 }),
    satisfactionOptions: selfSet([
      { code: 'satisfied', name: '满意', meaning: 'satisfied' },
      { code: 'partly', name: '基本满意', meaning: 'partly' },
      { code: 'dissatisfied', name: '不满意', meaning: 'dissatisfied' },
    ]),
    dissatisfactionReasons: selfSet([
      { code: 'notSolved', name: '问题没有解决', leadsTo: 'rework' },
      { code: 'wrongFacts', name: '认定的事实不对', leadsTo: 'rework' },
      { code: 'notKept', name: '答应的没有做到', leadsTo: 'rework' },
      { code: 'notExplained', name: '没有说清楚', leadsTo: 'callBack' },
      { code: 'slow', name: '办得太慢', leadsTo: 'callBack' },
      { code: 'attitude', name: '态度不好', leadsTo: 'callBack' },
      { code: 'policy', name: '对政策规定本身有意见', leadsTo: 'none' },
    ]),
    noAnswerAfter: selfSet(working(15)),
    reworkWindow: selfSet(working(15)),
    reworkJudge: selfSet(working(5)),
    rework: selfSet(working(15)),
    reworkNeedsEvidence: selfSet(true),
    reworkTimes: selfSet(1),
    // A rework period that "must not exceed" its days leaves no room for an extension.
    extensionInRework: selfSet(false),
    concludingKinds: selfSet([
      'solved',
      'partlySolved',
      'explained',
      'unfounded',
      'refused',
      'transferred',
      'statutory',
      'merged',
      'withdrawn',
      'unreachable',
      'supplementNotGiven',
    ]),
    followUp: selfSet({ prominent: true, within: { days: 30, unit: 'calendar' } }),
    protectionFollowUps: selfSet([30, 90]),
    escalation: selfSet([
      { step: 'urgeNotice', afterOverdueDays: 0 },
      { step: 'supervisionOrder', afterOverdueDays: 3 },
      { step: 'admonitoryTalk', afterOverdueDays: 10 },
      { step: 'circular', afterOverdueDays: 15 },
    ]),
    repeated: selfSet({ cases: 3, withinDays: 90 }),
    referralGrounds: selfSet([
      { code: 'careless', name: '整改不认真' },
      { code: 'notImplemented', name: '政策要求不落实' },
      { code: 'evading', name: '推诿扯皮' },
      { code: 'repeated', name: '反复被投诉' },
    ]),
    disciplineOpeningShown: selfSet({ days: 90, unit: 'calendar' }),
    retention: selfSet({ caseRecord: 10, original: 3, identity: 3, file: 3, message: 3, fingerprint: 2, tip: 10 }),
  }
}
