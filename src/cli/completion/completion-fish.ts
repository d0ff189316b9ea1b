/** Completion for fish: a line for each option of each command. Where no command is named, those of `build` hold. */
import { type CommandModel, DEFAULT, type OptionModel, type Values } from './completion-model.js'

/** The script, for ~/.config/fish/completions/parawire.fish. */
export function fishScript(models: readonly CommandModel[]): string {
  const others = models.filter(({ name }) => name !== DEFAULT).map(({ name }) => name)
  const lines = models.flatMap(model => [
    `complete -c parawire -n __fish_use_subcommand -a ${model.name} -d ${quoted(model.description)}`,
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

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

const when = (command: string) =>
  command === DEFAULT ? '__parawire_builds' : quoted(`__fish_seen_subcommand_from ${command}`)

function operandLines({ name, operands }: CommandModel): string[] {
  if (operands === null) return [`complete -c parawire -n ${when(name)} -f`]
  if (operands.kind !== 'word') return []
  return [`complete -c parawire -n ${when(name)} -f -a ${quoted(operands.words.join(' '))}`]
}

function optionLine(command: string, { short, long, description, values }: OptionModel): string {
  const names = [...(short ? [`-s ${short.slice(1)}`] : []), `-l ${long.slice(2)}`]
  const value = values ? [valueFlags(values)] : []
  return ['complete -c parawire -n', when(command), ...names, ...value, '-d', quoted(description)].join(' ')
}

const WITHOUT_WORDS = { file: '-r -F', folder: `-x -a '(__fish_complete_directories)'`, unknown: '-x' }

function valueFlags(values: Values): string {
  if (!('words' in values)) return WITHOUT_WORDS[values.kind]
  const words = values.words.join(' ')
  return values.kind === 'list'
    ? `-x -a "(__fish_complete_list , 'printf %s\\\\n ${words}')"`
    : `-x -a ${quoted(words)}`
}
