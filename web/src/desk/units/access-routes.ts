import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

/** Pages before the desk, outside its frame. */
export function gateRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/sign-in',
      component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/second-factor',
      component: lazyRouteComponent(() => import('./second-factor-page.tsx'), 'SecondFactorPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/activate',
      component: lazyRouteComponent(() => import('./activate-page.tsx'), 'ActivatePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/enrol',
      component: lazyRouteComponent(() => import('./enrol-page.tsx'), 'EnrolPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/password',
      component: lazyRouteComponent(() => import('./password-page.tsx'), 'PasswordPage'),
    }),
  ]
}
