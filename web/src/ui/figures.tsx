import { Link } from '@tanstack/react-router'
import './styles/figures.css'

export interface Figure {
  readonly label: string
  readonly value: number
  /** Where the figure opens down to its cases. */
  readonly to?: string
  readonly search?: Readonly<Record<string, string>>
  readonly late?: boolean
}

/** The figures of the day in one row; each opens down to its cases. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <div className="figures">
      {figures.map(({ label, value, to, search, late }) => {
        const inside = (
          <>
            <b className={late && value > 0 ? 'late' : undefined}>{value}</b>
            <span>{label}</span>
          </>
        )
        return to ? (
          <Link key={label} to={to} search={search as never}>
            {inside}
          </Link>
        ) : (
          <div key={label}>{inside}</div>
        )
      })}
    </div>
  )
}
