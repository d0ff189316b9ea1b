/**
 * The format of Moses, and of most corpora for machine translation: a plain file for each language of a pair, where
 * lines of one number say the same thing. What has no text in one of them is in neither, and no line is empty.
 */
import { editionsOf } from './editions.js'
import type { MakeWriter } from './format.js'
import { rowsOf } from './rows.js'
import { flattening } from './table.js'

/** The writer of a pair; its files are called by the tags of the languages. */
export const moses: MakeWriter = (settings, counts) => {
  const pair = settings.languages ?? []
  const onOneLine = flattening(counts)
  return {
    begin: () => pair.map(file => ({ file, content: '' })),
    *add(record) {
      const editions = editionsOf(record, settings, counts)
      for (const { cells } of rowsOf(record, editions, settings, counts)) {
        const texts = editions.flatMap(({ id }) => cells.get(id)?.text ?? [])
        if (texts.length < pair.length) continue
        const lines = texts.map(onOneLine)
        if (lines.includes('')) continue
        counts.rows++
        yield* editions.map(({ language }, i) => ({ file: language.tag, content: `${lines[i]}\n` }))
      }
    },
    end: () => [],
  }
}
