import { caseDecider } from '@yingshang/core/cases/case'
import type { CaseRules } from '@yingshang/core/cases/case-rules'
import type { CaseEvent } from '@yingshang/core/cases/case-events'
import type { Case, CaseFacts, Classification, LiveCase } from '@yingshang/core/cases/case-state'
import { newChange, type Occasion } from '../platform/ledger/decide.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment, Change, OutboxItem } from '../platform/ledger/table.ts'
import { ruleSetInForce, ruleSetOfDivision } from '../rules/for-others.ts'
import { contextOf, rulesOf, type CaseServices } from './circumstances.ts'
import { newsOf } from './notices.ts'
import { CaseNumbers } from './numbers.ts'
import { caseTable } from './tables.ts'
import { Texts, type Words } from './texts.ts'
import { decideAndRecord, eventsOrRefuse } from './write.ts'

/** What intake knows of a new case; who sent it in is sealed already and comes in as `attachments`. */
export interface NewCase extends Pick<
  CaseFacts,
  'kind' | 'source' | 'receivedOn' | 'receivedAt' | 'firstContactUnitId' | 'submitterKind' | 'vaultId' | 'commitments'
> {
  readonly campaignId: string | null
  readonly masked: Required<Words>
  readonly classification?: Partial<Classification>
}

export interface PreparedCase {
  readonly caseId: string
  readonly number: string
  readonly change: Change<Case>
  readonly attachments: readonly Attachment[]
  readonly outbox: readonly OutboxItem[]
}

interface KeptRules {
  readonly rules: CaseRules
  readonly until: number
}

/** Rules are looked up once a second and campaign: a new version takes that long to be followed, and intake needs no query. */
const rulesKeptFor = 1000

/** Brings new cases in: one per program, because it holds the numbers. */
export class CaseRegister {
  readonly #services: CaseServices
  readonly #numbers: CaseNumbers
  readonly #rules = new Map<string, KeptRules>()

  constructor(services: CaseServices) {
    this.#services = services
    this.#numbers = new CaseNumbers(services.databases.app)
  }

  /**
   * The change, words and news that register a case under a number of its own: pure preparation for one `record`, together
   * with the caller's sealed rows. Throws the refusal. Give the number back with `release` when nothing was written.
   */
  async prepare(occasion: Occasion, given: NewCase): Promise<PreparedCase> {
    const { division } = this.#services.installation
    const rules = await this.#rulesOn(given.campaignId, division, given.receivedOn, occasion.now)
    const caseId = newId(occasion.now)
    const texts = new Texts(caseId, division, occasion.now)
    const { masked, classification, ...known } = given
    const number = await this.#numbers.take(division, Number(occasion.businessDay.slice(0, 4)))
    try {
      const facts: CaseFacts = {
        ...known,
        number,
        division,
        ruleVersion: rules.version,
        masked: texts.keep('masked', masked),
      }
      const context = contextOf(this.#services, occasion, { facts }, rules, new Map())
      const whole = { category: null, head: null, environment: null, tier: null, ...classification }
      const command = { type: 'register', facts, classification: whole } as const
      const events = eventsOrRefuse(caseDecider.decide(command, { kind: 'none' }, context))
      const change = newChange<Case, CaseEvent>(caseTable, caseDecider, caseId, events)
      const outbox = newsOf(caseId, events, null, change.state as LiveCase)
      return { caseId, number, change, attachments: [texts.attachment], outbox }
    } catch (error) {
      await this.release(number)
      throw error
    }
  }

  release(number: string): Promise<void> {
    return this.#numbers.release(number)
  }

  /** Another program may have taken numbers meanwhile: goes on behind the last one kept. */
  lookAgain(businessDay: string): Promise<void> {
    return this.#numbers.lookAgain(this.#services.installation.division, Number(businessDay.slice(0, 4)))
  }

  /**
   * Registers one case together with the caller's rows (sealed words, a receipt), which may carry the case's id. Answers id
   * and number; a repeated command answers those of the first time.
   */
  async register(
    occasion: Occasion,
    given: NewCase,
    rows: (caseId: string) => readonly Attachment[] | Promise<readonly Attachment[]> = () => [],
  ): Promise<{ readonly id: string; readonly number: string }> {
    let taken: string | undefined
    const giveBack = async () => {
      const number = taken
      taken = undefined
      if (number !== undefined) await this.release(number)
    }
    try {
      const answer = await decideAndRecord(this.#services.databases.app, occasion, async () => {
        // Another program was faster with this number: it is taken for good.
        if (taken !== undefined)
          await this.#numbers.lookAgain(this.#services.installation.division, Number(occasion.businessDay.slice(0, 4)))
        const made = await this.prepare(occasion, given)
        taken = made.number
        return {
          changes: [made.change],
          attachments: [...made.attachments, ...(await rows(made.caseId))],
          outbox: made.outbox,
          result: { id: made.caseId, number: made.number },
        }
      })
      if (answer.number !== taken) await giveBack()
      return answer
    } catch (error) {
      await giveBack()
      throw error
    }
  }

  async #rulesOn(campaignId: string | null, division: string, day: string, now: number): Promise<CaseRules> {
    const key = `${campaignId ?? division} ${day}`
    const kept = this.#rules.get(key)
    if (kept && kept.until > now) return kept.rules
    const db = this.#services.databases.app
    const ofCampaign = campaignId === null ? undefined : await ruleSetInForce(db, campaignId, day)
    const rules = rulesOf(ofCampaign ?? (await ruleSetOfDivision(db, division, day)))
    if (this.#rules.size > 500) this.#rules.clear()
    this.#rules.set(key, { rules, until: now + rulesKeptFor })
    return rules
  }
}
