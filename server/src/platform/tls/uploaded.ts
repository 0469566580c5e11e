import { createPrivateKey, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { PlainFailure } from '../plain-failure.ts'

/**
 * Looks at a certificate the office put into the data folder before anybody meets it in a browser. Throws a sentence
 * when it cannot be used at all; answers what is wrong with it otherwise (a name it does not cover, its end near).
 */
export function checkUploaded(key: string, cert: string, names: readonly string[], now: number): string[] {
  let certificate: X509Certificate
  let fits: boolean
  try {
    certificate = new X509Certificate(cert)
    fits = certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    throw unusable('内容不是 PEM 格式，或者私钥设有口令')
  }
  if (!fits) throw unusable('证书和私钥不是一对')
  const [from, until] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  if (now < from) throw unusable(`证书要到 ${day(from)} 才生效，请核对证书和这台机器的时间`)
  if (now > until) throw unusable(`证书已在 ${day(until)} 到期，请换上新的`)
  const warnings = names
    .filter((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) === undefined)
    .map((name) => `上传的证书不包含 ${name}，用这个名称打开时浏览器会报警`)
  const left = Math.floor((until - now) / 86_400_000)
  return left < 30 ? [...warnings, `上传的证书还有 ${left} 天到期，请准备更换`] : warnings
}

function unusable(why: string): PlainFailure {
  return new PlainFailure(
    'tls.uploaded',
    `上传的证书不能使用：${why}。文件是数据目录 tls 下的 uploaded.crt 和 uploaded.key；删去它们，就会改用自签证书`,
  )
}

const day = (instant: number) => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)
