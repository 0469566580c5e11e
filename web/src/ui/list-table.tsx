import { useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { Pager } from './pager.tsx'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** The title is read aloud but not shown, for columns of buttons. */
  readonly hiddenTitle?: boolean
  /** Shown in the header instead of the title, for instance a check mark for all rows. */
  readonly heading?: ReactNode
  readonly render: (row: Row) => ReactNode
  readonly align?: 'number'
  readonly width?: string
  /** On paper, where the widths of the screen are too wide; automatic when left out. */
  readonly printWidth?: string
  /** Columns of boxes to tick and the like stay off the paper. */
  readonly screenOnly?: boolean
  /** Name the server sorts by; the header then sorts, descending with a leading minus. */
  readonly sort?: string
  /** Gives way while a panel is open beside the table. */
  readonly yields?: boolean
  /** On a phone: the card's title, a line with its label, a line without, a box before the title, or nothing. */
  readonly card?: 'title' | 'labelled' | 'plain' | 'box' | 'hidden'
}

export interface ListTableProps<Row> {
  /** What the table lists, for readers of the screen and for print. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly open?: (row: Row) => void
  readonly openKey?: string | undefined
  readonly empty?: ReactNode
  readonly sort?: string | undefined
  readonly onSort?: (sort: string | undefined) => void
  readonly paging?: { page: number; size: number; total: number; capped?: boolean; onPage: (page: number) => void }
  /** A heading row above the first row of each group. */
  readonly groupOf?: ((row: Row) => string) | undefined
  /** What the heading says; the row above is undefined at the start. */
  readonly groupHeading?: (row: Row, above: Row | undefined) => ReactNode
  readonly busy?: boolean
}

/** The desk's list: dense table, sticky header, J/K and Enter; cards on a phone; paging that lives in the address. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { columns, rows, rowKey, open, openKey } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const step = (by: number) => {
    const all = [...(body.current?.querySelectorAll<HTMLTableRowElement>('tr[data-row]') ?? [])]
    const here = all.findIndex((row) => row === document.activeElement || row.dataset['row'] === openKey)
    const next = all[Math.min(Math.max(here + by, 0), all.length - 1)]
    next?.focus()
    const index = Number(next?.dataset['index'])
    if (openKey !== undefined && open && rows[index] !== undefined) open(rows[index])
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  if (rows.length === 0 && !props.busy) return <>{props.empty}</>
  const enter = (event: KeyboardEvent, row: Row) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || !open) return
    event.preventDefault()
    open(row)
  }
  let group: string | undefined
  return (
    <>
      <table className="list cards" role="table" aria-label={props.label} aria-busy={props.busy || undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} role="rowgroup">
          {rows.map((row, index) => {
            const key = rowKey(row)
            const heading = props.groupOf?.(row)
            const first = heading !== undefined && heading !== group
            group = heading
            return [
              first && (
                <tr key={`group-${key}`} className="group-row" role="row">
                  <td colSpan={columns.length} role="cell">
                    {props.groupHeading ? props.groupHeading(row, rows[index - 1]) : heading}
                  </td>
                </tr>
              ),
              <tr
                key={key}
                role="row"
                data-row={key}
                data-index={index}
                tabIndex={open ? (index === 0 || key === openKey ? 0 : -1) : undefined}
                className={open ? 'opens' : undefined}
                aria-selected={key === openKey || undefined}
                onClick={(event) => open && !isControl(event.target) && !window.getSelection()?.toString() && open(row)}
                onKeyDown={(event) => enter(event, row)}
              >
                {columns.map((column) => (
                  <td
                    key={column.key}
                    role="cell"
                    className={`${classOf(column) ?? ''} card-${column.card ?? 'labelled'}`.trim()}
                    data-label={(column.card ?? 'labelled') === 'labelled' ? column.title : undefined}
                  >
                    {column.render(row)}
                  </td>
                ))}
              </tr>,
            ]
          })}
        </tbody>
      </table>
      {props.paging && <Pager {...props.paging} shown={rows.length} />}
    </>
  )
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const names = [column.align ?? '', column.yields ? 'yields' : '', column.screenOnly ? 'no-print' : '']
  return names.filter((name) => name !== '').join(' ') || undefined
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a,button,input,label,select,textarea,.ant-popover') !== null
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>
  readonly sort: string | undefined
  readonly onSort: ((sort: string | undefined) => void) | undefined
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const name = column.sort
  const up = name !== undefined && sort === name
  const down = name !== undefined && sort === `-${name}`
  return (
    <th
      role="columnheader"
      scope="col"
      className={classOf(column)}
      style={{ '--width': column.width, '--print-width': column.printWidth } as CSSProperties}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      {name !== undefined && onSort ? (
        <button type="button" onClick={() => onSort(up ? `-${name}` : down ? undefined : name)}>
          {column.title}
          <span aria-hidden="true">{up ? ' ↑' : down ? ' ↓' : ''}</span>
        </button>
      ) : (
        (column.heading ?? (column.hiddenTitle ? <span className="only-read">{column.title}</span> : column.title))
      )}
    </th>
  )
}
