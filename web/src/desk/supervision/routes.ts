import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { tipSentences } from '@yingshang/core/supervision/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(tipSentences)

/** Tips about persons and a unit's own misconduct: discipline inspection's own place. */
export function tipRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/tips',
      component: lazyRouteComponent(() => import('./tips-page.tsx'), 'TipsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/tips/$tipId',
      component: lazyRouteComponent(() => import('./tip-page.tsx'), 'TipPage'),
    }),
  ]
}
