/** How blocks become the lines of a file: wrapped or not, with blank lines or without. */
import type { Random } from '../bench/corpus/random.mjs'

/** Layouts by name. */
export const LAYOUTS: Readonly<Record<string, (blocks: readonly string[], random: Random) => string>> = {
  'lines as they are': blocks => `${blocks.join('\n\n')}\n`,
  'blank lines between': (blocks, random) => `${wrapped(blocks, random.between(40, 90)).join('\n\n')}\n`,
  'no blank lines': (blocks, random) => `${wrapped(blocks, random.between(40, 90)).join('\n')}\n`,
  'double spaced': (blocks, random) => wrapped(blocks, random.between(40, 90)).join('\n').replace(/\n/g, '\n\n'),
  indented: (blocks, random) => `   ${wrapped(blocks, random.between(40, 90)).join('\n   ')}\n`,
  'a line each': blocks => `${blocks.join('\n')}\n`,
}

const wrapped = (blocks: readonly string[], width: number): string[] =>
  blocks.map(block => block.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'gm'), '$1\n').trimEnd())
