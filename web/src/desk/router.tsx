import { fileSentences } from '@yingshang/core/kernel/file-labels.zh'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { learnSentences } from '../ui/say-refusal.ts'
import { parseSearch, writeSearch } from '../ui/url-state.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { registerCaseRoute } from './cases/register-case-route.ts'
import { caseRoutes } from './cases/routes.ts'
import { Frame } from './frame/frame.tsx'
import { LostPage, PageFault } from './frame/lost-page.tsx'
import { planRoutes } from './plans/routes.ts'
import { reminderRoutes } from './reminders/routes.ts'
import { ruleRoutes } from './rules/routes.ts'
import { statusRoutes } from './status/routes.ts'
import { tipRoutes } from './supervision/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { gateRoutes } from './units/access-routes.ts'
import { unitRoutes } from './units/routes.ts'
import { vaultRoutes } from './vault/routes.ts'

learnSentences(fileSentences)

const root = createRootRoute({ component: Outlet })
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame })
const today = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./today/today-page.tsx'), 'TodayPage'),
})

/** An address nobody knows still has the navigation around it. */
const lost = createRoute({ getParentRoute: () => frame, path: '$', component: LostPage })

const tree = root.addChildren([
  ...gateRoutes(root),
  frame.addChildren([
    today,
    ...taskRoutes(frame),
    registerCaseRoute(frame),
    ...caseRoutes(frame),
    ...tipRoutes(frame),
    ...planRoutes(frame),
    ...ruleRoutes(frame),
    ...unitRoutes(frame),
    ...calendarRoutes(frame),
    ...reminderRoutes(frame),
    ...statusRoutes(frame),
    ...vaultRoutes(frame),
    lost,
  ]),
])

/** Every page is loaded when it is first opened; addresses carry plain words. */
export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  parseSearch: (text) => parseSearch(text) as Record<string, unknown>,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultNotFoundComponent: LostPage,
  defaultErrorComponent: PageFault,
})
