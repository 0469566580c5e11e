const first = 3000

/**
 * True when a text carries a mark of secrecy as Chinese documents print it on the first page: the grade followed by a star
 * (机密★1年, 秘密 ★). Looks at the first 3,000 characters. Source: 国家秘密定密管理暂行规定, marking of documents.
 */
export function hasSecretMark(text: string): boolean {
  return /(绝\s*密|机\s*密|秘\s*密)\s*[★☆⭐]/u.test(text.slice(0, first).normalize('NFKC'))
}

/** The same for a file name, where the grade alone in front or in brackets is a mark too: 【机密】…, （秘密）…. */
export function hasSecretName(name: string): boolean {
  const plain = name.normalize('NFKC').trim()
  return hasSecretMark(plain) || /^[\s[(【〔]+(绝密|机密|秘密)[\s\])】〕]/u.test(plain)
}
