/**
 * `parawire completion SHELL`: a script that completes commands, options, their values and files. It is made of the table
 * of commands, so that what is there for the parser is there for the shell.
 */
import { UserError } from '../../errors.js'
import { type Io, standardOutput } from '../io.js'
import { bashScript } from './completion-bash.js'
import { fishScript } from './completion-fish.js'
import { type CommandModel, models, SHELLS } from './completion-model.js'
import { zshScript } from './completion-zsh.js'

const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (models: readonly CommandModel[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
}

/** Prints the script. Throws a UserError for another shell. */
export async function completion(shell: string, io: Io): Promise<number> {
  const known = SHELLS.find(name => name === shell)
  if (known === undefined) {
    throw new UserError(`there is no completion for "${shell}"; use one of ${SHELLS.join(', ')}`, {
      unknown: { word: shell, among: SHELLS },
    })
  }
  await standardOutput(io).write(SCRIPTS[known](models()))
  return 0
}
