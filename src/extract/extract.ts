/**
 * Reads what a release says of itself out of its blocks: title and summary, dateline, header, wire, embargo, contacts,
 * links, and every date, quantity, ticker and identifier. A pure function of the blocks and the pack, so that it can be
 * asked again when siblings have mended a block.
 */
import { firstDateline } from '../anatomy/dateline.js'
import { issuerOf } from '../anatomy/issuer.js'
import { explains } from '../anatomy/names.js'
import { placeKeyOf } from '../anatomy/places.js'
import { prevailingIn, tellsOfTranslation } from '../anatomy/translation.js'
import type { LanguagePack } from '../languages/pack.js'
import type {
  Anatomy,
  Block,
  BlockKind,
  Dateline,
  DateMention,
  Identifier,
  Quantity,
  Span,
  Ticker,
  Translation,
} from '../model.js'
import { contactsOf, linksOf } from './contacts.js'
import { datesIn, writesMonthFirst } from './dates.js'
import { embargoOf, freedBy, headerOf, signedBy } from './header.js'
import { surePhonesIn } from './phones.js'
import { quantitiesIn } from './quantities.js'
import { identifiersIn, tickersIn } from './tickers.js'

/** Blocks whose numbers are addresses, telephones and dates of publication, no quantities. */
const WITHOUT_QUANTITIES: ReadonlySet<BlockKind> = new Set(['contact', 'link', 'chrome', 'end-mark', 'label'])
const WITHOUT_DATES: ReadonlySet<BlockKind> = new Set(['link', 'contact'])
// The number of an item or of a heading counts nothing.
const MARKER = /^\(?\d{1,3}[.)]/
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/

/** The anatomy of a release in one language; `crawled` is the date of a crawler's prefix. */
export function extract(blocks: readonly Block[], pack: LanguagePack, crawled: string | null): Anatomy {
  const summary = blocks.filter(block => block.kind === 'summary').map(block => block.text)
  const stated = headerOf(blocks, pack)
  const mentions = mentionsOf(blocks, pack)
  const dateline = datelineOf(blocks, pack, [stated?.date ?? null, crawled, ...mentions.dates.map(({ date }) => date)])
  const embargo = embargoOf(blocks, pack)
  const header = stated ?? (dateline?.date ? null : freedBy(embargo))
  const title = blocks.find(block => block.kind === 'title')?.text ?? null
  const contacts = contactsOf(blocks, pack)
  const links = linksOf(blocks)
  return {
    title,
    summary: summary.length > 0 ? summary.join('\n\n') : null,
    dateline,
    crawled,
    header,
    wire: dateline?.wire ?? signedBy(blocks),
    issuer: issuerOf([{ document: { title, dateline, header, contacts, links, blocks }, pack }]),
    embargo,
    translation: translationOf(blocks, pack),
    contacts,
    links,
    ...mentions,
  }
}

/** What the disclaimers say of a translation; one that names the version that counts goes before. */
function translationOf(blocks: readonly Block[], pack: LanguagePack): Translation | null {
  const said = blocks
    .filter(({ kind }) => kind === 'disclaimer' || kind === 'note')
    .map(({ id, text }) => ({ authoritative: prevailingIn(text, pack), block: id, text }))
    .filter(({ authoritative, text }) => authoritative !== null || tellsOfTranslation(text, pack))
  const found = said.find(({ authoritative }) => authoritative !== null) ?? said[0]
  return found ? { authoritative: found.authoritative, block: found.block } : null
}

/** What has a place of its own in a block's text. */
export type Mentions = Pick<Anatomy, 'dates' | 'quantities' | 'tickers' | 'identifiers'>

/** Dates, quantities, tickers and identifiers of all blocks, in reading order; a character is in one of them at most. */
export function mentionsOf(blocks: readonly Block[], pack: LanguagePack): Mentions {
  const monthFirst = writesMonthFirst(
    blocks.map(block => block.text),
    pack,
  )
  const dates: DateMention[] = []
  const quantities: Quantity[] = []
  const tickers: Ticker[] = []
  const identifiers: Identifier[] = []
  for (const { id: block, kind, text } of blocks) {
    // Of all of them only a ticker may have no digit, and that has a colon.
    if (!/[\d:]/.test(text)) continue
    const ownTickers = tickersIn(text)
    const ownIdentifiers = identifiersIn(text)
    const names = [...ownTickers, ...ownIdentifiers].sort((a, b) => a.start - b.start)
    const said = WITHOUT_DATES.has(kind) ? [] : apart(datesIn(text, pack, monthFirst), names)
    const ownDates = said.length > 0 ? outsidePhones(said, surePhonesIn(text, pack)) : said
    const marker = kind === 'list-item' || kind === 'heading' ? (MARKER.exec(text)?.[0].length ?? 0) : 0
    const taken: readonly Span[] =
      marker > 0 ? [{ start: 0, end: marker }, ...names, ...ownDates] : [...names, ...ownDates]
    for (const ticker of ownTickers) tickers.push({ ...ticker, block })
    for (const identifier of ownIdentifiers) identifiers.push({ ...identifier, block })
    for (const date of ownDates) dates.push({ ...date, block })
    if (WITHOUT_QUANTITIES.has(kind)) continue
    for (const quantity of quantitiesIn(text, pack, taken)) quantities.push({ ...quantity, block })
  }
  return { dates, quantities, tickers, identifiers }
}

/** No date is a part of a telephone; one that is all of it was a date. */
const outsidePhones = <S extends Span>(dates: S[], phones: readonly Span[]): S[] =>
  phones.length === 0
    ? dates
    : dates.filter(
        ({ start, end }) => !phones.some(p => start >= p.start && end <= p.end && end - start < p.end - p.start),
      )

/** The spans that touch none of the others; both are in order. */
function apart<S extends Span>(spans: readonly S[], others: readonly Span[]): S[] {
  let next = 0
  return spans.filter(({ start, end }) => {
    while (next < others.length && others[next]!.end <= start) next++
    return (others[next]?.start ?? Infinity) >= end
  })
}

const LONGEST_SHORT = 8

/** `ABCD, 16 gennaio 2026 – ` names no place, where another block says what the letters stand for. */
const isName = (place: string | null, blocks: readonly Block[]) =>
  place !== null &&
  place.length <= LONGEST_SHORT &&
  /^\p{Lu}+$/u.test(place) &&
  blocks.some(({ text }) => explains(text, place))

/** `others` are dates that the document states elsewhere: they may give the year that the dateline leaves out. */
function datelineOf(blocks: readonly Block[], pack: LanguagePack, others: readonly (string | null)[]): Dateline | null {
  const news = firstDateline(blocks, ({ kind }) => kind === 'list-item' || kind === 'table', pack)
  if (!news) return null
  const block = blocks[news.at]!
  const { region, wire, yearless, end } = news.found
  const place = isName(news.found.place, blocks) ? null : news.found.place
  // The same day of two years tells of neither.
  const elsewhere = new Set(
    yearless ? others.filter(date => date && FULL_DATE.test(date) && date.endsWith(yearless.slice(1))) : [],
  )
  return {
    place,
    placeKey: place && placeKeyOf(place, region, pack),
    region,
    date: news.found.date ?? (elsewhere.size === 1 ? [...elsewhere][0]! : null),
    wire,
    text: block.text.slice(0, end).trimEnd(),
    block: block.id,
  }
}
