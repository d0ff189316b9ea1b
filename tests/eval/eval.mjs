/**
 * The figures of the development sets in a folder, all or the parts that are named:
 *
 *     npm run eval -- DIR [recovery] [language] [layout] [alignment] [grouping] [check] [--seed N] [--docs N]
 *         [--part all|test|dev] [--keep WORK] [--set NAME,NAME] [--by pair|language|file|finding] [--kind NAME,NAME]
 *         [--embeddings URL|MODULE]
 *
 * Seed, documents, part and work folder are those of the generators of damage; layouts and alignment take the seed too;
 * sets and `by` are those of alignment, grouping and check, kinds those of the slips of check; embeddings are asked for alignment. Each part's file says what
 * it reads and what its figures mean.
 */
import { existsSync, realpathSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { alignment } from './alignment.mjs'
import { checking } from './check.mjs'
import { grouping } from './grouping.mjs'
import { language } from './language.mjs'
import { layout } from './layout.mjs'
import { recovery } from './recovery.mjs'

const PARTS = {
  recovery,
  language,
  layout: (sets, { seed }) => layout(sets, Number(seed)),
  alignment,
  check: checking,
  grouping,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    docs: { type: 'string', default: '100' },
    part: { type: 'string', default: 'all' },
    keep: { type: 'string' },
    set: { type: 'string' },
    by: { type: 'string' },
    kind: { type: 'string' },
    embeddings: { type: 'string' },
  },
})
const [folder, ...named] = positionals
// The scorers do nothing where they are started by way of a link.
const sets = folder && existsSync(folder) ? realpathSync(folder) : undefined
const parts = named.length > 0 ? named : Object.keys(PARTS)
if (!sets || parts.some(part => !(part in PARTS))) {
  console.error(
    `usage: npm run eval -- DIR [${Object.keys(PARTS).join('] [')}], DIR a folder with clean/, langid/, ...`,
  )
  process.exit(2)
}
for (const part of parts) {
  console.log(`--- ${part}`)
  await PARTS[part](sets, values)
}
