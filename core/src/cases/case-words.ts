/** The closed vocabularies of cases. The words a screen shows for them stand in `labels.zh.ts`. */

/** What was sent in. Tips about persons are no cases: they live apart, with discipline inspection (rule C-02). */
export const caseKinds = ['complaint', 'clue', 'inquiry', 'helpRequest', 'suggestion', 'praise'] as const
export type CaseKind = (typeof caseKinds)[number]

/** By which way it came, as the notice names them, and the ways of this program. */
export const caseSources = [
  'portal',
  'telephone',
  'letter',
  'visit',
  'meeting',
  'instruction',
  'window',
  'hotline12345',
  'association',
  'delegate',
  'media',
  'thirdParty',
  'marketEntity',
  'individual',
  'petition',
  'inspection',
  'restApi',
  'backEntry',
] as const
export type CaseSource = (typeof caseSources)[number]

export const submitterKinds = ['marketEntity', 'individual', 'association', 'delegate', 'unit', 'unknown'] as const
export type SubmitterKind = (typeof submitterKinds)[number]

/** 政策、市场、政务、法治、人文环境 */
export const environments = ['policy', 'market', 'service', 'law', 'culture'] as const
export type Environment = (typeof environments)[number]

/** What a verified result amounts to. */
export const outcomes = ['solved', 'partlySolved', 'explained', 'unfounded', 'statutory'] as const
export type Outcome = (typeof outcomes)[number]

/** With what a case ends. */
export const conclusionKinds = [
  ...outcomes,
  'refused',
  'transferred',
  'merged',
  'withdrawn',
  'unreachable',
  'supplementNotGiven',
] as const
export type ConclusionKind = (typeof conclusionKinds)[number]

/** Silence is its own value and never counts as satisfied (rule C-22). */
export const satisfactions = ['satisfied', 'partly', 'dissatisfied', 'noAnswer'] as const
export type Satisfaction = (typeof satisfactions)[number]
export const answers = ['satisfied', 'partly', 'dissatisfied'] as const satisfies readonly Satisfaction[]
export type Answer = (typeof answers)[number]

/** How the submitter is told something. The receipt page tells without anybody's hand. */
export const tellingWays = ['receiptPage', 'telephone', 'message', 'letter', 'visit', 'mail'] as const
export type TellingWay = (typeof tellingWays)[number]

export const attemptOutcomes = ['noAnswer', 'wrongNumber', 'callLater', 'declinedToTalk'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** What the submitter was told about, besides the result itself. */
export const tellingSubjects = [
  'refused',
  'supplement',
  'merged',
  'transferred',
  'extension',
  'statutoryExit',
  'result',
  'reworkRefused',
] as const
export type TellingSubject = (typeof tellingSubjects)[number]

/** Why the matter follows a law's own period: 行政程序, 法律程序, 信访. */
export const statutoryKinds = ['administrative', 'legal', 'petition'] as const
export type StatutoryKind = (typeof statutoryKinds)[number]

export const followUpOutcomes = ['held', 'partlyHeld', 'rebound', 'tracked'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

/** Who spoke: the submitter by the receipt page, or an officer who wrote down what the submitter said. */
export const speakers = ['submitter', 'office'] as const
export type Speaker = (typeof speakers)[number]

export const extensionStatuses = ['pending', 'granted', 'refused', 'lapsed'] as const
export type ExtensionStatus = (typeof extensionStatuses)[number]

/** The clocks of a case; a deadline record says by its `ruleKey` which one it is. */
export const clockNames = [
  'triage',
  'supplement',
  'decide',
  'handle',
  'verify',
  'inform',
  'reworkWindow',
  'reworkJudge',
] as const
export type ClockName = (typeof clockNames)[number]

/** Rungs of the ladder that may be suggested for an overdue case. */
export const escalationSteps = ['urgeNotice', 'supervisionOrder', 'admonitoryTalk', 'circular'] as const
export type EscalationStep = (typeof escalationSteps)[number]
