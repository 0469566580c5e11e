import { forgetAllDrafts } from '../../ui/draft-keeper.ts'

/** After signing out nothing of the person stays in this browser; the whole page is loaded anew. */
export function leaveDesk(): void {
  forgetAllDrafts()
  location.assign('/desk/sign-in')
}
