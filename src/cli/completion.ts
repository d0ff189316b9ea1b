/**
 * `parawire completion SHELL`: a script that completes commands, options, their values and files. It is made of the table
 * of commands, so that what is there for the parser is there for the shell.
 */
import { UserError } from '../errors.js'
import type { Command } from './command.js'
import { standardOutput } from './io.js'

/** The shells there is a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

export const completionCommand: Command = {
  name: 'completion',
  description: 'Print a completion script for a shell',
  operands: [['<shell>', 'bash, zsh or fish']],
  options: [],
  examples: [
    ['source <(parawire completion bash)', 'for this shell; add it to ~/.bashrc for all'],
    ['parawire completion fish > parawire.fish', 'for fish; save it in ~/.config/fish/completions'],
  ],
  async run({ operands: [shell], io }) {
    const known = SHELLS.find(name => name === shell)
    if (known === undefined) {
      throw new UserError(`there is no completion for "${shell}"; use one of ${SHELLS.join(', ')}`, {
        unknown: { word: shell!, among: SHELLS },
      })
    }
    const { models, scripts } = await import('./completion-scripts.js')
    await standardOutput(io).write(scripts[known](models()))
    return 0
  },
}
