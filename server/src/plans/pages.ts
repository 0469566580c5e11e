import type { FastifyInstance } from 'fastify'
import { html } from '../platform/http/html.ts'
import { portalPage } from '../platform/http/portal-page.ts'
import type { Services } from '../platform/capability.ts'

/** Pages anyone may read without an account and without script. */
export function publicPages(app: FastifyInstance, _services: Services): void {
  app.get('/', async (_request, reply) => {
    const body = html` <h1>优化营商环境</h1>
      <p class="lead">这里公开行动的阶段安排和应当向社会公布的事项。</p>
      <p><a class="button" href="/desk/">工作人员登录</a></p>`
    return reply.type('text/html; charset=utf-8').send(portalPage('优化营商环境', body))
  })
}
