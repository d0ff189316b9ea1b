/** `parawire diff`: what changed between two runs. Exit codes are those of diff(1). */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { UserError } from '../errors.js'
import type { Command } from './command.js'
import { type Io, interruptible } from './io.js'

export const diffCommand: Command = {
  name: 'diff',
  description: 'Compare two corpora; exits with 0 if nothing changed, else 1',
  operands: [
    ['<old>', 'records of the earlier run'],
    ['<new>', 'records of the later run'],
  ],
  options: [['--json', 'print one JSON line per change']],
  examples: [
    ['parawire diff old.ndjson corpus.ndjson', 'all changes, release by release'],
    [
      `parawire diff old.ndjson corpus.ndjson --json | jq 'select(.change == "unit-removed")'`,
      'only units that were removed',
    ],
  ],
  /** Prints the changes. Exit code 0: none, 1: some. */
  async run({ operands, flags, io }) {
    const [before, after] = operands as [string, string]
    for (const path of [before, after]) await checkFile(path, io)
    const { compare } = await import('./diff-changes.js')
    return interruptible(io, 'nothing is kept', signal => compare(before, after, flags, io, signal))
  },
}

/** It is read more than once. */
async function checkFile(path: string, io: Io): Promise<void> {
  const there = path === '-' ? null : await stat(resolve(io.cwd, path)).catch(() => undefined)
  if (there === null || (there && !there.isFile() && !there.isDirectory()))
    throw new UserError(`${path} can be read only once, and diff reads its files twice; name files`)
}
