import { taskSentences } from '@yingshang/core/tasks/sentences.zh'
import { learnSentences } from '../../ui/say-refusal.ts'
import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

learnSentences(taskSentences)

/** Addresses of 任务清单; fixed words come before the task's own address. */
export function taskRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/tasks',
      component: lazyRouteComponent(() => import('./ledger-page.tsx'), 'LedgerPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/mine',
      component: lazyRouteComponent(() => import('./my-unit-page.tsx'), 'MyUnitPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/overview',
      component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/requests',
      component: lazyRouteComponent(() => import('./requests-page.tsx'), 'RequestsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/runs',
      component: lazyRouteComponent(() => import('./runs-page.tsx'), 'RunsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/runs/new',
      component: lazyRouteComponent(() => import('./open-run-page.tsx'), 'OpenRunPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/runs/$runId',
      component: lazyRouteComponent(() => import('./run-page.tsx'), 'RunPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tasks/$taskId',
      component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
    }),
  ]
}
