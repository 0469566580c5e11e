import type { FastifyInstance } from 'fastify'
import { html, type Html } from '../platform/http/html.ts'
import { countyPage } from '../platform/portal/frame.ts'
import type { Services } from '../platform/capability.ts'
import { readInstallation, businessDayOf } from '../platform/clock.ts'
import { campaignOf, campaignsOf } from './views.ts'

/** Pages anyone may read without an account and without script. */
export function publicPages(app: FastifyInstance, services: Services): void {
  const db = services.databases.app
  app.get('/', async (_request, reply) => {
    const installation = (await readInstallation(db))!
    const today = businessDayOf(installation, services.clock)
    const running = (await campaignsOf(db, installation.division)).filter((campaign) => campaign.state === 'running')
    const campaigns = await Promise.all(running.map(async (one) => (await campaignOf(db, one.id))!.state))
    const body = html`<h1>优化营商环境</h1>
      <p class="lead">办事遇到难处、发现不对的地方，请告诉我们。三分钟写完，可以不留姓名。</p>
      <p><a class="button large" href="/report">我要反映</a></p>
      <p><a class="button large second" href="/receipt">凭回执码查进度</a></p>
      ${campaigns.map((campaign) => campaignSection(campaign, today))}
      ${campaigns.length === 0 ? html`<p>还没有发布行动。发布后，这里会列出各阶段的时间。</p>` : ''}
      <p><a href="/desk/">工作人员登录</a></p>`
    return reply.type('text/html; charset=utf-8').send(countyPage('首页', body))
  })
}

interface Shown {
  readonly name: string
  readonly docNumber: string | null
  readonly stages: readonly { no: number; name: string; periodText: string; start: string | null; end: string | null }[]
}

function campaignSection(campaign: Shown, today: string): Html {
  return html`<section>
    <h2>${campaign.name}</h2>
    ${campaign.docNumber ? html`<p>${campaign.docNumber}</p>` : ''}
    <ol class="stages">
      ${campaign.stages.map(
        (stage) =>
          html`<li>
            <strong>${stage.name}</strong
            >（${stage.periodText}）${running(stage, today) ? html` <em>正在进行</em>` : ''}
          </li>`,
      )}
    </ol>
  </section>`
}

function running(stage: { start: string | null; end: string | null }, today: string): boolean {
  return stage.start !== null && stage.end !== null && stage.start <= today && today <= stage.end
}
