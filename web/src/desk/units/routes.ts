import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import {
  accessSentences,
  passwordSentences,
  personRefusalSentences,
  policySentences,
  taskForceRefusalSentences,
  unitRefusalSentences,
} from '@yingshang/core/units/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

for (const sentences of [
  policySentences,
  accessSentences,
  passwordSentences,
  unitRefusalSentences,
  personRefusalSentences,
  taskForceRefusalSentences,
])
  learnSentences(sentences)

/** 单位人员 and what belongs to the person. */
export function unitRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/units',
      component: lazyRouteComponent(() => import('./units-page.tsx'), 'UnitsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/units/$unitId',
      component: lazyRouteComponent(() => import('./unit-page.tsx'), 'UnitPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/people',
      component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
    }),
    createRoute({
      getParentRoute,
      path: '/people/roster',
      component: lazyRouteComponent(() => import('./roster-page.tsx'), 'RosterPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/people/$personId',
      component: lazyRouteComponent(() => import('./person-page.tsx'), 'PersonPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/task-forces',
      component: lazyRouteComponent(() => import('./task-forces-page.tsx'), 'TaskForcesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/sign-in-log',
      component: lazyRouteComponent(() => import('./sign-in-log-page.tsx'), 'SignInLogPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/access-rules',
      component: lazyRouteComponent(() => import('./access-rules-page.tsx'), 'AccessRulesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/me',
      component: lazyRouteComponent(() => import('./my-access-page.tsx'), 'MyAccessPage'),
    }),
  ]
}
