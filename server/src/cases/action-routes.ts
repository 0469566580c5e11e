import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/cases/action-contract'
import type { CaseCommand, GivenResult } from '@yingshang/core/cases/case-commands'
import { currentRound, type LiveCase } from '@yingshang/core/cases/case-state'
import type { Services } from '../platform/capability.ts'
import { serve } from '../platform/http/register.ts'
import type { Occasion } from '../platform/ledger/decide.ts'
import { actOnCase, type CaseAct, type Written } from './act-on-case.ts'
import { mergeInto } from './merging.ts'
import { transferTo } from './transferring.ts'
import type { Texts } from './texts.ts'

type Call = Occasion & { readonly params: { readonly caseId: string } }

/** One route per command of a case: each one write. */
export function caseActionRoutes(app: FastifyInstance, services: Services): void {
  /** A command made of the words that are kept and the case as it stands. */
  const act = (
    call: Call,
    make: (texts: Texts, state: LiveCase) => CaseCommand,
    named?: readonly string[],
  ): Promise<Written> =>
    actOnCase(services, call, call.params.caseId, ({ texts, state }) => ({ command: make(texts, state) }), named)

  beforeHandling(app, services, act)
  givingIt(app, act)
  inTheUnit(app, services, act)
  verifyingIt(app, act)
  atAnyTime(app, act)
}

type Act = (
  call: Call,
  make: (texts: Texts, state: LiveCase) => CaseCommand,
  named?: readonly string[],
) => Promise<Written>

function beforeHandling(app: FastifyInstance, services: Services, act: Act): void {
  serve(app, contract.acceptCase, (call) => act(call, () => ({ type: 'accept', ...call.body })))
  serve(app, contract.classifyCase, (call) => act(call, () => ({ type: 'classify', ...call.body })))
  serve(app, contract.refuseCase, (call) =>
    act(call, (texts) => ({ type: 'refuse', ...call.body, why: texts.keepNote('reason', call.body.why) })),
  )
  serve(app, contract.askSupplement, (call) =>
    act(call, (texts) => ({
      type: 'askSupplement',
      what: texts.keep('supplement', { text: call.body.what }),
      tell: call.body.tell,
    })),
  )
  serve(app, contract.receiveSupplement, (call) =>
    act(call, (texts) => ({
      type: 'receiveSupplement',
      masked: call.body.masked && texts.keep('masked', call.body.masked),
    })),
  )
  serve(app, contract.lapseSupplement, (call) => act(call, () => ({ type: 'lapseSupplement' })))
  serve(app, contract.mergeCase, (call) => mergeInto(services, call, call.params.caseId, call.body))
  serve(app, contract.transferCase, (call) => transferTo(services, call, call.params.caseId, call.body))
}

function givingIt(app: FastifyInstance, act: Act): void {
  const named = (units: { leadUnitId: string; supporting: readonly { unitId: string }[] }) => [
    units.leadUnitId,
    ...units.supporting.map((one) => one.unitId),
  ]
  serve(app, contract.assignCase, (call) =>
    act(
      call,
      (texts) => ({ type: 'assign', units: call.body.units, note: texts.keepNote('note', call.body.note) }),
      named(call.body.units),
    ),
  )
  serve(app, contract.decideHandling, (call) =>
    act(
      call,
      (texts) => ({
        type: 'decideHandling',
        units: call.body.units,
        reason: texts.keep('reason', { text: call.body.reason }),
      }),
      named(call.body.units),
    ),
  )
  serve(app, contract.handOverCase, (call) =>
    act(
      call,
      (texts) => ({
        type: 'handOver',
        toUnitId: call.body.toUnitId,
        reason: texts.keep('reason', { text: call.body.reason }),
      }),
      [call.body.toUnitId],
    ),
  )
  serve(app, contract.grantRework, (call) =>
    act(
      call,
      (texts) => ({ type: 'grantRework', units: call.body.units, why: texts.keep('reason', { text: call.body.why }) }),
      named(call.body.units),
    ),
  )
  serve(app, contract.exitToStatutory, (call) =>
    act(call, (texts) => ({
      type: 'exitToStatutory',
      ...call.body,
      reason: texts.keep('reason', { text: call.body.reason }),
    })),
  )
}

interface ResultBody {
  readonly text: string
  readonly fileIds: readonly string[]
  readonly outcome: GivenResult['outcome']
  readonly withoutParts: boolean
}

