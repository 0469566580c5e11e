import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { statusSentences } from '@yingshang/core/status/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(statusSentences)

/** How the machine is doing, for who runs it and who audits how it is run. */
export function statusRoutes(parent: AnyRoute) {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/status',
      component: lazyRouteComponent(() => import('./status-page.tsx'), 'StatusPage'),
    }),
  ]
}
