import { useNavigate, useSearch } from '@tanstack/react-router'
import { changed, readSearch, type RawSearch, type SearchShape, type UrlState } from './url-state.ts'

/** Filters, paging and the open row of this page, read from and written to the address. */
export function useUrlState<Shape extends SearchShape>(
  shape: Shape,
): [UrlState<Shape>, (change: Partial<UrlState<Shape>>, replace?: boolean) => void] {
  const raw = useSearch({ strict: false }) as RawSearch
  const navigate = useNavigate()
  const state = readSearch(shape, raw)
  const change = (step: Partial<UrlState<Shape>>, replace = true) =>
    void navigate({
      to: '.',
      search: ((before: RawSearch) => ({ ...before, ...changed(shape, readSearch(shape, before), step) })) as never,
      replace,
      resetScroll: false,
    })
  return [state, change]
}
