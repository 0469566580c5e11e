import { createHash, randomBytes } from 'node:crypto'
import type { KeptText } from '@yingshang/core/cases/round'
import { searchText, tsvectorOf, wordsVersion } from '@yingshang/core/tasks/search-words'
import type { Queryable } from '../platform/database/pools.ts'
import { newId } from '../platform/ledger/record.ts'
import type { Attachment } from '../platform/ledger/table.ts'

export const textKinds = ['masked', 'result', 'answer', 'reason', 'note', 'supplement', 'message', 'rating'] as const
export type TextKind = (typeof textKinds)[number]

/** Words about a case before they are kept. Only masked texts have a title and an object. */
export interface Words {
  readonly title?: string
  readonly text: string
  readonly object?: string
}

/** The words of one decision (rule C-04): each becomes a row, and a reference with a salted commitment for the event. */
export class Texts {
  readonly #caseId: string
  readonly #division: string
  readonly #now: number
  readonly #rows: object[] = []

  constructor(caseId: string, division: string, now: number) {
    this.#caseId = caseId
    this.#division = division
    this.#now = now
  }

  keep(kind: TextKind, words: Words): KeptText {
    const { title = '', text, object = '' } = words
    const textId = newId(this.#now)
    const salt = randomBytes(16)
    const commitment = createHash('sha256')
      .update(salt)
      .update(JSON.stringify([title, text, object]))
      .digest('hex')
    const searched = kind === 'masked' ? [title, text, object] : null
    this.#rows.push({
      id: textId,
      case_id: this.#caseId,
      kind,
      title,
      text,
      object,
      salt: `\\x${salt.toString('hex')}`,
      search_text: searched && searchText(searched),
      words: searched && tsvectorOf(searched, this.#division),
      words_version: searched && wordsVersion,
    })
    return { textId, commitment }
  }

  /** Null for words nobody wrote. */
  keepNote(kind: TextKind, text: string): KeptText | null {
    return text.trim() === '' ? null : this.keep(kind, { text })
  }

  get attachment(): Attachment {
    return {
      table: 'app.case_text',
      columns: ['id', 'case_id', 'kind', 'title', 'text', 'object', 'salt', 'search_text', 'words', 'words_version'],
      rows: this.#rows,
    }
  }
}

/** The words behind references, by id. What was erased is not there: `wordsOf` answers an empty text for it. */
export async function textsOf(db: Queryable, ids: Iterable<string | null | undefined>): Promise<FoundTexts> {
  const wanted = [...new Set([...ids].filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return new FoundTexts([])
  const found = await db.query<FoundText>({
    name: 'cases:texts',
    text: 'select id, title, text, object from app.case_text where id = any($1::uuid[])',
    values: [wanted],
  })
  return new FoundTexts(found.rows)
}

interface FoundText {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly object: string
}

export class FoundTexts {
  readonly #byId: ReadonlyMap<string, FoundText>

  constructor(rows: readonly FoundText[]) {
    this.#byId = new Map(rows.map((row) => [row.id, row]))
  }

  wordsOf(kept: KeptText | null | undefined): string {
    return kept ? (this.#byId.get(kept.textId)?.text ?? '') : ''
  }

  masked(kept: KeptText): { readonly title: string; readonly text: string; readonly object: string } {
    return this.#byId.get(kept.textId) ?? { title: '', text: '', object: '' }
  }
}
