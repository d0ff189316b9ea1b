/**
 * A command as data: help, completion, suggestions and the parser read it here, and the options that several commands have.
 * Each command stands in a file of its own with its description, options, examples and what it does. All of them are
 * loaded at every start, so such a file imports packs, pipeline and schemas only when it runs.
 */
import type { Flags } from './flags.js'
import type { Io } from './io.js'

export interface Command {
  readonly name: string
  readonly description: string
  /** As commander writes them, `<gold>`, `[file]` or `[paths...]`, and what each is. */
  readonly operands: readonly (readonly [term: string, description: string])[]
  /** Its own options; those of every command are behind them. */
  readonly options: readonly Option[]
  /** Lines for a shell, and what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[]
  /**
   * Does it, and answers with the exit code; operands come in their order, options with those of the program among them.
   * Throws a UserError for bad use and for input that ends the run.
   */
  run(call: { readonly operands: readonly string[]; readonly flags: Flags; readonly io: Io }): Promise<number>
}

/** An option as commander writes it; one that is repeatable gathers its values in a list. */
export type Option = readonly [flags: string, description: string, isRepeatable?: true]

/** What commands read. */
export const PATHS = ['[paths...]', 'files, folders and glob patterns; - for a text on standard input'] as const
export const RECORDS = ['[file]', 'records, as JSON lines or one array; standard input by default'] as const
export const TEXT = 'standard input by default'

/** The options of every command. */
export const GENERAL: readonly Option[] = [
  ['-q, --quiet', 'print nothing on standard error but errors'],
  ['--strict', 'exit with 1 on any warning, skipped input or altered value'],
  ['--color', 'use colours even if the output is not a terminal'],
  ['--no-color', 'use no colours (also with NO_COLOR set)'],
]

/** How a text is read. */
export const READING: readonly Option[] = [
  ['--charset <name>', 'charset of the input (windows-1252, ...); detected by default'],
  ['--language <tag>', 'language of the input (da, de, ...); detected by default'],
]

/** Which files are read, and how. */
export const INPUTS: readonly Option[] = [
  ...READING,
  ['--files-from <file>', 'read file names from a file, or from standard input with -; one per line, or NUL-separated'],
  ['--root <folder>', 'write paths relative to this folder (default: the deepest common folder)'],
  ['--include <pattern>', 'read files that match in a folder, instead of the usual names; repeatable', true],
  ['--exclude <pattern>', 'skip files and folders that match; repeatable', true],
  ['--max-bytes <size>', 'skip larger files with a warning: 500k, 64MB (default: 32MB, at most 128MB)'],
  ['--text-field <name>', 'column of a table, or key of JSON, with the text; named by its usual names by default'],
  ['--title-field <name>', 'the same for the title'],
  ['--date-field <name>', 'the same for the day of issue'],
  ['--language-field <name>', 'the same for the language'],
  ['--url-field <name>', 'the same for the address'],
  ['--rejects <file>', 'write the inputs that could not be used, one JSON line each'],
]

/** Where things go. */
export const WRITTEN: readonly Option[] = [
  ['-o, --output <file>', 'write to a file; it appears only when it is complete'],
  ['--pretty', 'write one indented JSON array instead of JSON lines'],
]

export const MODEL: Option = ['--model <file>', 'use a model written by parawire learn']

export const EMBEDDINGS: readonly Option[] = [
  ['--embeddings <where>', 'align with sentence embeddings, from a URL or a module that exports embed(texts)'],
  ['--embeddings-model <name>', 'model name sent to the URL; the key is read from PARAWIRE_EMBEDDINGS_KEY'],
]

export const DECISIONS: Option = [
  '--decisions <file>',
  'apply decisions saved from a report; repeatable, later decisions win',
  true,
]

export const LIMITS: readonly Option[] = [
  ['--limit <number>', 'read only the first <number> files, sorted by path'],
  ['--dry-run', 'print the files that would be read, and stop'],
]

export const GROUPING: readonly Option[] = [
  ['--group <how>', 'group files into releases by content (default), name, dir, or manifest=FILE'],
  ['--no-learn', 'do not learn translations from the corpus: no file changes how others are grouped'],
]

export const JOBS: Option = ['-j, --jobs <number>', 'number of threads (default: one per core); the output is the same']

export const SHARDS: readonly Option[] = [
  ['--shard <part>', 'process one part of many, such as 3/16'],
  ['--shards <folder>', 'folder of the parts; finished parts are skipped'],
]

export const KEEP_GOING: Option = ['--keep-going', 'skip invalid records with a warning, and exit with 1']

export const LEVEL: Option = [
  '--level <level>',
  'unit for aligned blocks (default), or segment for the sentences in them',
]

export const MIN_CONFIDENCE: Option = ['--min-confidence <x>', 'skip units with a lower alignment confidence, 0 to 1']

/** Of what is printed for people, in a terminal or for a page. */
export const WIDTH: Option = ['--width <columns>', "width of the output (default: the terminal's width, or 100)"]
