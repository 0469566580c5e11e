import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { PersonActor } from '@yingshang/core/kernel/actor'
import { makeHttp } from '../src/platform/http/server.ts'
import { readSessions } from '../src/platform/http/session.ts'
import { openSession } from '../src/platform/auth/sessions.ts'
import type { Services } from '../src/platform/capability.ts'
import { record } from '../src/platform/ledger/record.ts'
import {
  vaultIntake,
  type Submission,
  type VaultIntake,
  type VaultSubject,
  type VaultSubjects,
} from '../src/vault/for-others.ts'
import { vaultRoutes } from '../src/vault/routes.ts'
import { browser, type Browser } from './caller.ts'
import type { TestProduct } from './product.ts'

/** Submissions as a test made them, standing for cases and tips: what the vault asks of those two. */
export class MadeSubjects implements VaultSubjects {
  readonly all = new Map<string, VaultSubject>()
  readonly closedTo = new Set<string>()

  async find(vaultIds: readonly string[]) {
    return new Map(vaultIds.flatMap((id) => (this.all.has(id) ? [[id, this.all.get(id)!] as const] : [])))
  }

  mayOpen(actor: PersonActor) {
    return this.closedTo.has(actor.personId) ? { code: 'case.own-unit' } : undefined
  }

  async endedBefore() {
    return [...this.all].filter(([, subject]) => !subject.isOpen).map(([vaultId]) => vaultId)
  }
}

export interface VaultDesk {
  readonly http: FastifyInstance
  readonly intake: VaultIntake
  readonly subjects: MadeSubjects
  /** Everything that was answered. */
  readonly answers: readonly { readonly status: number; readonly text: string }[]
  /** A browser of its own: a new session each time. */
  enter(personId: string): Promise<Browser>
  /** Seals and writes a submission; answers its vault id. */
  receive(submission?: Partial<Submission>): Promise<string>
}

/** The vault's routes over a product's database, as a second instance of the program would serve them. */
export async function vaultDesk(
  { services, time }: Pick<TestProduct, 'services' | 'time'>,
  subjects = new MadeSubjects(),
): Promise<VaultDesk> {
  const http = await makeHttp({ log: services.log })
  readSessions(http, services.databases.app, services.clock)
  vaultRoutes(http, services, [subjects])
  const answers: { status: number; text: string }[] = []
  http.addHook('onSend', async (_request, reply, payload) => {
    answers.push({ status: reply.statusCode, text: String(payload) })
    return payload
  })
  await http.ready()
  const intake = vaultIntake(services)
  return {
    http,
    intake,
    subjects,
    answers,
    async enter(personId) {
      const one = browser(http)
      one.cookie = await openSession(services.databases.app, {
        personId,
        now: time.now,
        secondFactor: false,
        byLink: true,
        browser: '',
      })
      return one
    },
    receive: (submission = {}) => receive(services, intake, subjects, time.now, submission),
  }
}

async function receive(
  services: Services,
  intake: VaultIntake,
  subjects: MadeSubjects,
  now: number,
  more: Partial<Submission>,
): Promise<string> {
  const sealed = await intake.seal({
    holder: 'office',
    original: { title: '窗口推诿', text: '我叫李小测，电话13912345678', object: '某窗口' },
    identity: { name: '李小测', mobile: '13912345678' },
    consent: 'higherBodyOnly',
    now,
    ...more,
  })
  await record(services.databases.app, {
    commandId: randomUUID(),
    actor: { kind: 'system', job: 'test' },
    businessDay: '2022-07-04',
    now,
    changes: [],
    attachments: sealed.attachments,
  })
  const kind = more.holder === 'discipline' ? 'tip' : 'case'
  subjects.all.set(sealed.vaultId, {
    kind,
    id: randomUUID(),
    number: `320724-2022-${String(subjects.all.size + 1).padStart(6, '0')}`,
    isOpen: true,
  })
  return sealed.vaultId
}
