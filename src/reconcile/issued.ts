/**
 * Date, wire and issuer of a release by the vote of its documents. A dateline counts more than a crawler's prefix; a date
 * stated to the month agrees with every day of it. Whoever says otherwise is named in a warning.
 *
 * The issuer is the name that parts of the texts agree on. The heading of the boilerplate names it, the site's header
 * (`Source: Elbwerk`), the title may begin with it (`Elbwerk: ...`), the addresses of its contacts spell it, and the first
 * sentences and titles of several languages open with it. No part is sure alone, so they vote, over all languages.
 */

import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { Block, Dateline, DateSource, Document, Header, Issued, Warning } from '../model.js'
import { eat } from '../tokens/alternation.js'
import { isAsciiCapital, isSpace } from '../tokens/characters.js'

/** A dateline outweighs any number of the others that a handful of documents can have; a site's header a crawler. */
const WEIGHTS: Readonly<Record<DateSource, number>> = { dateline: 100, header: 10, crawler: 1 }
const PRECISION: Readonly<Record<number, Issued['precision']>> = { 4: 'year', 7: 'month', 10: 'day' }

interface Statement {
  readonly document: string
  readonly date: string
  readonly by: DateSource
}

/** What states a date. */
type Dated = Pick<Document, 'crawled'> & {
  readonly dateline: Pick<Dateline, 'date'> | null
  readonly header: Pick<Header, 'date'> | null
}

/** The date of a release before it is aligned; null where no document states one. */
export const issueDateOf = (documents: readonly Dated[]): string | null =>
  issuedBy(documents.map(document => ({ ...document, id: '' }))).issued?.date ?? null

/** The date most weight stands behind, the most precise form of it, and who stated it. */
export function issuedBy(documents: readonly (Dated & Pick<Document, 'id'>)[]): {
  issued: Issued | null
  warnings: Warning[]
} {
  const statements = documents.flatMap(statementsOf)
  const dates = [...new Set(statements.map(s => s.date))].sort()
  const support = (date: string) =>
    statements.filter(s => agree(s.date, date)).reduce((sum, s) => sum + WEIGHTS[s.by], 0)
  const date = dates.sort((a, b) => support(b) - support(a) || b.length - a.length || (a < b ? -1 : 1))[0]
  if (date === undefined) return { issued: null, warnings: [] }
  const agreeing = statements.filter(s => agree(s.date, date))
  const statedBy = [...new Set(agreeing.map(s => s.document))].sort()
  const by = agreeing.map(s => s.by).sort((a, b) => WEIGHTS[b] - WEIGHTS[a])[0]!
  const others = statements.filter(s => !agree(s.date, date))
  return {
    issued: { date, precision: PRECISION[date.length] ?? 'day', statedBy, by },
    warnings: others.map(s => ({
      code: 'DATES_DISAGREE',
      message: `${s.document} states ${s.date}, the release ${date}`,
    })),
  }
}

const agree = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

function statementsOf({ id, dateline, header, crawled }: Dated & Pick<Document, 'id'>): Statement[] {
  const stated = [
    { date: dateline?.date, by: 'dateline' },
    { date: header?.date, by: 'header' },
    { date: crawled, by: 'crawler' },
  ] as const
  return stated.flatMap(({ date, by }) => (date ? [{ document: id, date, by }] : []))
}

