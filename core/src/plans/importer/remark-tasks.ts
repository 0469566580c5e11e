import { titleOf } from './outline.ts'
import type { ReadPart } from './read-part.ts'
import { partTail } from './tail-places.ts'
import type { FoundTask } from './tasks.ts'
import { hasUnits } from './tails.ts'

/** Tasks of a list that numbers nothing: paragraphs with words and notation before (or without) any number. */
export function remarkTasks({ outline, part }: ReadPart): FoundTask[] {
  const tasks: FoundTask[] = []
  let waiting: { body: string; from: number; to: number } | null = null
  for (const paragraph of outline.intro) {
    const { body, tail } = partTail(paragraph.text)
    if (tail && hasUnits(tail)) {
      const words = body !== '' ? { body, from: paragraph.from, to: paragraph.to } : waiting
      if (words) {
        tasks.push({
          no: '',
          section: [],
          title: titleOf([words.body]),
          text: words.body,
          tail,
          inherited: null,
          lines: [words.from, paragraph.to],
          clause: part.id,
          unread: [],
        })
        waiting = null
        continue
      }
    } else if (tail && body === '' && tasks.length > 0 && tail.deadline !== '' && tasks.at(-1)!.tail.deadline === '') {
      tasks.at(-1)!.tail.deadline = tail.deadline
      tasks.at(-1)!.lines[1] = paragraph.to
      continue
    }
    waiting = body === '' ? waiting : { body, from: paragraph.from, to: paragraph.to }
  }
  return tasks
}
