/**
 * The format of Moses, and of most corpora for machine translation: a plain file for each text of a pair, where
 * lines of one number say the same thing. What has no text in one of them is in neither, and no line is empty.
 */
import { placedEditions } from './editions.js'
import type { MakeWriter } from './format.js'
import { rowsOf } from './rows.js'
import { flattening } from './table.js'

/** The writer of a pair; its files are called by the names of the texts, which are mostly languages. */
export const moses: MakeWriter = (settings, counts) => {
  const pair = settings.languages ?? []
  const onOneLine = flattening(counts)
  return {
    begin: () => pair.map(file => ({ file, content: '' })),
    *add(record) {
      const editions = placedEditions(record, settings, counts)
      const documents = editions.map(({ document }) => document)
      for (const { cells } of rowsOf(record, documents, settings, counts)) {
        const texts = documents.flatMap(({ id }) => cells.get(id)?.text ?? [])
        if (texts.length < pair.length) continue
        const lines = texts.map(onOneLine)
        if (lines.includes('')) continue
        counts.rows++
        yield* editions.map(({ name }, i) => ({ file: name, content: `${lines[i]}\n` }))
      }
    },
    end: () => [],
  }
}
