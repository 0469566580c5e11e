import exceljs from 'exceljs'
import { openSession } from '../src/platform/auth/sessions.ts'
import { sessionCookie } from '../src/platform/http/session.ts'
import type { TestApp } from './app.ts'

/** Downloads a workbook as a person and opens it again. Answers its first sheet and the file name header. */
export async function downloadSheet(app: TestApp, personId: string, url: string) {
  const session = { personId, now: app.services.clock.now(), secondFactor: true, byLink: true, browser: '' }
  const cookie = `${sessionCookie}=${await openSession(app.services.databases.app, session)}`
  const response = await app.http.inject({ method: 'GET', url, headers: { cookie } })
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}`)
  const book = new exceljs.Workbook()
  await book.xlsx.load(response.rawPayload as never)
  return { sheet: book.worksheets[0]!, disposition: String(response.headers['content-disposition']) }
}