function inTheUnit(app: FastifyInstance, services: Services, act: Act): void {
  const given = (texts: Texts, body: ResultBody): GivenResult => ({
    ...body,
    text: texts.keep('result', { text: body.text }),
  })
  const withFiles = (call: Call, make: (texts: Texts, state: LiveCase) => CaseAct) =>
    actOnCase(services, call, call.params.caseId, ({ texts, state }) => make(texts, state))
  serve(app, contract.signCase, (call) => act(call, () => ({ type: 'sign' })))
  serve(app, contract.declineCase, (call) =>
    act(call, (texts) => ({ type: 'decline', reason: texts.keep('reason', { text: call.body.reason }) })),
  )
  serve(app, contract.draftResult, (call) =>
    withFiles(call, (texts, state) => ({
      command: { type: 'draft', result: given(texts, call.body) },
      files: filesOf(state, call.body.fileIds, true),
    })),
  )
  serve(app, contract.reportResult, (call) =>
    withFiles(call, (texts, state) => {
      const { result } = call.body
      const ids = result?.fileIds ?? (state.kind === 'drafted' ? state.draft.fileIds : [])
      return {
        command: { type: 'reportResult', result: result && given(texts, result) },
        files: filesOf(state, ids, false),
      }
    }),
  )
  serve(app, contract.sendDraftBack, (call) =>
    act(call, (texts) => ({ type: 'sendDraftBack', reason: texts.keep('reason', { text: call.body.reason }) })),
  )
  serve(app, contract.givePart, (call) =>
    withFiles(call, (texts) => {
      const { unitId, text, fileIds } = call.body
      return {
        command: { type: 'givePart', unitId, text: texts.keep('result', { text }), fileIds },
        files: { ids: fileIds, kept: [], unitId, draft: false },
      }
    }),
  )
  serve(app, contract.askExtension, (call) =>
    act(call, (texts) => ({
      type: 'askExtension',
      extensionId: extensionIdOf(call.commandId),
      days: call.body.days,
      reason: texts.keep('reason', { text: call.body.reason }),
    })),
  )
  serve(app, contract.grantExtension, (call) => act(call, () => ({ type: 'grantExtension', ...call.body })))
  serve(app, contract.refuseExtension, (call) =>
    act(call, (texts) => ({
      type: 'refuseExtension',
      extensionId: call.body.extensionId,
      reason: texts.keep('reason', { text: call.body.reason }),
    })),
  )
  serve(app, contract.urgeUnit, (call) =>
    act(call, (texts) => ({
      type: 'urge',
      unitId: call.body.unitId,
      words: texts.keepNote('note', call.body.words),
    })),
  )
}

/** A request is named by the command that made it: the same command never makes two. */
function extensionIdOf(commandId: string): string {
  return commandId
}

function filesOf(state: LiveCase, ids: readonly string[], draft: boolean) {
  const kept = state.kind === 'drafted' ? state.draft.fileIds : (currentRound(state.file)?.result?.fileIds ?? [])
  return { ids, kept, unitId: currentRound(state.file)?.leadUnitId ?? null, draft }
}

function verifyingIt(app: FastifyInstance, act: Act): void {
  serve(app, contract.verifyCase, (call) =>
    act(call, (texts) => ({
      type: 'verify',
      outcome: call.body.outcome,
      note: texts.keepNote('note', call.body.note),
    })),
  )
  serve(app, contract.returnForRevision, (call) =>
    act(call, (texts) => ({ type: 'returnForRevision', reason: texts.keep('reason', { text: call.body.reason }) })),
  )
  serve(app, contract.recordContactAttempt, (call) => act(call, () => ({ type: 'recordContactAttempt', ...call.body })))
  serve(app, contract.informSubmitter, (call) =>
    act(call, (texts) => ({
      type: 'informSubmitter',
      way: call.body.way,
      answer: texts.keep('answer', { text: call.body.answer }),
    })),
  )
  serve(app, contract.rateCase, (call) =>
    act(call, (texts) => ({ type: 'rate', ...call.body, words: texts.keepNote('rating', call.body.words) })),
  )
  serve(app, contract.askRework, (call) =>
    act(call, (texts) => ({
      type: 'askRework',
      evidence: call.body.evidence,
      reason: texts.keep('rating', { text: call.body.reason }),
    })),
  )
  serve(app, contract.refuseRework, (call) =>
    act(call, (texts) => ({
      type: 'refuseRework',
      tell: call.body.tell,
      why: texts.keep('reason', { text: call.body.why }),
    })),
  )
  serve(app, contract.concludeCase, (call) =>
    act(call, (texts) => ({
      type: 'conclude',
      conclusion: call.body.conclusion,
      words: texts.keepNote('note', call.body.words),
    })),
  )
  serve(app, contract.recordFollowUp, (call) =>
    act(call, (texts) => ({ type: 'recordFollowUp', ...call.body, words: texts.keepNote('note', call.body.words) })),
  )
}

function atAnyTime(app: FastifyInstance, act: Act): void {
  serve(app, contract.markProminent, (call) =>
    act(call, (texts) => ({
      type: 'markProminent',
      prominent: call.body.prominent,
      reason: texts.keep('reason', { text: call.body.reason }),
    })),
  )
  serve(app, contract.correctMaskedText, (call) =>
    act(call, (texts) => ({ type: 'correctMaskedText', masked: texts.keep('masked', call.body) })),
  )
  serve(app, contract.askWithdrawal, (call) => act(call, () => ({ type: 'askWithdrawal' })))
  serve(app, contract.withdrawCase, (call) =>
    act(call, (texts) => ({
      type: 'withdraw',
      checkedBy: call.body.checkedBy,
      words: texts.keepNote('note', call.body.words),
    })),
  )
  serve(app, contract.setAsideWithdrawal, (call) =>
    act(call, (texts) => ({ type: 'setAsideWithdrawal', reason: texts.keep('reason', { text: call.body.reason }) })),
  )
}
