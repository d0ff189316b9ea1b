/**
 * Writes `dist/words.bin`: the words and letters of every language that detection weighs, learned from their lists once, so
 * that a run reads them as they are. Behind `tsc`.
 */
import { writeFileSync } from 'node:fs'
import { vocabularies } from '../dist/detect/candidates.js'
import { packs } from '../dist/languages/index.js'
import { wordTable } from '../dist/text/word-table.js'

const table = wordTable()
for (const vocabulary of vocabularies(packs)) table.add(vocabulary)
writeFileSync(new URL('../dist/words.bin', import.meta.url), table.packed())
