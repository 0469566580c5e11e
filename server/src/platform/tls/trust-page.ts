import { X509Certificate } from 'node:crypto'
import { html } from '../http/html.ts'
import { portalPage } from '../portal/portal-page.ts'

/** SHA-256 of a certificate as browsers show it: pairs of hex digits. */
export function fingerprint(pem: string): string {
  return new X509Certificate(pem).fingerprint256
}

/** What the certificate window of Windows calls 指纹: SHA-1 in small letters without colons. */
export function windowsThumbprint(pem: string): string {
  return new X509Certificate(pem).fingerprint.replaceAll(':', '').toLowerCase()
}

/** How an office computer is told, once, to trust this installation's own authority. */
export function trustPage(authority: string): string {
  const body = html`<h1>让这台电脑信任本系统</h1>
    <p class="lead">
      本系统的证书由本单位自己的机器签发，浏览器第一次打开时会提示“不安全”。按下面的步骤安装一次，提示就不再出现。
    </p>
    <h2>第一步：下载并核对</h2>
    <p><a class="button" href="/authority.crt" download="yingshang-authority.crt">下载证书文件</a></p>
    <p>
      双击打开下载的文件，在“详细信息”里找到最后一行“指纹”，和系统管理员当面或书面给的一串逐字核对（只和本页核对不算数）。
      不一致就不要安装，请告诉系统管理员。
    </p>
    <p>Windows 里显示的指纹：<br /><code>${windowsThumbprint(authority)}</code></p>
    <p>其他系统显示的 SHA-256 指纹：<br /><code>${fingerprint(authority)}</code></p>
    <h2>第二步：在 Windows 上安装</h2>
    <ol>
      <li>双击证书文件，点“安装证书”。</li>
      <li>存储位置选“本地计算机”（没有管理员权限时选“当前用户”），点“下一步”。</li>
      <li>选“将所有的证书都放入下列存储”，点“浏览”，选“受信任的根证书颁发机构”，点“确定”。</li>
      <li>点“下一步”“完成”；弹出安全警告时，核对名称是 Yingshang local authority，再点“是”。</li>
      <li>关闭并重新打开浏览器。</li>
    </ol>
    <h2>很多电脑时</h2>
    <p>
      信息中心可以用域组策略统一下发：计算机配置 → 策略 → Windows 设置 → 安全设置 → 公钥策略 →
      受信任的根证书颁发机构，导入同一个文件。
    </p>
    <h2>手机和其他浏览器</h2>
    <p>
      火狐浏览器：设置 → 隐私与安全 → 查看证书 → 证书颁发机构 → 导入。安卓手机：设置 → 安全 → 加密与凭据 → 安装证书 →
      CA 证书。苹果手机：打开文件后到“设置 → 已下载描述文件”安装，再到“通用 → 关于本机 → 证书信任设置”打开。
    </p>
    <p><a href="/">回到首页</a></p>`
  return portalPage('让这台电脑信任本系统', body)
}
