import { X509Certificate } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { channelDecider, type ChannelCommand } from '@yingshang/core/reminders/channel-settings'
import * as contract from '@yingshang/core/reminders/contract'
import { mayRemind } from '@yingshang/core/reminders/policy'
import { Failure, forbidden, refused } from '../platform/http/failure.ts'
import { serve, type Call } from '../platform/http/register.ts'
import type { Services } from '../platform/capability.ts'
import { changeBy, orRefuse } from '../platform/ledger/decide.ts'
import { newId, record } from '../platform/ledger/record.ts'
import { loadChannels, readSecret, secretRow, type MailSecret, type RobotSecret } from './settings.ts'
import { openMail } from './send-mail.ts'
import { postToRobot, robotAddress } from './send-robot.ts'
import { channelTable } from './tables.ts'

/** The administrator's page of channels. Secrets go in and never come out again. */
export function channelRoutes(app: FastifyInstance, services: Services): void {
  const db = services.databases.app

  serve(app, contract.readChannels, async (call) => {
    demand(call.actor, 'readChannels')
    return shown()
  })

  serve(app, contract.setMail, async (call) => {
    demand(call.actor, 'changeChannels')
    const { secret, ...mail } = call.body
    if (mail.certificate !== '' && !isCertificate(mail.certificate)) throw refused({ code: 'channel.certificate' })
    const secrets = secret === undefined ? [] : [secretRow(services, 'mail', { password: secret } satisfies MailSecret)]
    return change(call, { type: 'setMail', mail, newSecret: secret !== undefined }, secrets)
  })

  serve(app, contract.removeMail, async (call) => {
    demand(call.actor, 'changeChannels')
    return change(call, { type: 'removeMail' }, [emptied('mail')])
  })

  serve(app, contract.addRobot, async (call) => {
    demand(call.actor, 'changeChannels')
    const { address, secret = '', ...robot } = call.body
    const url = robotAddress(robot.kind, address)
    if (url === null) throw refused({ code: 'channel.robot-address' })
    if (robot.kind === 'dingtalk' && secret === '') throw refused({ code: 'channel.robot-secret' })
    const id = newId(call.now)
    const kept = secretRow(services, id, { address: url.href, secret } satisfies RobotSecret)
    return change(call, { type: 'addRobot', robot: { id, ...robot, host: url.host } }, [kept])
  })

  serve(app, contract.removeRobot, async (call) => {
    demand(call.actor, 'changeChannels')
    const { robotId } = call.params
    return change(call, { type: 'removeRobot', robotId }, [emptied(robotId)])
  })

  serve(app, contract.setSending, async (call) => {
    demand(call.actor, 'changeChannels')
    return change(call, { type: 'setSending', sending: call.body }, [])
  })

  serve(app, contract.testChannel, async (call) => {
    demand(call.actor, 'testChannel')
    const { state } = await loadChannels(services, db)
    const attempt = await tryOut(call.body)
    return { result: attempt.kind, trouble: attempt.kind === 'sent' ? null : attempt.trouble }

    async function tryOut(body: typeof call.body) {
      const lines = ['这是一条试发的消息，收到说明渠道已经接通。']
      if (body.channel === 'robot') {
        const robot = state.robots.find((one) => one.id === body.robotId)
        const secret = await readSecret<RobotSecret>(services, db, body.robotId)
        if (!robot || !secret?.address) throw refused({ code: 'channel.no-robot' })
        return postToRobot(robot.kind, secret, { subject: '【营商办】试发', lines }, call.now)
      }
      if (state.mail === null) throw refused({ code: 'channel.no-mail' })
      const way = openMail(state.mail, (await readSecret<MailSecret>(services, db, 'mail'))?.password)
      const messageId = `<${newId(call.now)}@${state.mail.from.split('@').at(-1)}>`
      try {
        return await way.send({ to: body.to, subject: '【营商办】试发', text: lines.join('\n'), messageId })
      } finally {
        way.close()
      }
    }
  })

  async function shown() {
    const loaded = await loadChannels(services, db)
    const { mail, robots, ...sending } = loaded.state
    const units = await db.query<{ id: string; name: string }>(
      'select id, short_name as name from app.unit where id = any($1::uuid[])',
      [robots.flatMap(({ covers }) => (covers.kind === 'unit' ? [covers.unitId] : []))],
    )
    const nameOf = (id: string) => units.rows.find((row) => row.id === id)?.name ?? null
    return {
      version: loaded.version,
      mail: mail && { ...mail, hasSecret: mail.user !== '' },
      robots: robots.map((robot) => ({
        ...robot,
        unitName: robot.covers.kind === 'unit' ? nameOf(robot.covers.unitId) : null,
      })),
      ...sending,
    }
  }

  async function change(
    call: Pick<Call, 'actor' | 'businessDay' | 'now' | 'commandId'>,
    command: ChannelCommand,
    secrets: readonly { channel: string; sealed: string }[],
  ) {
    const table = channelTable(services.installation.division)
    for (let attempt = 0; attempt < 5; attempt++) {
      const loaded = await loadChannels(services, db)
      const events = orRefuse(channelDecider.decide(command, loaded.state, undefined))
      const answer = await record(db, {
        ...call,
        changes: [changeBy(table, channelDecider, loaded, events)],
        attachments: [
          {
            table: 'app.channel_secret',
            columns: ['channel', 'sealed'],
            rows: secrets,
            replaceBy: ['channel'],
          },
        ],
      })
      if (answer.kind !== 'moved') return shown()
    }
    throw new Failure(409, { code: 'write.busy' })
  }

  /** A removed secret is overwritten: the program's login may not delete. */
  function emptied(channel: string) {
    return secretRow(services, channel, {})
  }
}

function demand(actor: Call['actor'], action: 'readChannels' | 'changeChannels' | 'testChannel'): void {
  const refusal = mayRemind(actor, action)
  if (refusal) throw forbidden(refusal)
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}
