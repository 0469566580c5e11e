import { printedFormNames } from '@yingshang/core/cases/labels.zh'
import type { ShownCase } from './use-case.ts'

/** The papers there is something to print for, each as a page of its own. */
export function PrintedFormLinks({ found }: { found: ShownCase }) {
  if (found.forms.length === 0) return null
  return (
    <p className="small no-print in-text papers">
      打印：
      {found.forms.map((form, place) => (
        <span key={form}>
          {place > 0 && '　'}
          <a href={`/print/cases/${found.id}/${form}`} target="_blank" rel="noopener">
            {printedFormNames[form]}
          </a>
        </span>
      ))}
    </p>
  )
}
