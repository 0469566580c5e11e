/** Why an uploaded file was not kept. */
export const fileRefusals = [
  'file.empty',
  'file.missing',
  'file.heic',
  'file.kind',
  'file.picture-damaged',
  'file.too-large',
  'file.not-yours',
  'file.not-found',
  'file.secret-mark',
] as const
export type FileRefusal = (typeof fileRefusals)[number]

export const fileSentences: Record<FileRefusal, string> = {
  'file.empty': '这是一个空文件，没有收下。请检查后重新选择。',
  'file.missing': '没有收到文件，请重新选择后再传。',
  'file.heic': '这是苹果手机的 HEIC 照片，暂不能收。请在手机“设置—相机—格式”里选“兼容性最佳”后重拍，或者另存为 JPG 再传。',
  'file.kind': '这种文件不能收。可以上传照片（JPG、PNG、WebP）、PDF、Word、Excel、PPT 和文本文件。',
  'file.picture-damaged': '照片打不开，可能没有传完整。请重新选择后再传。',
  'file.too-large': '文件超过 {megabytes} MB，没有收下。请压缩或者拆开后再传。',
  'file.not-yours': '这个附件只有经办单位和有关部门可以查看。',
  'file.not-found': '没有找到这个附件。',
  'file.secret-mark': '文件标有密级，不能上传到本系统。请按保密规定办理。',
}
