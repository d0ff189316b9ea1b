/** Completion for zsh: `_arguments` with the options of the command that stands in the line, those of `build` where none does. */
import { type CommandModel, DEFAULT, type OptionModel, optionsWithValue, type Values } from './completion-model.js'

/** The script: a function for \`fpath\`, which can also be sourced. */
export function zshScript(models: readonly CommandModel[]): string {
  const others = models.filter(({ name }) => name !== DEFAULT)
  const build = models.find(({ name }) => name === DEFAULT)!
  return `#compdef parawire
# zsh completion for parawire; as _parawire in a folder of fpath, or in ~/.zshrc: source <(parawire completion zsh)
_parawire_commands() {
  local -a commands=(
${models.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join('\n')}
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
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

const specs = ({ options }: CommandModel): string => options.flatMap(specsOf).join(' ')

/** One for each spelling, each excluding both where an option may stand but once. */
function specsOf({ short, long, description, isRepeatable, valueName, values }: OptionModel): string[] {
  const lead = isRepeatable ? '*' : short ? `(${short} ${long})` : ''
  const told = `[${description.replace(/[[\]\\]/g, '\\$&')}]`
  const value = values ? `:${valueName}:${actionOf(values)}` : ''
  const spelled = [...(short ? [short + (values ? '+' : '')] : []), long + (values ? '=' : '')]
  return spelled.map(own => quoted(lead + own + told + value))
}

const WITHOUT_WORDS = { file: '_files', folder: '_files -/', unknown: ' ' }

function actionOf(values: Values): string {
  if (!('words' in values)) return WITHOUT_WORDS[values.kind]
  const words = values.words.filter(word => !word.endsWith('=')).join(' ')
  if (values.kind === 'list') return `_values -s , value ${words}`
  const beginnings = values.words.filter(word => word.endsWith('='))
  if (beginnings.length === 0) return `(${words})`
  return `{if compset -P "${beginnings[0]}"; then _files; else compadd ${words}; compadd -S "" ${beginnings.join(' ')}; fi}`
}

function operandSpecs({ operands }: CommandModel): string[] {
  if (operands === null) return []
  return [operands.kind === 'word' ? quoted(`1:word:${actionOf(operands)}`) : quoted('*:file:_files')]
}
