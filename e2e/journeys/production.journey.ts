import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Secret, TOTP } from 'otpauth'
import { expect, journey } from '../kit/journey.ts'

// A real installation under the name an office gives it: over TLS, without links, from the one-time command on.
const settings = { YINGSHANG_NAMES: 'yingshang.lan', YINGSHANG_DIVISION: '320724', YINGSHANG_PLAIN_PORT: 'none' }
journey.use({ world: 'production', start: { mode: 'production', settings } })

const root = fileURLToPath(new URL('../..', import.meta.url))
const password = '三只麻雀飞过县城的雨棚'

journey(
  'The first administrator of a real installation gets in over its own name',
  async ({ product, visitor, walk }) => {
    expect(product.url).toMatch(/^https:\/\/yingshang\.lan:\d+$/)
    expect(product.links).toEqual([])
    const page = await visitor()
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await journey.step('how to trust the certificate is one page without script', async () => {
      const reader = await visitor({ script: false })
      await reader.goto('/trust')
      await expect(reader.getByRole('heading', { name: '让这台电脑信任本系统' })).toBeVisible()
      const shown = await reader.locator('code').allTextContents()
      expect(shown).toHaveLength(2)
      for (const print of shown) expect(product.printed()).toContain(print)
      const download = reader.waitForEvent('download')
      await reader.getByRole('link', { name: '下载证书文件' }).click()
      expect((await download).suggestedFilename()).toBe('yingshang-authority.crt')
      await walk(reader, 'trust')
    })

    await journey.step('the code of the one-time command sets the password and binds the second factor', async () => {
      const code = await createAdministrator(product.dataFolder)
      await page.goto('/desk/activate')
      await page.getByLabel('激活码').fill(code)
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByLabel('新密码').fill(password)
      await page.getByLabel('再输一遍').fill(password)
      await page.getByRole('button', { name: '设置密码并登录' }).click()
      const secret = await page.locator('p', { hasText: '密钥' }).locator('.strong').textContent()
      const totp = new TOTP({ secret: Secret.fromBase32(secret!.replaceAll(/\s/g, '')) })
      await page.getByLabel('6 位数字').fill(totp.generate())
      await page.getByRole('button', { name: '绑定', exact: true }).click()
      await page.getByLabel('我已保存好备用码').check()
      await page.getByRole('button', { name: '进入工作台' }).click()
      await expect(page).toHaveURL(/\/desk\/?$/)
    })

    await journey.step('it runs on the real day, and its cookie is for TLS only', async () => {
      await expect(page.getByText('试用模式')).toHaveCount(0)
      const cookies = await page.context().cookies()
      expect(cookies.map((cookie) => cookie.secure)).toEqual(cookies.map(() => true))
      await page.goto('/desk/units')
      await expect(page.getByText('灌南县').first()).toBeVisible()
      await walk(page, 'units-of-a-new-county')
    })
  },
)

async function createAdministrator(dataFolder: string): Promise<string> {
  const words = ['server/src/cli.ts', 'admin', 'create', '--county', '灌南县', '--name', '系统管理员1']
  const environment = { ...process.env, NODE_OPTIONS: '', YINGSHANG_DATA: dataFolder, ...settings }
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env: environment })
  return /激活码：(\S+)/.exec(stdout)![1]!
}
