import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

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
      path: '/campaigns/$campaignId',
      component: lazyRouteComponent(() => import('./campaign-page.tsx'), 'CampaignPage'),
    }),
  ]
}
