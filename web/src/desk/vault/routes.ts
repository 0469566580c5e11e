import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { vaultRefusals } from '@yingshang/core/vault/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(vaultRefusals)

/** Keys, their officers, and who opened what. */
export function vaultRoutes(parent: AnyRoute) {
  return [
    createRoute({
      getParentRoute: () => parent,
      path: '/vault',
      component: lazyRouteComponent(() => import('./keys-page.tsx'), 'KeysPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/vault/openings',
      component: lazyRouteComponent(() => import('./openings-page.tsx'), 'OpeningsPage'),
    }),
    createRoute({
      getParentRoute: () => parent,
      path: '/vault/erasures',
      component: lazyRouteComponent(() => import('./erasures-page.tsx'), 'ErasuresPage'),
    }),
  ]
}
