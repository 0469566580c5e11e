import { AskChangeForm } from './ask-change-form.tsx'
import { ConfirmForm, PassForm, PersonsForm } from './inner-forms.tsx'
import type { PartFormProps } from './part-form-props.ts'
import { OfficeChangeForm, ReasonForm } from './reason-form.tsx'
import { ReportForm } from './report-form.tsx'
import { ResultForm } from './result-form.tsx'

/** The form of one action; actions that need nothing have none (see `part-card.tsx`). */
export function PartForm(props: PartFormProps) {
  switch (props.action) {
    case 'report':
      return <ReportForm {...props} />
    case 'draft':
    case 'handIn':
      return <ResultForm {...props} />
    case 'return':
    case 'sendDraftBack':
    case 'withdraw':
      return <ReasonForm {...props} />
    case 'changeDate':
    case 'handToUnit':
      return <OfficeChangeForm {...props} />
    case 'askChange':
      return <AskChangeForm {...props} />
    case 'confirm':
      return <ConfirmForm {...props} />
    case 'pass':
      return <PassForm {...props} />
    case 'namePersons':
      return <PersonsForm {...props} />
    case 'sign':
    case 'accept':
      return null
  }
}
