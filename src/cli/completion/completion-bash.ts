/**
 * Completion for bash 3.2 and later. Where the script has no words, readline completes files. It parts words at `=`, so that
 * `--format=t` comes as three.
 */
import { type CommandModel, DEFAULT, optionsWithValue, spelled, type Values } from './completion-model.js'

/** The script, for `source <(parawire completion bash)`. */
export function bashScript(models: readonly CommandModel[]): string {
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
        const action = actionOf(option.values!)
        actions.set(action, [...(actions.get(action) ?? []), name])
        places.set(word, actions)
      }
  const cases = new Map<string, string[]>()
  for (const [word, actions] of places)
    for (const [action, commands] of actions) {
      const patterns = actions.size === 1 ? [`*:${word}`] : commands.map(command => `${command}:${word}`)
      cases.set(action, [...(cases.get(action) ?? []), ...patterns])
    }
  cases.set(actionOf({ kind: 'file' }), [...(cases.get(actionOf({ kind: 'file' })) ?? []), '*:manifest'])
  return [...cases].map(([action, patterns]) => `    ${patterns.join('|')}) ${action} ;;`)
}

const WITHOUT_WORDS = { file: 'files=f', folder: 'files=d', unknown: ':' }

function actionOf(values: Values): string {
  if (!('words' in values)) return WITHOUT_WORDS[values.kind]
  const words = `words='${values.words.join(' ')}'`
  if (values.kind === 'word') return words
  // Of a list the last word is completed, and what is before it stays.
  return `${words}; if [[ $cur == *,* ]]; then line=\${cur%,*},; words=$line\${words// / $line}; fi`
}

function operandCase(name: string, operands: Values | null): string[] {
  if (operands === null) return [`          ${name}) ;;`]
  return operands.kind === 'word' ? [`          ${name}) words='${operands.words.join(' ')}' ;;`] : []
}
