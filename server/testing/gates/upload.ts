import type { County, Caller } from './county.ts'

const mark = 'yingshang-test-boundary'

/** A multipart body as a browser, or somebody with worse intentions, writes it. `head` stands in for the part's own headers. */
export function multipart(content: Buffer | string, name: string, head?: string): { payload: Buffer; type: string } {
  const headers = head ?? `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream`
  const payload = Buffer.concat([Buffer.from(`--${mark}\r\n${headers}\r\n\r\n`), Buffer.from(content), Buffer.from(`\r\n--${mark}--\r\n`)])
  return { payload, type: `multipart/form-data; boundary=${mark}` }
}

export async function upload(
  county: County,
  as: Caller,
  content: Buffer | string,
  { name = '材料.txt', purpose = 'evidence', head = undefined as string | undefined } = {},
): Promise<{ status: number; body: any }> {
  const { payload, type } = multipart(content, name, head)
  const response = await county.http.inject({
    method: 'POST',
    url: `/api/files?purpose=${purpose}`,
    cookies: { yingshang_session: county.as(as).cookie! },
    headers: { 'content-type': type },
    payload,
  })
  return { status: response.statusCode, body: response.json() }
}

export async function download(county: County, as: Caller, fileId: string) {
  return county.http.inject({ url: `/api/files/${fileId}`, cookies: { yingshang_session: county.as(as).cookie! } })
}
