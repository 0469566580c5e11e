import { ruleSentences } from '@yingshang/core/rules/labels.zh'
import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(ruleSentences)

export function ruleRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/rules',
      component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/rules/next',
      component: lazyRouteComponent(() => import('./next-version-page.tsx'), 'NextVersionPage'),
    }),
  ]
}
