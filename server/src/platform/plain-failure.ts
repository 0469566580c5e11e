/**
 * Something the person at the machine can put right: the message is the whole sentence they are shown, in Chinese,
 * with what to do. Everything else that is thrown is a bug and shows its stack.
 */
export class PlainFailure extends Error {
  readonly code: string
  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'PlainFailure'
    this.code = code
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满，请清理后再启动',
  EDQUOT: '磁盘配额已用完，请清理后再启动',
  EROFS: '所在的磁盘是只读的，请换一个可以写入的目录（设置 YINGSHANG_DATA）',
  EACCES: '当前用户没有写入权限，请换一个目录（设置 YINGSHANG_DATA），或请管理员把它交给当前用户',
  EPERM: '它属于另一个用户，请用那个用户启动，或换一个目录（设置 YINGSHANG_DATA）',
  ENOENT: '上级目录不存在或者不能写入，请换一个目录（设置 YINGSHANG_DATA）',
  ENOTDIR: '路径中有一段是文件而不是目录，请换一个目录（设置 YINGSHANG_DATA）',
  EEXIST: '那里已经有一个同名文件，请换一个目录（设置 YINGSHANG_DATA）',
  ENAMETOOLONG: '路径太长，请换一个短一些的目录（设置 YINGSHANG_DATA）',
}

/** The sentence for a failure of the file system on `what`, or undefined when it is none we know. */
export function fileFailure(what: string, error: unknown): PlainFailure | undefined {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return causes[code] === undefined ? undefined : new PlainFailure(`folder.${code}`, `${what}不能使用：${causes[code]}`)
}
