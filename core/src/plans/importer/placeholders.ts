/** What clerks put into a cell that has nothing to say: —, /, 无. */
export function isPlaceholder(value: string): boolean {
  return /^(?:[-—–/\\*]+|无|暂无|略)$/.test(value.trim())
}
