/**
 * A corpus in figures, as a table with a line for each: what is counted, of which language (`*` is all), under which
 * name, and the number. Kept in memory are the sums alone. Every document counts, versions too.
 */
import type { Document, ReleaseRecord, Tag } from '../model.js'
import { textBlocks } from './articles.js'
import { type MakeWriter, one } from './format.js'
import { onOneLine } from './table.js'

type Add = (what: string, language: Tag, name: string, count: number) => void

const ALL = '*'

/** The writer of the table (TSV). */
export const stats: MakeWriter = ({ languages }, counts) => {
  const sums = new Map<string, number>()
  const add: Add = (what, language, name, count) => {
    const key = [what, language, name].map(onOneLine).join('\t')
    sums.set(key, (sums.get(key) ?? 0) + count)
  }
  return {
    begin: () => [one('what\tlanguage\tname\tcount\n')],
    add: record => {
      const documents = record.documents.filter(({ language }) => languages?.includes(language.tag) ?? true)
      if (documents.length > 0) countRelease(record, documents, add)
      counts.documents += documents.length
      return []
    },
    end: () => [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => one(`${key}\t${count}\n`)),
  }
}

function countRelease(record: ReleaseRecord, documents: readonly Document[], add: Add): void {
  add('releases', ALL, 'all', 1)
  const tags = [...new Set(documents.map(({ language }) => language.tag))].sort()
  add('releases', ALL, `in ${tags.length} ${tags.length === 1 ? 'language' : 'languages'}`, 1)
  for (const [i, a] of tags.entries()) for (const b of tags.slice(i + 1)) add('pairs', ALL, `${a}-${b}`, 1)
  add('units', ALL, 'all', record.alignment.units.length)
  const kinds = new Map(record.versions.map(({ document, kind }) => [document, kind]))
  const aligned = new Set(record.alignment.units.flatMap(({ blocks }) => Object.values(blocks).flat()))
  for (const document of documents) countDocument(document, kinds.get(document.id), aligned, add)
}

function countDocument(document: Document, version: string | undefined, aligned: ReadonlySet<string>, add: Add): void {
  const { language, charset, bytes, repairs, unrepaired, warnings } = document
  const { tag } = language
  const own = textBlocks(document)
  const ofUnits = own.filter(({ id }) => aligned.has(id))
  const signs = (blocks: typeof own) => blocks.reduce((sum, { text }) => sum + text.length, 0)
  add('documents', tag, 'all', 1)
  if (version !== undefined) add('documents', tag, version, 1)
  add('bytes', tag, 'all', bytes)
  add('charset', tag, charset.name, 1)
  add('blocks', tag, 'all', own.length)
  add('blocks', tag, 'aligned', ofUnits.length)
  add('characters', tag, 'all', signs(own))
  add('characters', tag, 'aligned', signs(ofUnits))
  for (const { kind } of repairs) add('repairs', tag, kind, 1)
  for (const { kind } of unrepaired) add('unrepaired', tag, kind, 1)
  for (const { code } of warnings) add('warnings', tag, code, 1)
}
