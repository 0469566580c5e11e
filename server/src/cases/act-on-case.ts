import type { CaseCommand } from '@yingshang/core/cases/case-commands'
import { caseDecider } from '@yingshang/core/cases/case'
import type { LiveCase } from '@yingshang/core/cases/case-state'
import type { FileDuty } from './case-files.ts'
import { caseFiles, demandOwnFiles } from './case-files.ts'
import { changeBy, type Occasion } from '../platform/ledger/decide.ts'
import type { Attachment, Change } from '../platform/ledger/table.ts'
import { circumstancesOf, type CaseServices, type Circumstances } from './circumstances.ts'
import { decisionRows } from './decision-rows.ts'
import { newsOf } from './notices.ts'
import { caseTable } from './tables.ts'
import { Texts } from './texts.ts'
import { decideAndRecord, eventsOrRefuse } from './write.ts'

export interface Written {
  readonly id: string
  readonly status: string
}

/** One decision about a case, made out of what a route or another capability was asked. */
export interface CaseAct {
  readonly command: CaseCommand
  /** Evidence that goes with it. */
  readonly files?: FileDuty
  /** Rows of other tables that belong to it: sealed messages, receipts. */
  readonly attachments?: readonly Attachment[]
  /** Changes of other things that belong to it. */
  readonly changes?: readonly Change[]
}

/** What making an act may use: the case as it stands, and the words to keep. */
export interface ActMaking {
  readonly state: LiveCase
  readonly texts: Texts
  readonly circumstances: Circumstances
}

/**
 * Carries out one decision about a case: loads it, makes the command, decides, and records state, ledger, words, news and the
 * rows that hold the constraints in one statement. `named` are units the command names. `make` runs again when the case
 * moved in between.
 */
export async function actOnCase(
  services: CaseServices,
  occasion: Occasion,
  caseId: string,
  make: (making: ActMaking) => CaseAct | Promise<CaseAct>,
  named: readonly string[] = [],
): Promise<Written> {
  const db = services.databases.app
  return decideAndRecord(db, occasion, async () => {
    const circumstances = await circumstancesOf(services, occasion, caseId, named)
    const { state, loaded } = circumstances
    const texts = new Texts(caseId, state.file.facts.division, occasion.now)
    const { command, files, attachments = [], changes = [] } = await make({ state, texts, circumstances })
    const events = eventsOrRefuse(caseDecider.decide(command, state, circumstances))
    if (files) await demandOwnFiles(db, occasion, files)
    const change = changeBy(caseTable, caseDecider, loaded, events)
    const after = change.state as LiveCase
    return {
      changes: [change, ...changes],
      attachments: [
        texts.attachment,
        ...decisionRows(caseId, state, after, events, circumstances.rules),
        ...(files ? caseFiles(caseId, files, occasion.businessDay) : []),
        ...attachments,
      ],
      outbox: newsOf(caseId, events, state, after),
      result: { id: caseId, status: after.kind },
    }
  })
}
