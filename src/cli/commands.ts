/** All commands, in the order in which help lists them. */
import type { Command } from './command.js'
import { corpusCommands } from './corpus-commands.js'
import { recordCommands } from './record-commands.js'
import { terminalCommands } from './terminal-commands.js'

export const commands: readonly Command[] = [...corpusCommands, ...terminalCommands, ...recordCommands]
