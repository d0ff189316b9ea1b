/**
 * A corpus in figures, as a table with a line for each: what is counted, of which language (`*` is all), under which
 * name, and the number. Kept in memory are the sums alone. Every document counts, versions too.
 */

import { addTo, figuresOf, type Sums } from '../releases/figures.js'
import { documentsOf } from './editions.js'
import { type MakeWriter, one } from './format.js'
import { onOneLine } from './table.js'

/** The writer of the table (TSV). */
export const stats: MakeWriter = ({ languages }, counts) => {
  const sums: Sums = new Map()
  return {
    begin: () => [one('what\tlanguage\tname\tcount\n')],
    add: record => {
      const documents = documentsOf(record, { languages })
      for (const figure of figuresOf(record, documents)) addTo(sums, figure)
      counts.documents += documents.length
      return []
    },
    end: () => linesOf(sums).map(one),
  }
}

const linesOf = (sums: Sums): string[] =>
  [...sums]
    .flatMap(([what, names]) =>
      [...names].flatMap(([name, languages]) =>
        [...languages].map(([language, count]) => `${[what, language, name].map(onOneLine).join('\t')}\t${count}\n`),
      ),
    )
    .sort()
