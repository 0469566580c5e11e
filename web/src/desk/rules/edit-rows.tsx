import Button from 'antd/es/button'
import Input from 'antd/es/input'
import type { ReactNode } from 'react'
import { newCommandId } from '../../api/client.ts'
import type { EditorProps } from './edit-controls.tsx'

export interface Coded {
  readonly code: string
  readonly name: string
}

interface RowsProps<Row extends Coded> extends EditorProps<readonly Row[]> {
  /** What one row is called: 情形, 档. */
  readonly noun: string
  readonly fresh: (code: string) => Row
  /** Further controls of a row, behind its name. */
  readonly more?: (row: Row, change: (part: Partial<Row>) => void, label: string) => ReactNode
}

/** A list of named choices: reword, add, take out. A code stays with its row; a new row gets a code never used before. */
export function RowsControl<Row extends Coded>({ label, value, onChange, noun, fresh, more }: RowsProps<Row>) {
  const replace = (place: number, part: Partial<Row>) =>
    onChange(value.map((row, at) => (at === place ? { ...row, ...part } : row)))
  return (
    <>
      <ul className="rule-rows" aria-label={label}>
        {value.map((row, place) => {
          const one = `${label}：第 ${place + 1} 项`
          return (
            <li key={row.code}>
              <Input
                className="rule-name"
                aria-label={`${one}的名称`}
                value={row.name}
                onChange={(event) => replace(place, { name: event.target.value } as Partial<Row>)}
              />
              {more?.(row, (part) => replace(place, part), one)}
              <Button
                size="small"
                aria-label={`去掉${one}`}
                onClick={() => onChange(value.filter((_row, at) => at !== place))}
              >
                去掉
              </Button>
            </li>
          )
        })}
      </ul>
      <div>
        <Button size="small" onClick={() => onChange([...value, fresh(freshCode())])}>
          加一{noun}
        </Button>
      </div>
    </>
  )
}

/** Cases keep codes, so a code is made once and by chance: no later row of any version ever gets it again. */
export function freshCode(): string {
  return `own-${newCommandId().slice(0, 13)}`
}
