import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { calendarSentences } from '@yingshang/core/calendar/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(calendarSentences)

/** 工作日历: looking a year up, adding one, what a new version moves, how the versions followed one another. */
export function calendarRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/calendar',
      component: lazyRouteComponent(() => import('./year-page.tsx'), 'YearPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/calendar/change',
      component: lazyRouteComponent(() => import('./change-page.tsx'), 'ChangePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/calendar/moves',
      component: lazyRouteComponent(() => import('./moves-page.tsx'), 'MovesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/calendar/versions',
      component: lazyRouteComponent(() => import('./versions-page.tsx'), 'VersionsPage'),
    }),
  ]
}
