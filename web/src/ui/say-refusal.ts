import type { Refusal } from '@yingshang/core/kernel/refusal'

type Facts = Readonly<Record<string, string | number>>
/** A sentence, or a function of the refusal's facts. */
export type Sentence = string | ((facts: Facts) => string)
export type Sentences = Readonly<Record<string, Sentence>>

const general: Sentences = {
  'network.down': '没有连上服务器。请检查网络后重试，已填写的内容还在。',
  'server.fault': '程序出了差错，这一步没有办成，已有数据没有改动。请稍后重试，仍不行时把事件号告诉管理员。',
  'input.invalid': '有内容填写不完整或者格式不对，请按提示修改后再提交。',
  'input.too-large': '文件或内容太大，没有收下。请压缩或者拆开后再传。',
  'input.command-id': '页面的请求格式不对。请刷新页面后重试。',
  'access.signed-out': '登录已失效，请重新登录。已填写的内容保存在这台设备上。',
  'access.not-allowed': '当前岗位没有办理这一步的权限。',
  'access.foreign-origin': '请求来自别的网站，已拒绝。请从本系统页面操作。',
  'page.not-found': '没有这个页面，可能地址有误或者内容已经移走。',
  'write.busy': '同一条记录这会儿办理的人多，没有写进去。请稍等几秒再提交一次。',
  'page.fault': '页面出了差错，这一步没有发出去。请刷新后再试，已填写的内容还在。',
  'record.moved': '这条记录刚刚被别人改动。请刷新后核对，再提交一次。',
}

const known = new Map<string, Sentence>(Object.entries(general))

/** Adds a capability's sentences; each capability's lazy part calls it once with its `labels.zh.ts`. */
export function learnSentences(sentences: Sentences): void {
  for (const [code, sentence] of Object.entries(sentences)) known.set(code, sentence)
}

/** The Chinese sentence of a refusal. A code nobody has words for still gets a usable one, without the code. */
export function sayRefusal(refusal: Refusal): string {
  const said = sentenceOf(refusal)
  return /[。？：]$/.test(said) ? said : `${said}。`
}

function sentenceOf(refusal: Refusal): string {
  const sentence = known.get(refusal.code)
  if (typeof sentence === 'function') return sentence(refusal.facts ?? {})
  if (sentence !== undefined) return fill(sentence, refusal.facts ?? {})
  if (refusal.code.endsWith('.not-found')) return '没有找到这条内容，可能已被移走，或者不在当前岗位的查看范围内。'
  if (refusal.code.startsWith('access.')) return sentenceOf({ code: 'access.not-allowed' })
  return '按规定现在不能办理这一步。已填写的内容没有丢失，请刷新后核对当前状态。'
}

/** `{dueOn}` in a sentence stands for that fact; a fact that is missing leaves a gap mark instead of a brace. */
function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => String(facts[name] ?? '——'))
}
