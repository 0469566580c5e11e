import { planSentences } from '@yingshang/core/plans/labels.zh'
import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(planSentences)

export function planRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/plans',
      component: lazyRouteComponent(() => import('./plans-page.tsx'), 'PlansPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/plans/import',
      component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/plans/$planId',
      component: lazyRouteComponent(() => import('./review-page.tsx'), 'ReviewPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/plans/$planId/publish',
      component: lazyRouteComponent(() => import('./publish-page.tsx'), 'PublishPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/campaigns/$campaignId',
      component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
    }),
  ]
}
