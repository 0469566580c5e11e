import type { Command, CommandPlace } from './command.ts'
import { commands } from './registry.ts'

/** Finds the command by its words and runs it. Without words: prints the list. Returns the exit code. */
export async function runCommandLine(words: readonly string[], place: CommandPlace): Promise<number> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help' || words[0] === '-h') {
    place.print(listOfCommands(commands))
    return 0
  }
  const found = commands.find((command) => startsWith(words, command.name.split(' ')))
  if (!found) {
    place.complain(`没有“${words.slice(0, 2).join(' ')}”这个命令。不带参数运行 yingshang 可以看到全部命令。\n`)
    return 2
  }
  const { run } = await found.load()
  return run(words.slice(found.name.split(' ').length), place)
}

function startsWith(words: readonly string[], name: readonly string[]): boolean {
  return name.every((word, at) => words[at] === word)
}

function listOfCommands(list: readonly Command[]): string {
  const rows = list.map((command) => `  yingshang ${command.name} ${command.usage}\n      ${command.summary}`)
  return ['用法：npm run --silent yingshang -- 命令 参数', '', '命令：', ...rows, ''].join('\n')
}
