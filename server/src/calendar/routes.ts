import type { FastifyInstance } from 'fastify'
import * as contract from '@yingshang/core/calendar/contract'
import type { Services } from '../platform/capability.ts'
import { serve } from '../platform/http/register.ts'
import { adoptChange, previewChange } from './adopt.ts'
import type { CountedDeadlines } from './for-others.ts'
import { confirmList, movesNow } from './moves.ts'
import { calendarView, versionView } from './views.ts'

/** 工作日历. `registered` are the capabilities whose open deadlines are counted by it. */
export function calendarRoutes(
  app: FastifyInstance,
  services: Services,
  registered: readonly CountedDeadlines[],
): void {
  // A version confirmed at another instance counts here from the next second on; nothing needs a restart.
  app.addHook('onRequest', (request, _reply, done) => {
    const looking = request.url.startsWith('/api/') ? services.calendars.fresh() : undefined
    if (looking === undefined) return done()
    // When the database cannot be asked, the request itself will say so.
    void looking.catch(() => {}).then(() => done())
  })

  serve(app, contract.readCalendar, (call) => calendarView(services, call.actor, call.businessDay))
  serve(app, contract.readCalendarVersion, (call) => versionView(services, call.actor, call.params.number))
  serve(app, contract.previewCalendar, (call) => previewChange(services, registered, call, call.body.proposal))
  serve(app, contract.adoptCalendar, (call) => adoptChange(services, call, call.body))
  serve(app, contract.readMoves, (call) => movesNow(services, registered, call))
  serve(app, contract.confirmMoves, (call) =>
    confirmList(services, registered, call, { list: call.params.list, ...call.body }),
  )
}
