/** Where a command stands and speaks. Commands print through this so that tests can listen. */
export interface CommandPlace {
  /** Absolute; relative paths of the user start here. */
  readonly directory: string
  /** To standard output. */
  readonly print: (text: string) => void
  /** To standard error; one Chinese line per problem. */
  readonly complain: (text: string) => void
}

export interface Command {
  /** The words after `yingshang`, e.g. `plan parse`. */
  readonly name: string
  /** Arguments as printed in the list, e.g. `文件`. */
  readonly usage: string
  /** One short Chinese line for the list. */
  readonly summary: string
  /** Loads the work lazily so that the list of commands starts at once. */
  readonly load: () => Promise<{ run: CommandRun }>
}

/** Resolves to the exit code: 0 done, 1 refused or failed, 2 the input cannot be used. */
export type CommandRun = (args: readonly string[], place: CommandPlace) => Promise<number>
