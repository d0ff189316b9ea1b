/**
 * The scripts of all shells, and what they are made of: every command with its options, and what can stand as their values.
 */
import { findingCodes } from '../check/check.js'
import { formats } from '../export/export.js'
import { packs } from '../languages/index.js'
import { type Command, GENERAL, type Option } from './command.js'
import { commands } from './commands.js'
import { SHELLS } from './completion.js'

/** What may stand as a value: a file, a folder, one of some words (several, with commas), or what no shell can know. */
type Values =
  | { readonly kind: 'file' | 'folder' | 'unknown' }
  | { readonly kind: 'word' | 'list'; readonly words: readonly string[] }

/** An option; `values` is null where it takes none. */
interface OptionModel {
  readonly short: string | null
  readonly long: string
  readonly description: string
  readonly isRepeatable: boolean
  readonly valueName: string
  readonly values: Values | null
}

/** A command with its options, those of every command behind its own. */
interface CommandModel {
  readonly name: string
  readonly description: string
  readonly options: readonly OptionModel[]
  /** Null where it takes none. */
  readonly operands: Values | null
}

/** The command that is meant where none is named. */
const DEFAULT = 'build'
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

/** The script of each shell. */
export const scripts: Readonly<Record<(typeof SHELLS)[number], (models: readonly CommandModel[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
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

const optionsOf = ({ options }: Command): OptionModel[] =>
  [...options, ...GENERAL, HELP_OPTION].map(([flags, description, isRepeatable = false]) => {
    const [, short = null, long = '', valueName = ''] = FLAGS.exec(flags) ?? []
    const values = valueName === '' ? null : valuesOf(long, valueName)
    return { short, long, description, isRepeatable, valueName, values }
  })

const HELP_OPTION: Option = ['-h, --help', 'print help']

function valuesOf(long: string, name: string): Values {
  const known = VALUES.get(long)
  if (known) return known
  if (name === 'file' || name === 'where') return file
  return { kind: name === 'folder' ? 'folder' : 'unknown' }
}

/** The options that take a value, as they are written. */
const optionsWithValue = (models: readonly CommandModel[]): string[] => [
  ...new Set(models.flatMap(({ options }) => options.filter(({ values }) => values).flatMap(spelled))),
]

/** `-o` and `--output`. */
const spelled = ({ short, long }: OptionModel): string[] => [...(short ? [short] : []), long]

/**
 * For bash 3.2 and later: `source <(parawire completion bash)`. Where the script has no words, readline completes files. It
 * parts words at `=`, so that `--format=t` comes as three.
 */
function bashScript(models: readonly CommandModel[]): string {
  const names = models.map(({ name }) => name)
  const build = models.find(({ name }) => name === DEFAULT)!
  return `# bash completion for parawire; in ~/.bashrc: source <(parawire completion bash)
_parawire() {
  local i word line command= cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} words= files=
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${optionsWithValue(models).join('|')})
        ((i++))
        if [[ \${COMP_WORDS[i]} == = ]]; then ((i++)); fi ;;
      -*|=) ;;
      ${names.join('|')}) command=$word; break ;;
      *) command=${DEFAULT}; break ;;
    esac
  done
  case $command:$prev in
${valueCases(models).join('\n')}
    *)
      if [[ $cur == -* ]]; then
        case $command in
${models.map(model => `          ${model === build ? `''|${DEFAULT}` : model.name}) words='${optionWords(model)}' ;;`).join('\n')}
        esac
      else
        case $command in
          '') words='${names.join(' ')}' files=f ;;
${models.flatMap(({ name, operands }) => operandCase(name, operands)).join('\n')}
          *) files=f ;;
        esac
      fi ;;
  esac
  if [[ $files != f ]]; then compopt +o default 2> /dev/null; fi
  if [[ -n $words ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -W "$words" -- "$cur")
    if [[ \${#COMPREPLY[@]} == 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2> /dev/null; fi
  fi
  if [[ -n $files && $files$words != f ]]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -"$files" -- "$cur")
    compopt -o filenames 2> /dev/null
  fi
}
complete -o default -F _parawire parawire
`
}

const optionWords = ({ options }: CommandModel) => options.flatMap(spelled).join(' ')

/** A case for each kind of values: `*:--format` where all commands with the option mean the same by it. */
function valueCases(models: readonly CommandModel[]): string[] {
  const places = new Map<string, Map<string, string[]>>() // option -> what to do -> commands
  for (const { name, options } of models)
    for (const option of options)
      for (const word of option.values ? spelled(option) : []) {
        const actions = places.get(word) ?? new Map<string, string[]>()
        const action = bashAction(option.values!)
        actions.set(action, [...(actions.get(action) ?? []), name])
        places.set(word, actions)
      }
  const cases = new Map<string, string[]>()
  for (const [word, actions] of places)
    for (const [action, commands] of actions) {
      const patterns = actions.size === 1 ? [`*:${word}`] : commands.map(command => `${command}:${word}`)
      cases.set(action, [...(cases.get(action) ?? []), ...patterns])
    }
  cases.set(bashAction({ kind: 'file' }), [...(cases.get(bashAction({ kind: 'file' })) ?? []), '*:manifest'])
  return [...cases].map(([action, patterns]) => `    ${patterns.join('|')}) ${action} ;;`)
}

const BASH_WITHOUT_WORDS = { file: 'files=f', folder: 'files=d', unknown: ':' }

function bashAction(values: Values): string {
  if (!('words' in values)) return BASH_WITHOUT_WORDS[values.kind]
  const words = `words='${values.words.join(' ')}'`
  if (values.kind === 'word') return words
  // Of a list the last word is completed, and what is before it stays.
  return `${words}; if [[ $cur == *,* ]]; then line=\${cur%,*},; words=$line\${words// / $line}; fi`
}

function operandCase(name: string, operands: Values | null): string[] {
  if (operands === null) return [`          ${name}) ;;`]
  return operands.kind === 'word' ? [`          ${name}) words='${operands.words.join(' ')}' ;;`] : []
}

/**
 * For zsh, a function for `fpath`, which can also be sourced: `_arguments` with the options of the command that stands in
 * the line, those of `build` where none does.
 */
function zshScript(models: readonly CommandModel[]): string {
  const others = models.filter(({ name }) => name !== DEFAULT)
  const build = models.find(({ name }) => name === DEFAULT)!
  return `#compdef parawire
# zsh completion for parawire; as _parawire in a folder of fpath, or in ~/.zshrc: source <(parawire completion zsh)
_parawire_commands() {
  local -a commands=(
${models.map(({ name, description }) => `    ${zshQuoted(`${name}:${description}`)}`).join('\n')}
  )
  _describe -t commands command commands
}
_parawire_first() {
  _alternative 'commands:command:_parawire_commands' 'files:file:_files'
}
_parawire() {
  local word command=
  integer i
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    case $word in
      (${optionsWithValue(models).join('|')}) ((i++)) ;;
      (-*) ;;
      (${models.map(({ name }) => name).join('|')}) command=$word; words[i]=(); ((CURRENT--)); break ;;
      (*) command=${DEFAULT}; break ;;
    esac
  done
  case $command in
    ('') _arguments -s -S : ${specs(build)} '*: :_parawire_first' ;;
    (${DEFAULT}) _arguments -s -S : ${specs(build)} '*:path:_files' ;;
${others.map(model => `    (${model.name}) _arguments -s -S : ${[specs(model), ...operandSpecs(model)].filter(Boolean).join(' ')} ;;`).join('\n')}
  esac
}
if [[ $funcstack[1] == _parawire ]]; then _parawire "$@"; else compdef _parawire parawire; fi
`
}

/** For a shell's single quotes. */
const zshQuoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

const specs = ({ options }: CommandModel): string => options.flatMap(specsOf).join(' ')

/** One for each spelling, each excluding both where an option may stand but once. */
function specsOf({ short, long, description, isRepeatable, valueName, values }: OptionModel): string[] {
  const lead = isRepeatable ? '*' : short ? `(${short} ${long})` : ''
  const text = `[${description.replace(/[[\]\\]/g, '\\$&')}]`
  const value = values ? `:${valueName}:${zshAction(values)}` : ''
  const spelled = [...(short ? [short + (values ? '+' : '')] : []), long + (values ? '=' : '')]
  return spelled.map(own => zshQuoted(lead + own + text + value))
}

const ZSH_WITHOUT_WORDS = { file: '_files', folder: '_files -/', unknown: ' ' }

function zshAction(values: Values): string {
  if (!('words' in values)) return ZSH_WITHOUT_WORDS[values.kind]
  const words = values.words.filter(word => !word.endsWith('=')).join(' ')
  if (values.kind === 'list') return `_values -s , value ${words}`
  const beginnings = values.words.filter(word => word.endsWith('='))
  if (beginnings.length === 0) return `(${words})`
  return `{if compset -P "${beginnings[0]}"; then _files; else compadd ${words}; compadd -S "" ${beginnings.join(' ')}; fi}`
}

function operandSpecs({ operands }: CommandModel): string[] {
  if (operands === null) return []
  return [operands.kind === 'word' ? zshQuoted(`1:word:${zshAction(operands)}`) : zshQuoted('*:file:_files')]
}

/**
 * For fish, in ~/.config/fish/completions/parawire.fish: a line for each option of each command. Where no command is named,
 * those of `build` hold.
 */
function fishScript(models: readonly CommandModel[]): string {
  const others = models.filter(({ name }) => name !== DEFAULT).map(({ name }) => name)
  const lines = models.flatMap(model => [
    `complete -c parawire -n __fish_use_subcommand -a ${model.name} -d ${fishQuoted(model.description)}`,
    ...operandLines(model),
    ...model.options.map(option => optionLine(model.name, option)),
  ])
  return `# fish completion for parawire; as parawire.fish in ~/.config/fish/completions
function __parawire_builds
  not __fish_seen_subcommand_from ${others.join(' ')}
end
${lines.join('\n')}
`
}

const fishQuoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

const when = (command: string) =>
  command === DEFAULT ? '__parawire_builds' : fishQuoted(`__fish_seen_subcommand_from ${command}`)

function operandLines({ name, operands }: CommandModel): string[] {
  if (operands === null) return [`complete -c parawire -n ${when(name)} -f`]
  if (operands.kind !== 'word') return []
  return [`complete -c parawire -n ${when(name)} -f -a ${fishQuoted(operands.words.join(' '))}`]
}

function optionLine(command: string, { short, long, description, values }: OptionModel): string {
  const names = [...(short ? [`-s ${short.slice(1)}`] : []), `-l ${long.slice(2)}`]
  const value = values ? [valueFlags(values)] : []
  return ['complete -c parawire -n', when(command), ...names, ...value, '-d', fishQuoted(description)].join(' ')
}

const FISH_WITHOUT_WORDS = { file: '-r -F', folder: `-x -a '(__fish_complete_directories)'`, unknown: '-x' }

function valueFlags(values: Values): string {
  if (!('words' in values)) return FISH_WITHOUT_WORDS[values.kind]
  const words = values.words.join(' ')
  return values.kind === 'list'
    ? `-x -a "(__fish_complete_list , 'printf %s\\\\n ${words}')"`
    : `-x -a ${fishQuoted(words)}`
}
