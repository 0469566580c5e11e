import type { FastifyInstance } from 'fastify'
import { isIPv6 } from 'node:net'
import type { Config } from '../config.ts'
import { PlainFailure } from '../plain-failure.ts'

/**
 * Opens the port. Without a host for the trial, both addresses of `localhost` are taken, so that a browser that tries
 * IPv6 first does not meet another program there. Production listens on IPv6 and IPv4, or on IPv4 alone where the
 * machine has no IPv6. Throws a sentence when the port cannot be had.
 */
export async function listen(http: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  try {
    await http.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if ((code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL') && host === '::') {
      await listen(http, { host: '0.0.0.0', port })
      return
    }
    throw portFailure(code, host, port) ?? error
  }
}

function portFailure(code: string | undefined, host: string, port: number): PlainFailure | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return new PlainFailure(
        'port.in-use',
        `端口 ${port} 已被另一个程序占用。请先停止那个程序，或换一个端口启动，例如：YINGSHANG_PORT=${port === 0 ? 8642 : (port % 65535) + 1} npm start`,
      )
    case 'EACCES':
      return new PlainFailure(
        'port.not-allowed',
        `当前用户不能使用端口 ${port}（小于 1024 的端口需要管理员权限）。请设置 YINGSHANG_PORT 为 1024 以上的端口，例如 8443`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new PlainFailure('port.no-such-address', `这台机器没有 ${host} 这个地址，请更正 YINGSHANG_HOST`)
    default:
      return undefined
  }
}

/** A name or address as it stands in a web address. */
export function hostInAddress(name: string): string {
  return isIPv6(name) ? `[${name}]` : name
}
