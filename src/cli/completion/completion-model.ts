/** What the scripts of all shells are made of: every command with its options, and what can stand as their values. */
import { findingCodes } from '../../check/check.js'
import { formats } from '../../export/export.js'
import { packs } from '../../languages/index.js'
import type { Command } from '../command.js'
import { commands } from '../commands.js'
import { general, type Optioned } from '../options.js'

/** What may stand as a value: a file, a folder, one of some words (several, with commas), or what no shell can know. */
export type Values =
  | { readonly kind: 'file' | 'folder' | 'unknown' }
  | { readonly kind: 'word' | 'list'; readonly words: readonly string[] }

/** An option; `values` is null where it takes none. */
export interface OptionModel {
  readonly short: string | null
  readonly long: string
  readonly description: string
  readonly isRepeatable: boolean
  readonly valueName: string
  readonly values: Values | null
}

/** A command with its options, those of every command behind its own. */
export interface CommandModel {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionModel[]
  /** Null where it takes none. */
  readonly operands: Values | null
}

/** The shells there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** The command that is meant where none is named. */
export const DEFAULT = 'build'
const HELP = 'help'

/** Every command, and commander's own `help`. */
export function models(): CommandModel[] {
  const own = commands.map((command): CommandModel => {
    const { name, description, operands } = command
    return { name, description, options: optionsOf(command), operands: operands.length === 0 ? null : operandsOf(name) }
  })
  const names = [...own.map(({ name }) => name), HELP]
  const help = { name: HELP, description: 'Print the help of a command', options: [], operands: words(names) }
  return [...own, help]
}

const words = (list: readonly string[]): Values => ({ kind: 'word', words: list })
const file: Values = { kind: 'file' }

const operandsOf = (command: string): Values => (command === 'completion' ? words(SHELLS) : file)

const tags = packs.map(({ tag }) => tag)

/** Options of which the words are known; a word that ends in = is followed by a file. */
const VALUES: ReadonlyMap<string, Values> = new Map<string, Values>([
  ['--format', words([...formats.keys()])],
  ['--level', words(['unit', 'segment'])],
  ['--group', words(['content', 'name', 'dir', 'manifest='])],
  ['--by', words(['pair', 'language'])],
  ['--language', words(tags)],
  ['--languages', { kind: 'list', words: tags }],
  ['--only', words(findingCodes)],
  ['--fail-on', words([...findingCodes, 'any'])],
])

/** As commander reads them: `-o, --output <file>`. */
const FLAGS = /^(?:(-\w), )?(--[\w-]+)(?: [<[](.+)[>\]])?$/

function optionsOf({ options }: Command): OptionModel[] {
  const all: OptionModel[] = []
  const recorder: Optioned = {
    option(flags: string, description: string, gather?: unknown) {
      const [, short = null, long = '', valueName = ''] = FLAGS.exec(flags) ?? []
      const values = valueName === '' ? null : valuesOf(long, valueName)
      all.push({ short, long, description, isRepeatable: gather !== undefined, valueName, values })
      return this
    },
  }
  options?.(recorder)
  general(recorder).option('-h, --help', 'print help')
  return all
}

function valuesOf(long: string, name: string): Values {
  const known = VALUES.get(long)
  if (known) return known
  if (name === 'file' || name === 'where') return file
  return { kind: name === 'folder' ? 'folder' : 'unknown' }
}

/** The options that take a value, as they are written. */
export const optionsWithValue = (models: readonly CommandModel[]): string[] => [
  ...new Set(models.flatMap(({ options }) => options.filter(({ values }) => values).flatMap(spelled))),
]

/** `-o` and `--output`. */
export const spelled = ({ short, long }: OptionModel): string[] => [...(short ? [short] : []), long]
