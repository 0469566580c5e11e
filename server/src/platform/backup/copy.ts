import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

/** The part of pg's connection that COPY needs; the driver hands it to a query that submits itself. */
interface Wire {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** More than this waits in memory only when one row is larger. */
const enough = 1 << 20

/**
 * `copy … to stdout` as a stream of chunks, each whole rows of PostgreSQL's text format. Reading pauses the database
 * when it is faster than its reader. Resolves `rows` when the last chunk was taken.
 */
export function copyOut(client: pg.Client, sql: string): { chunks: AsyncIterable<Buffer>; rows(): number } {
  let waiting: Buffer[] = []
  let bytes = 0
  let rows = 0
  let over = false
  let failure: Error | undefined
  let wire: Wire
  let wake = () => {}
  const query = {
    submit(connection: Wire) {
      wire = connection
      connection.query(sql)
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      // The driver uses its buffer again: the bytes must be copied before it goes on.
      waiting.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes > enough) wire.stream.pause()
      wake()
    },
    handleCommandComplete({ text }: { text: string }) {
      rows = Number(text.split(' ').at(-1))
    },
    handleError(error: Error) {
      failure = error
      wake()
    },
    handleReadyForQuery() {
      over = true
      wake()
    },
  }
  async function* read(): AsyncGenerator<Buffer> {
    client.query(query as unknown as pg.Submittable)
    for (;;) {
      if (waiting.length > 0) {
        const taken = waiting
        waiting = []
        bytes = 0
        wire.stream.resume()
        yield Buffer.concat(taken)
      } else if (failure) throw failure
      else if (over) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return { chunks: read(), rows: () => rows }
}

/** `copy … from stdin` fed from a stream of chunks. Answers the number of rows; a failing source undoes the statement. */
export function copyIn(client: pg.Client, sql: string, source: AsyncIterable<Buffer>): Promise<number> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    let rows = 0
    const pump = async (wire: Wire) => {
      try {
        for await (const chunk of source) {
          if (failure) return
          wire.sendCopyFromChunk(chunk)
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
        }
        wire.endCopyFrom()
      } catch (error) {
        failure = error as Error
        wire.sendCopyFail('the source ended')
      }
    }
    const query = {
      submit: (connection: Wire) => connection.query(sql),
      handleCopyInResponse: (connection: Wire) => void pump(connection),
      handleCommandComplete({ text }: { text: string }) {
        rows = Number(text.split(' ').at(-1))
      },
      // After an error the driver lets go of the query at once; the source's own failure is the cause worth telling.
      handleError: (error: Error) => reject((failure ??= error)),
      handleReadyForQuery: () => resolve(rows),
    }
    client.query(query as unknown as pg.Submittable)
  })
}
