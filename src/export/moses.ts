/**
 * The format of Moses, and of most corpora for machine translation: a plain file for each language of a pair, where
 * lines of one number say the same thing. What has no text in one of them is in neither, and no line is empty.
 */
import { editionsOf } from './editions.js'
import type { MakeWriter } from './format.js'
import { rowsOf } from './rows.js'
import { onOneLine } from './table.js'

/** The writer of a pair; its files are called by the tags of the languages. */
export const moses: MakeWriter = (settings, counts) => {
  const pair = settings.languages ?? []
  return {
    begin: () => pair.map(file => ({ file, text: '' })),
    *add(record) {
      const editions = editionsOf(record, settings, counts)
      for (const { cells } of rowsOf(record, editions, settings, counts)) {
        const lines = editions.map(({ id }) => onOneLine(cells.get(id)?.text ?? ''))
        if (lines.length < pair.length || lines.includes('')) continue
        counts.rows++
        yield* editions.map(({ language }, i) => ({ file: language.tag, text: `${lines[i]}\n` }))
      }
    },
    end: () => [],
  }
}
