/** All commands, in the order in which help lists them. */
import { buildCommand } from './build.js'
import { checkCommand } from './check.js'
import type { Command } from './command.js'
import { completionCommand } from './completion.js'
import { detectCommand } from './detect.js'
import { diffCommand } from './diff.js'
import { evalCommand } from './eval.js'
import { explainCommand } from './explain.js'
import { exportCommand } from './export.js'
import { learnCommand } from './learn.js'
import { repairCommand } from './repair.js'
import { reportCommand } from './report.js'
import { schemaCommand } from './schema.js'
import { showCommand } from './show/show.js'
import { alignCommand } from './stages/align.js'
import { groupCommand } from './stages/group.js'
import { parseCommand } from './stages/parse.js'
import { statsCommand } from './stats.js'
import { undoCommand } from './undo.js'
import { validateCommand } from './validate.js'

export const commands: readonly Command[] = [
  buildCommand,
  parseCommand,
  groupCommand,
  alignCommand,
  detectCommand,
  learnCommand,
  repairCommand,
  explainCommand,
  undoCommand,
  showCommand,
  statsCommand,
  completionCommand,
  checkCommand,
  reportCommand,
  diffCommand,
  exportCommand,
  schemaCommand,
  validateCommand,
  evalCommand,
]
