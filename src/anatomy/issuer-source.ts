/** What an issuer is read from: the parts of a document, the texts of its news, and what a part's vote weighs. */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind, Document } from '../model.js'
import { coreOf } from './names.js'
import { bodyNames } from './organisations.js'

/** Chosen on half of the texts of `tests/facts.test.ts`: what says it alone has three. */
export const WEIGHTS = {
  about: 3,
  address: 3,
  source: 3,
  subject: 3,
  head: 3,
  beside: 2,
  link: 2,
  organisation: 2,
  line: 2,
  speaker: 2,
  path: 2,
  start: 1,
} as const
/** Characters of a block, and of all. */
export const READ = 4000
const READ_WHOLE = 20_000
/** Blocks of news, and characters of each, in which people are quoted; the first of them open it. */
const NEWS_BLOCKS = 8
export const OPENING_BLOCKS = 2
export const READ_NEWS = 600
/** A name that is the most frequent one comes so often, at least. */
export const TIMES_MOST = 2
export const NEWS: ReadonlySet<BlockKind> = new Set(['paragraph', 'summary', 'quote'])

/** What of a document tells of its issuer. */
export type IssuerSource = Pick<Document, 'title' | 'dateline' | 'header' | 'contacts' | 'links' | 'blocks'>

/** Where a name is given in full, so that votes for some of its words are votes for it. */
export type Full = 'news' | 'heading'
export type Vote = (name: string | null | undefined, weight: number, sure: boolean, full?: Full | null) => void

/** All that is read of a document. */
export const wholeOf = ({ blocks }: IssuerSource): string =>
  blocks
    .map(({ text }) => text.slice(0, READ))
    .join('\n')
    .slice(0, READ_WHOLE)

/** The first texts of the news, without the dateline. */
export const newsBlocks = ({ blocks, dateline }: IssuerSource): string[] =>
  blocks
    .filter(({ kind }) => NEWS.has(kind))
    .slice(0, NEWS_BLOCKS)
    .map(({ id, text }) => text.slice(id === dateline?.block ? (dateline.text?.length ?? 0) : 0).slice(0, READ_NEWS))

/** How often a text in small letters has a name, whole or without the word for a body. */
export function timesIn(low: string, name: string, pack: LanguagePack): number {
  const core = coreOf(name, pack)
  return Math.max(...[core, ...bodyNames(core, pack)].map(words => low.split(words).length - 1))
}

/** Behind a dateline of its own a sentence is that of a release. */
export const isDated = ({ dateline }: IssuerSource): boolean =>
  dateline?.block != null && (dateline.date ?? dateline.wire) !== null
