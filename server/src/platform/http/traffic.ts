import type { FastifyInstance } from 'fastify'

/** A county's office has one or two requests under way at a time; from this many on, background work steps back. */
const many = 6

/** Counts the requests under way. */
export class Traffic {
  #underWay = 0

  watch(app: FastifyInstance): void {
    app.addHook('onRequest', async (_request, reply) => {
      this.#underWay++
      // A client that goes away ends without a response; the close of the raw answer is what always comes.
      reply.raw.once('close', () => this.#underWay--)
    })
  }

  readonly isBusy = (): boolean => this.#underWay >= many
}
