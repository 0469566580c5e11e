import type { OfferedCaseAction } from '@yingshang/core/cases/case-actions'
import type { ComponentType } from 'react'
import { AssignForm, BindingForm, HandOverForm, StatutoryForm } from './assigning-forms.tsx'
import type { CaseFormProps } from './case-form.tsx'
import { MaskedTextForm, MergeForm, TransferForm } from './ending-forms.tsx'
import { AskExtensionForm, GrantExtensionForm } from './extension-forms.tsx'
import { PartForm, ResultForm } from './handling-forms.tsx'
import { ProminentForm, ReasonForm, RefuseExtensionForm, RefuseReworkForm } from './reason-forms.tsx'
import { AskReworkForm, FollowUpForm, RateForm, WithdrawForm } from './submitter-forms.tsx'
import {
  AskSupplementForm,
  ClassifyForm,
  LapseSupplementForm,
  ReceiveSupplementForm,
  RefuseForm,
} from './triage-forms.tsx'
import { ConcludeForm, ContactAttemptForm, InformForm, UrgeForm, VerifyForm } from './verifying-forms.tsx'

/** Commands that take nothing but the click; a message is written where the messages are. */
export const withoutForm = ['sign', 'askWithdrawal', 'addMessage'] as const
export type FormAction = Exclude<OfferedCaseAction, (typeof withoutForm)[number]>

const forms: Readonly<Record<FormAction, ComponentType<CaseFormProps>>> = {
  accept: ClassifyForm,
  refuse: RefuseForm,
  askSupplement: AskSupplementForm,
  receiveSupplement: ReceiveSupplementForm,
  lapseSupplement: LapseSupplementForm,
  merge: MergeForm,
  transfer: TransferForm,
  classify: ClassifyForm,
  assign: AssignForm,
  decline: ReasonForm,
  decideHandling: BindingForm,
  handOver: HandOverForm,
  exitToStatutory: StatutoryForm,
  givePart: PartForm,
  askExtension: AskExtensionForm,
  grantExtension: GrantExtensionForm,
  refuseExtension: RefuseExtensionForm,
  draft: ResultForm,
  sendDraftBack: ReasonForm,
  reportResult: ResultForm,
  verify: VerifyForm,
  returnForRevision: ReasonForm,
  recordContactAttempt: ContactAttemptForm,
  informSubmitter: InformForm,
  rate: RateForm,
  askRework: AskReworkForm,
  grantRework: BindingForm,
  refuseRework: RefuseReworkForm,
  conclude: ConcludeForm,
  recordFollowUp: FollowUpForm,
  urge: UrgeForm,
  markProminent: ProminentForm,
  correctMaskedText: MaskedTextForm,
  withdraw: WithdrawForm,
  setAsideWithdrawal: ReasonForm,
}

/** The short form of one command. */
export function ActionForm(props: CaseFormProps & { readonly action: FormAction }) {
  const Form = forms[props.action]
  return <Form {...props} />
}
