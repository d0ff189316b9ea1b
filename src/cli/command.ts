/**
 * A command as data: help, completion, suggestions and the parser read it here. What it does lives in a file of its own,
 * loaded when it runs.
 */
import type { Io } from './io.js'
import type { Optioned } from './options.js'

export interface Command {
  readonly name: string
  readonly description: string
  /** As commander writes them, `<gold>`, `[file]` or `[paths...]`, and what each is. */
  readonly operands: readonly (readonly [term: string, description: string])[]
  /** Adds the options of the command. */
  readonly options?: (command: Optioned) => Optioned
  /** Lines for a shell, and what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[]
  /** Does it, and answers with the exit code. */
  run(call: Call): Promise<number>
}

/** What was asked for: operands in their order, and options, those of the program among them. */
export interface Call {
  readonly operands: readonly string[]
  readonly flags: <F>() => F
  readonly io: Io
}
