import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

/** 登记一件; the fixed word goes before the address of a case. */
export function registerCaseRoute(parent: AnyRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: '/cases/new',
    component: lazyRouteComponent(() => import('./register-case-page.tsx'), 'RegisterCasePage'),
  })
}
