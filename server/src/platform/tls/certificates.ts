import 'reflect-metadata' // the certificate library's injector needs it
import { webcrypto } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as x509 from '@peculiar/x509'
import type { Clock } from '../clock.ts'
import { checkUploaded } from './uploaded.ts'

export interface ServerCertificate {
  readonly key: string
  readonly cert: string
  /** Certificate of our own authority, for the office's machines to trust; undefined with an uploaded certificate. */
  readonly authority: string | undefined
  /** What is wrong with an uploaded certificate that can be used all the same; Chinese sentences. */
  readonly warnings: readonly string[]
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 86_400_000

/**
 * The certificate to serve with. An uploaded one (`tls/uploaded.crt`, `tls/uploaded.key` in the data folder) wins.
 * Otherwise our own authority, made once per installation, signs one for the given names; it is made again when the names
 * change or fewer than thirty days are left. Private keys are 0600 and never leave the folder.
 */
export async function serverCertificate(
  folder: string,
  names: readonly string[],
  clock: Clock,
): Promise<ServerCertificate> {
  const place = join(folder, 'tls')
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const uploaded = { key: join(place, 'uploaded.key'), cert: join(place, 'uploaded.crt') }
  if (existsSync(uploaded.key) && existsSync(uploaded.cert)) {
    const [key, cert] = [readFileSync(uploaded.key, 'utf8'), readFileSync(uploaded.cert, 'utf8')]
    return { key, cert, authority: undefined, warnings: checkUploaded(key, cert, names, clock.now()) }
  }
  x509.cryptoProvider.set(webcrypto as never)
  const authority = await ownAuthority(place, clock.now())
  const known = { key: join(place, 'server.key'), cert: join(place, 'server.crt') }
  if (!existsSync(known.cert) || !stillGood(readFileSync(known.cert, 'utf8'), names, clock.now())) {
    await issue(known, authority, names, clock.now())
  }
  return {
    key: readFileSync(known.key, 'utf8'),
    cert: readFileSync(known.cert, 'utf8') + authority.pem,
    authority: authority.pem,
    warnings: [],
  }
}

interface Authority {
  readonly pem: string
  readonly certificate: x509.X509Certificate
  readonly signingKey: webcrypto.CryptoKey
}

async function ownAuthority(place: string, now: number): Promise<Authority> {
  const files = { key: join(place, 'authority.key'), cert: join(place, 'authority.crt') }
  if (!existsSync(files.cert)) {
    const keys = await makeKeys()
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      serialNumber: serial(),
      name: 'CN=Yingshang local authority',
      notBefore: new Date(now - day),
      notAfter: new Date(now + 3650 * day),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    })
    await keepKey(files.key, keys.privateKey)
    keep(files.cert, `${certificate.toString('pem')}\n`)
  }
  const pem = readFileSync(files.cert, 'utf8')
  return { pem, certificate: new x509.X509Certificate(pem), signingKey: await readKey(files.key) }
}

async function issue(
  files: { key: string; cert: string },
  authority: Authority,
  names: readonly string[],
  now: number,
): Promise<void> {
  const keys = await makeKeys()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: `CN=${names[0] ?? 'localhost'}`,
    issuer: authority.certificate.subject,
    notBefore: new Date(now - day),
    // 397 days: the longest that browsers accept without complaint.
    notAfter: new Date(now + 397 * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: authority.signingKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(alternativeNames(names)),
    ],
  })
  await keepKey(files.key, keys.privateKey)
  keep(files.cert, `${certificate.toString('pem')}\n`)
}

function alternativeNames(names: readonly string[]): { type: 'dns' | 'ip'; value: string }[] {
  return [...new Set([...names, 'localhost', '127.0.0.1'])].map((value) => ({
    type: isIP(value) ? 'ip' : 'dns',
    value,
  }))
}

function stillGood(pem: string, names: readonly string[], now: number): boolean {
  const certificate = new x509.X509Certificate(pem)
  if (certificate.notAfter.getTime() < now + 30 * day) return false
  const extension = certificate.getExtension(x509.SubjectAlternativeNameExtension)
  const stated = new Set(extension?.names.items.map((item) => item.value))
  return names.every((name) => stated.has(name))
}

function makeKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>
}

async function keepKey(file: string, key: webcrypto.CryptoKey): Promise<void> {
  const bytes = await webcrypto.subtle.exportKey('pkcs8', key)
  keep(file, `${x509.PemConverter.encode(bytes, 'PRIVATE KEY')}\n`)
}

async function readKey(file: string): Promise<webcrypto.CryptoKey> {
  const bytes = x509.PemConverter.decodeFirst(readFileSync(file, 'utf8'))
  return webcrypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign'])
}

function keep(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

function serial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16))
  bytes[0]! &= 0x7f
  return Buffer.from(bytes).toString('hex')
}
