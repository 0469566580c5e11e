import Button from 'antd/es/button'

interface PagerProps {
  readonly page: number
  readonly size: number
  readonly total: number
  /** The server stopped counting here: the total is shown as 「1000+」. */
  readonly capped?: boolean
  readonly shown: number
  readonly onPage: (page: number) => void
}

/** 「第 51–100 条，共 113 条」 with previous and next. */
export function Pager({ page, size, total, capped = false, shown, onPage }: PagerProps) {
  const from = (page - 1) * size + 1
  const last = Math.max(1, Math.ceil(total / size))
  return (
    <div className="under-table">
      <span>
        {shown === 0 ? `共 ${total} 条` : `第 ${from}–${from + shown - 1} 条，共 ${total}${capped ? '+' : ''} 条`}
      </span>
      {(last > 1 || page > 1) && (
        <nav className="pager" aria-label="翻页">
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            上一页
          </Button>
          <span className="keep">
            {page} / {capped ? '…' : last}
          </span>
          <Button disabled={page >= last && !capped} onClick={() => onPage(page + 1)}>
            下一页
          </Button>
        </nav>
      )}
    </div>
  )
}
