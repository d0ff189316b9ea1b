/**
 * What the formats that are made of documents have in common: one article for each, and its names in URNs. The plainest of
 * them is clean text.
 */
import type { Block, Document, ReleaseRecord } from '../model.js'
import type { MakeWriter } from './format.js'
import { editionsOf } from './rows.js'
import { xmlId } from './xml.js'

/** Blocks that belong to the text: the furniture of a site does not. */
const textBlocks = ({ blocks }: Document): Block[] => blocks.filter(({ kind }) => kind !== 'chrome')

/** The text without its title, and without the furniture of a site; a blank line between blocks. */
export function bodyOf(document: Document): string {
  const { title } = document
  const isTitle = (block: Block) => block.kind === 'title' && block.text === title
  return textBlocks(document)
    .filter(block => !isTitle(block))
    .map(({ text }) => text)
    .join('\n\n')
}

/** A name for a release, or for one of its documents: a URN that is the same in every export. */
export function urnOf({ id }: ReleaseRecord, document?: Document): string {
  const names = [id, ...(document ? [document.id] : [])]
  return ['urn:parawire:release', ...names.map(name => encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd')))].join(
    ':',
  )
}

/** A language that may be named as the text's: not `und`. */
export const languageOf = ({ language }: Document) => (language.tag === 'und' ? undefined : language.tag)

/** The object without the keys that have no value, or an empty list. */
export function known(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const has = ([, value]: [string, unknown]) =>
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(object).filter(has))
}

/** The writer of clean texts, a file each (`RELEASE.da.txt`): the blocks, a blank line between them. */
export const text: MakeWriter = (settings, counts) => ({
  *add(record) {
    for (const document of editionsOf(record, settings, counts)) {
      counts.documents++
      const own = textBlocks(document).map(block => `${block.text}\n`)
      yield { file: `${xmlId('r', record.id)}.${xmlId('', document.id)}.txt`, content: own.join('\n'), isWhole: true }
    }
  },
})
