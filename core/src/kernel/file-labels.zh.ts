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
  'file.old-office',
  'file.encrypted',
  'file.macro',
  'file.embedded',
  'file.damaged',
  'file.too-complex',
  'file.busy',
  'file.day-full',
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
  'file.old-office':
    '这是旧格式的 Word、Excel 或 PPT 文件，里面留有作者等信息，不能直接收。请用 Word 或 WPS 打开，另存为 docx、xlsx 或 pptx 再传。',
  'file.encrypted': '文件设有密码，没有收下。请取消密码、重新保存后再传。',
  'file.macro': '文件里带有宏或者脚本，可能不安全，没有收下。请另存为不带宏的文件，或者打印成 PDF 再传。',
  'file.embedded': '文件里嵌有别的文件，没有收下。请把嵌入的文件取出来单独上传，或者打印成 PDF 再传。',
  'file.damaged': '文件打不开，可能没有传完整。请用原软件打开、重新保存后再传。',
  'file.too-complex': '文件内部过大或者过于复杂，没有收下。请用原软件重新保存，或者拆开后再传。',
  'file.busy': '正在处理的文件较多，请过一会儿再传。',
  'file.day-full':
    '您二十四小时内上传的文件合计超过 {megabytes} MB，这个没有收下。请压缩后再传，或者明天再传；确有需要请与营商办联系。',
}
