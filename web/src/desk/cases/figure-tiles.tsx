import { Link } from '@tanstack/react-router'
import { boardFigures, type BoardFigure } from '@yingshang/core/cases/board-figures'
import { boardFigureNames } from '@yingshang/core/cases/labels.zh'
import './cases.css'

interface FigureTilesProps {
  readonly figures: readonly { readonly name: BoardFigure; readonly count: number }[]
  readonly here: BoardFigure | undefined
}

/** What waits, by kind of waiting, in the order of the work. The chosen one opens everything again. */
export function FigureTiles({ figures, here }: FigureTilesProps) {
  return (
    <nav className="figure-tiles no-print" aria-label="按待办事项看">
      {boardFigures.map((name) => {
        const count = figures.find((one) => one.name === name)?.count ?? 0
        return (
          <Link
            key={name}
            to="/cases"
            search={(name === here ? {} : { figure: name }) as never}
            aria-current={name === here ? 'true' : undefined}
            className={lookOf(name, count, name === here)}
          >
            {boardFigureNames[name]} <b>{count}</b>
          </Link>
        )
      })}
    </nav>
  )
}

function lookOf(name: BoardFigure, count: number, here: boolean): string {
  return [here ? 'here' : '', count === 0 ? 'none' : name === 'overdue' ? 'late' : ''].join(' ').trim()
}
