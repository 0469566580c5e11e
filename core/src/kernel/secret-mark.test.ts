import { expect, test } from 'vitest'
import { hasSecretMark, hasSecretName } from './secret-mark.ts'

test('marks as they are printed, with stars, terms and spaces', () => {
  for (const text of ['机密★1年', '秘密 ★ 长期', '绝　密★', '灌南县文件\n机\n密★10年'])
    expect(hasSecretMark(text), text).toBe(true)
})

test('words that merely speak of secrecy are no marks', () => {
  for (const text of ['保守商业秘密', '涉及国家秘密的除外', '★重点任务', '商密★', ''])
    expect(hasSecretMark(text), text).toBe(false)
  expect(hasSecretMark(`${'一'.repeat(3000)}机密★`)).toBe(false)
})

test('names of files', () => {
  for (const name of ['【机密】会议纪要.docx', '（秘密）名单.xlsx', '通知（机密★1年）.pdf'])
    expect(hasSecretName(name), name).toBe(true)
  for (const name of ['商业秘密保护指南.docx', '秘密举报办法（公开）.pdf', '机密.docx'])
    expect(hasSecretName(name), name).toBe(false)
})
