import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { importRefusalSentences } from '@yingshang/core/cases/import-words.zh'
import { caseSentences } from '@yingshang/core/cases/sentences.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(caseSentences)
learnSentences(importRefusalSentences)

/** Addresses of 线索投诉; fixed words come before the case's own address. */
export function caseRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/cases',
      component: lazyRouteComponent(() => import('./first-page.tsx'), 'FirstPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/cases/board',
      component: lazyRouteComponent(() => import('./board-page.tsx'), 'BoardPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/cases/mine',
      component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/cases/supervision',
      component: lazyRouteComponent(() => import('./supervision-page.tsx'), 'SupervisionPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/cases/summary',
      component: lazyRouteComponent(() => import('./summary-page.tsx'), 'SummaryPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/cases/$caseId',
      component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
    }),
  ]
}