/** The wire that most documents name; of equals the first in order of documents. */
export function wireOf(documents: readonly Document[]): string | null {
  const counts = new Map<string, number>()
  for (const { wire } of documents) if (wire) counts.set(wire, (counts.get(wire) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * A document without a dateline has that of the first sibling which stated the date of the release; one whose dateline
 * leaves the year out has the date of the release, if day and month are the same.
 */
export function inheritDatelines(documents: readonly Document[], issued: Issued | null): Document[] {
  const giver = documents.find(d => d.dateline && (issued === null || d.dateline.date === issued.date))
  return documents.map(d => {
    if (!d.dateline) return giver ? { ...d, dateline: inherited(giver.dateline!, giver.id) } : d
    if (d.dateline.date !== null || issued?.precision !== 'day' || !statesDay(d, issued.date)) return d
    return { ...d, dateline: { ...d.dateline, date: issued.date, inheritedFrom: issued.statedBy[0]! } }
  })
}

/** Does the dateline name the day and month of a date, without its year? */
const statesDay = ({ dateline, dates }: Document, date: string) =>
  dates.some(
    found =>
      found.block === dateline!.block &&
      found.end <= (dateline!.text?.length ?? 0) &&
      found.date === `-${date.slice(4)}`,
  )

const inherited = (dateline: Dateline, inheritedFrom: string): Dateline => {
  return { ...dateline, text: null, block: null, inheritedFrom }
}

const ISSUER_WEIGHTS = { about: 3, address: 3, source: 3, title: 2, opening: 1 } as const
/** One opening alone proves nothing. */
const VOTES_NEEDED = 2
const LONGEST_NAME = 60
/** Blocks from the beginning in which an issuer is named, and characters of each. */
const NAMED_WITHIN = 5
const READ = 4000
/** A label of a host name this short spells too many things. */
const SHORTEST_LABEL = 4

/** The issuer's name as it is written; null where nothing agrees. */
export function issuerOf(documents: readonly Document[], packOf: PackOf): string | null {
  const votes = new Map<string, number>()
  const vote = (name: string | null | undefined, weight: number) => {
    const clean = name?.trim().replace(/[.:,;]+$/, '')
    if (clean && clean.length > 1 && clean.length <= LONGEST_NAME) votes.set(clean, (votes.get(clean) ?? 0) + weight)
  }
  const inFull = new Set<string>()
  const labels = new Set(documents.flatMap(d => d.contacts.flatMap(c => labelOf(c.email) ?? [])))
  for (const document of documents) {
    const functions = new Set(packOf(document.language.tag)?.functionWords)
    vote(/^([^:]{2,40}):\s/.exec(document.title ?? '')?.[1], ISSUER_WEIGHTS.title)
    vote(document.header?.source, ISSUER_WEIGHTS.source)
    for (const block of document.blocks) {
      const name = aboutName(block, packOf(document.language.tag), functions)
      if (name) inFull.add(name)
      vote(name, ISSUER_WEIGHTS.about)
    }
    for (const label of labels) vote(spelled(document, label), ISSUER_WEIGHTS.address)
    vote(openingName(document, functions), ISSUER_WEIGHTS.opening)
  }
  const [best] = [...votes.keys()]
    .map(name => [name, inFull.has(name) ? support(name, votes) : votes.get(name)!] as const)
    .sort(byVotes)
  return best && best[1] >= VOTES_NEEDED ? best[0] : null
}

const byVotes = (a: readonly [string, number], b: readonly [string, number]) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)

/** The votes of a name that boilerplate gives in full, with those of its short forms: some of its words in a row. */
function support(name: string, votes: ReadonlyMap<string, number>): number {
  const words = name.split(' ')
  const forms = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) forms.add(words.slice(from, to).join(' '))
  return [...forms].reduce((sum, form) => sum + (votes.get(form) ?? 0), 0)
}

/** `press@elbwerk-kiel.example`: the label before the top-level domain, without hyphens. */
function labelOf(email: string | null): string | null {
  const label = /@(?:[\w-]+\.)*?([\w-]+)\.(?:(?:co|com|ac|org|net|gov)\.)?\w+$/.exec(email ?? '')?.[1]
  const letters = label?.toLowerCase().replaceAll(/[-_\d]/g, '') ?? ''
  return letters.length >= SHORTEST_LABEL ? letters : null
}

const NO_LETTER_BEFORE = /(?<![\p{L}@.])/iuy
const NO_LETTER_BEHIND = /(?![\p{L}@.]\p{L})/iuy

/** The words at the beginning of a document that spell a label, as they are written. */
function spelled(document: Document, label: string): string | null {
  for (const { text, kind } of document.blocks.slice(0, NAMED_WITHIN)) {
    const name = kind === 'contact' || kind === 'link' ? null : spelledIn(text.slice(0, READ), label)
    if (name && /^\p{Lu}/u.test(name)) return name
  }
  return null
}

/** The first place of a text that spells a label and is no part of a longer word. */
function spelledIn(text: string, label: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const end = spelledAt(text, at, label)
    if (end !== null && eat(NO_LETTER_BEFORE, text, at) && eat(NO_LETTER_BEHIND, text, end)) return text.slice(at, end)
  }
  return null
}

/** Where a label ends that a text spells from here, with a blank or a hyphen between any two of its letters. */
function spelledAt(text: string, from: number, label: string): number | null {
  let at = from
  for (let k = 0; k < label.length; k++) {
    const code = text.charCodeAt(at)
    if (k > 0 && (code === HYPHEN || isSpace(code))) at++
    if (smallCode(text.charCodeAt(at++)) !== label.charCodeAt(k)) return null
  }
  return at
}

const HYPHEN = 0x2d

/** Of a letter a to z, in the simple case folding of Unicode: a long s and the sign of Kelvin are s and k. */
const smallCode = (code: number) =>
  isAsciiCapital(code) ? code + 32 : code === 0x17f ? 0x73 : code === 0x212a ? 0x6b : code

/** `About X`, as a heading or before the text. */
function aboutName(block: Block, pack: LanguagePack | undefined, functions: ReadonlySet<string>): string | null {
  if (block.kind !== 'about' && block.kind !== 'heading') return null
  const head = block.runIn ? block.text.slice(block.runIn.start, block.runIn.end) : block.text.split('\n', 1)[0]!
  if (head.length > LONGEST_NAME + 20) return null
  const lower = head.toLowerCase()
  const lead = pack?.aboutHeads.find(word => lower.startsWith(`${word.toLowerCase()} `))
  return lead === undefined ? null : withoutArticle(head.slice(lead.length).trim().split(/\s+/), functions).join(' ')
}

/** The capitalised words that the body opens with, after the dateline and articles. */
function openingName(document: Document, functions: ReadonlySet<string>): string | null {
  const block = document.blocks.find(b => b.kind === 'summary') ?? document.blocks.find(b => b.kind === 'paragraph')
  if (!block) return null
  const dateline = document.dateline?.block === block.id ? (document.dateline.text?.length ?? 0) : 0
  const name: string[] = []
  for (const word of withoutArticle(block.text.slice(dateline).trim().split(/\s+/, 8), functions)) {
    if (!/^[\p{Lu}\d]/u.test(word)) break
    name.push(word)
    if (/[.,:;]$/.test(word)) break
  }
  return name.length > 0 && name.length < 6 ? name.join(' ') : null
}

function withoutArticle(words: readonly string[], functions: ReadonlySet<string>): readonly string[] {
  const from = words.findIndex(word => !functions.has(word.toLowerCase()))
  return words.slice(Math.max(0, from))
}
