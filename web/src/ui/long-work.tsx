interface LongWorkProps {
  readonly title: string
  /** 0–1, or undefined while the amount is unknown. */
  readonly share?: number | undefined
  readonly now?: string | undefined
}

/** Progress of something long; the page says that it can be left. */
export function LongWork({ title, share, now }: LongWorkProps) {
  const percent = share === undefined ? undefined : Math.round(share * 100)
  return (
    <div className="notice" role="status" aria-live="polite">
      <h3>{title}</h3>
      <div className="row" style={{ margin: '6px 0' }}>
        <progress value={percent} max={100} aria-label={title} style={{ width: '16rem' }} />
        {percent !== undefined && <span>{percent}%</span>}
        {now && <span className="quiet">{now}</span>}
      </div>
      <p className="quiet">可以离开本页，办完后结果还在这里。</p>
    </div>
  )
}
