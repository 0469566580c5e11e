import { problemSchema } from '@yingshang/core/kernel/problem'
import { uploadFile } from '@yingshang/core/plans/contract'
import type { z } from 'zod'
import { newCommandId, RequestFailed, urlOf } from './client.ts'

export type Uploaded = z.output<typeof uploadFile.reply>
export type UploadPurpose = 'plan' | 'evidence' | 'roster'

/**
 * Sends one file. `progress` gets 0–1; abort by the signal. Throws `RequestFailed` like `call`. XMLHttpRequest, because
 * fetch cannot tell how much has been sent.
 */
export function upload(
  file: File,
  purpose: UploadPurpose,
  progress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(uploadFile, { query: { purpose } }))
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('x-command-id', newCommandId())
    request.upload.addEventListener('progress', (event) => progress(event.total > 0 ? event.loaded / event.total : 0))
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText)
      if (request.status >= 200 && request.status < 300) {
        const reply = uploadFile.reply.safeParse(answer)
        if (reply.success) return resolve(reply.data)
      }
      const problem = problemSchema.safeParse(answer)
      reject(new RequestFailed(problem.success ? problem.data : plain(request.status, 'server.fault')))
    })
    request.addEventListener('error', () => reject(new RequestFailed(plain(0, 'network.down'))))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function plain(status: number, code: string) {
  return { type: 'about:blank', status, title: code, code } as const
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
