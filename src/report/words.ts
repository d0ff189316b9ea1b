/** Words of the pages for what records name by codes, and small things that all pages write alike. */
import { packOf } from '../languages/index.js'
import type { Block, Document, NullLink, ReleaseRecord } from '../model.js'
import { directionOf } from '../tokens/direction.js'

/** The English name of a language, or its tag. */
export const languageName = (tag: string): string => (tag === 'und' ? 'unknown language' : (packOf(tag)?.name ?? tag))

/** `German (de-2)`: the language, and the id where it says more. */
export const documentName = ({ id, language: { tag } }: Pick<Document, 'id' | 'language'>): string =>
  `${languageName(tag)} (${id})`

/** Language and direction of a block: its own, or those of its document. */
export function toneOf(block: Block, document: Document): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  if (block.language === undefined) return { lang: document.language.tag, dir: document.direction }
  return { lang: block.language, dir: packOf(block.language)?.direction ?? directionOf([block.text]) }
}

/** Two places, as people read a confidence; 1 only where it is 1. */
export const shareText = (share: number): string => (share === 1 ? '1' : Math.min(share, 0.99).toFixed(2))

/** Whole percent; 0 and 100 only where they are. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '-'
  const share = (100 * part) / whole
  if (share > 0 && share < 1) return '< 1 %'
  if (share > 99 && share < 100) return '> 99 %'
  return `${Math.round(share)} %`
}

/** `1 repair`, `2 repairs`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** Longer titles are cut: an index is read line by line. */
const LONGEST_TITLE = 160

export interface Title {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

/** What a release is called: its English title, else the first there is, else how its first text begins. */
export function titleOf({ documents, id }: Pick<ReleaseRecord, 'documents' | 'id'>): Title {
  const titled = documents.filter(d => d.title?.trim())
  const document = titled.find(d => d.language.tag === 'en') ?? titled[0] ?? documents[0]
  const text = document?.title ?? document?.blocks.find(b => b.text.trim() !== '')?.text
  if (!document || text === undefined) return { text: id, lang: 'en', dir: 'ltr' }
  return { text: cut(text), lang: document.language.tag, dir: document.direction }
}

/** On one line, and not too long. */
export function cut(text: string, most = LONGEST_TITLE): string {
  const head = text
    .slice(0, 4 * most)
    .trim()
    .replace(/\s+/g, ' ')
  const chars = [...head]
  return chars.length > most ? `${chars.slice(0, most - 1).join('')}…` : head
}

/** Why a block stands alone, in words. */
export const REASONS: Readonly<Record<NullLink['reason'], string>> = {
  'single-language': 'the release is in one language',
  chrome: 'furniture of a site',
  repeated: 'the same text stands before it',
  untranslated: 'the same text stands in another language’s document',
  dateline: 'place, date and wire only',
  promotional: 'a label that says that it was paid for',
  label: 'a label of a press release',
  boilerplate: 'about the issuer, or a disclaimer',
  contact: 'a contact',
  link: 'a link',
  note: 'a note',
  'end-mark': 'an end mark',
  'no-words': 'not a letter in it',
  'no-counterpart': 'no likely partner was found',
}
