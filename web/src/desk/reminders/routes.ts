import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { reminderSentences } from '@yingshang/core/reminders/labels.zh'
import { learnSentences } from '../../ui/say-refusal.ts'

learnSentences(reminderSentences)

/** News for the person, telephone calls to make, what went out, and through which channels. */
export function reminderRoutes(parent: AnyRoute) {
  const getParentRoute = () => parent
  return [
    createRoute({
      getParentRoute,
      path: '/messages',
      component: lazyRouteComponent(() => import('./messages-page.tsx'), 'MessagesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/calls',
      component: lazyRouteComponent(() => import('./calls-page.tsx'), 'CallsPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/deliveries',
      component: lazyRouteComponent(() => import('./deliveries-page.tsx'), 'DeliveriesPage'),
    }),
    createRoute({
      getParentRoute,
      path: '/channels',
      component: lazyRouteComponent(() => import('./channels-page.tsx'), 'ChannelsPage'),
    }),
  ]
}
