/**
 * What the parts of one document say of who issued it, each with its weight: the subject of the first sentence, the heading
 * of the boilerplate, the addresses and organisations of contacts, the hosts of links, a line that is a company's name, who is
 * quoted, who announces, and the public bodies that the beginning names.
 *
 * A part that is not sure speaks only for a name that another gives: a release tells of others too.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, BlockKind, Document } from '../model.js'
import { once, oncePer } from '../structures/cache.js'
import { alternation, anyCase, literally } from '../tokens/alternation.js'
import { aboutName, announces, coreOf, hasForm, hostLabel, LONGEST_NAME, subjectOf } from './names.js'
import { abbreviates, bodyNames, organisationsIn } from './organisations.js'
import { spelledIn } from './spelled.js'

/** Chosen on half of the texts of `tests/facts.test.ts`: what says it alone has three. */
const WEIGHTS = {
  about: 3,
  address: 3,
  source: 3,
  subject: 3,
  beside: 2,
  link: 2,
  organisation: 2,
  line: 2,
  speaker: 2,
  start: 1,
} as const
/** Blocks from the beginning in which an issuer is named, and characters of each. */
const NAMED_WITHIN = 5
const READ = 4000
/** Blocks of news, and characters of each, in which bodies are named and people are quoted. */
const OPENING_BLOCKS = 2
const NEWS_BLOCKS = 8
const READ_NEWS = 600
const READ_WHOLE = 20_000
/** Who is quoted stands within so many characters of the verb. */
const SPEAKER_REACH = 160
/** A name that is the most frequent one comes so often, at least; one that announces announces so often. */
const TIMES_MOST = 2
const TIMES_NAMED = 3
const NEWS: ReadonlySet<BlockKind> = new Set(['paragraph', 'summary', 'quote'])
const SHORT_LINES: ReadonlySet<BlockKind> = new Set(['label', 'chrome', 'heading', 'note', 'contact'])

/** What of a document tells of its issuer. */
export type IssuerSource = Pick<Document, 'title' | 'dateline' | 'header' | 'contacts' | 'links' | 'blocks'>

/** Where a name is given in full, so that votes for some of its words are votes for it. */
export type Full = 'news' | 'heading'
export type Vote = (name: string | null | undefined, weight: number, sure: boolean, full?: Full | null) => void

/** The votes of a document; `hosts` are the labels of the addresses of the release. */
export function voteIn(document: IssuerSource, pack: LanguagePack, hosts: readonly string[], vote: Vote): void {
  const { title, header, blocks, contacts } = document
  const news = newsOf(document)
  const opening = once(() => `${title ?? ''}\n${news.slice(0, READ)}`.toLowerCase())
  const abouts = [...new Set(blocks.flatMap(block => aboutOf(block, pack) ?? []))]
  const subject = subjectOf(news, pack)
  if (subject) {
    const sure = subject.sure && (subject.listed || isDated(document) || isUsual(subject.name, document, pack))
    vote(asHeaded(subject.name, abouts, pack), sure ? WEIGHTS.subject : WEIGHTS.start, sure)
  }
  vote(/^([^:]{2,40}):\s/.exec(title ?? '')?.[1], WEIGHTS.start, false)
  vote(subjectOf(title ?? '', pack)?.name, WEIGHTS.start, false)
  vote(header?.source, WEIGHTS.source, true)
  for (const name of abouts) {
    const isSole = abouts.length === 1 || (subject && isWithin(coreOf(name, pack), subject.name, pack))
    const weight = !isNamed(coreOf(name, pack), opening()) ? WEIGHTS.start : isSole ? WEIGHTS.about : WEIGHTS.beside
    vote(name, weight, weight > WEIGHTS.start, 'heading')
  }
  for (const { organisation } of contacts) vote(organisation, WEIGHTS.organisation, hasForm(organisation ?? ''))
  for (const { kind, text } of blocks)
    if (SHORT_LINES.has(kind) && isName(text, kind, pack)) vote(text, WEIGHTS.line, true)
  const whole = wholeOf(document)
  const low = once(() => whole.toLowerCase())
  bodiesIn(document, pack, { whole, low, hosts }, vote)
  speakersIn(document, pack, low, vote)
  linksIn(document, hosts, vote)
}

/** A line that is the name of a company or a body, and no more; a body among contacts may be a part of another. */
const isName = (text: string, kind: BlockKind, pack: LanguagePack) =>
  text.length <= LONGEST_NAME && (hasForm(text) || (kind !== 'contact' && organisationsIn(text, pack)[0] === text))

function linksIn(document: IssuerSource, mails: readonly string[], vote: Vote): void {
  for (const label of mails) vote(spelledBy(document, label), WEIGHTS.address, true)
  for (const label of labelsOf(document.links.map(({ url }) => url)))
    if (!mails.includes(label)) vote(spelledBy(document, label), WEIGHTS.link, true)
}

/**
 * Public bodies that the beginning names count where a contact names them too, where the host of an address is short for
 * them, or as the only one that contacts name.
 */
function bodiesIn(
  document: IssuerSource,
  pack: LanguagePack,
  { whole, low, hosts }: { whole: string; low: () => string; hosts: readonly string[] },
  vote: Vote,
): void {
  const { title, blocks } = document
  const named = (texts: readonly string[]) => new Set(texts.flatMap(text => organisationsIn(text, pack, whole)))
  const opening = named([title ?? '', ...newsBlocks(document).slice(0, OPENING_BLOCKS)])
  const asked = named(blocks.filter(({ kind }) => kind === 'contact').map(({ text }) => text.slice(0, READ_NEWS)))
  const times = new Map([...opening].map(name => [name, timesIn(low(), name, pack)] as const))
  const most = Math.max(TIMES_MOST, ...times.values())
  const formed = [...opening].filter(hasForm)
  for (const name of opening) {
    const isMost = times.get(name) === most
    const isCompany = (isMost || isDated(document)) && formed.length === 1 && formed[0] === name
    vote(name, isCompany ? WEIGHTS.subject : isMost ? WEIGHTS.start + 1 : WEIGHTS.start, isCompany, 'news')
  }
  const isOnly = opening.size === 0 && asked.size === 1
  for (const name of asked)
    if (opening.has(name) || isOnly) vote(name, isOnly ? WEIGHTS.subject : WEIGHTS.organisation, true)
  for (const name of new Set([...opening, ...asked]))
    if (hosts.some(label => abbreviates(label, name))) vote(name, WEIGHTS.address, true)
}

const wholeOf = ({ blocks }: IssuerSource) =>
  blocks
    .map(({ text }) => text.slice(0, READ))
    .join('\n')
    .slice(0, READ_WHOLE)

/** The first texts of the news, without the dateline. */
const newsBlocks = ({ blocks, dateline }: IssuerSource) =>
  blocks
    .filter(({ kind }) => NEWS.has(kind))
    .slice(0, NEWS_BLOCKS)
    .map(({ id, text }) => text.slice(id === dateline?.block ? (dateline.text?.length ?? 0) : 0).slice(0, READ_NEWS))

/** How often a text in small letters has a name, whole or without the word for a body. */
function timesIn(low: string, name: string, pack: LanguagePack): number {
  const core = coreOf(name, pack)
  return Math.max(...[core, ...bodyNames(core, pack)].map(words => low.split(words).length - 1))
}

const SENTENCES = /(?<=[.!?]["”»]?)\s+(?=["“„«]?\p{Lu})/u
const LETTERS = /(?<![\p{L}-])\p{Lu}{3,8}(?![\p{L}-])/gu
const QUOTED = /["“”„«»]|^[-–—] /

/** For whom those speak who are quoted, and who opens sentences that announce something. */
function speakersIn(document: IssuerSource, pack: LanguagePack, low: () => string, vote: Vote): void {
  const announced = new Map<string, number>()
  const spoken = new Set<string>()
  for (const text of newsBlocks(document)) {
    const verb = QUOTED.test(text) ? said(pack).exec(text) : null
    const behind = verb ? text.slice(verb.index, verb.index + SPEAKER_REACH) : ''
    for (const name of [
      ...organisationsIn(behind, pack),
      ...Array.from(behind.matchAll(LETTERS), ([letters]) => letters),
    ])
      spoken.add(name)
    for (const sentence of announces(pack).test(text) ? text.split(SENTENCES) : []) {
      const subject = subjectOf(sentence, pack)
      if (subject?.sure) announced.set(subject.name, (announced.get(subject.name) ?? 0) + 1)
    }
  }
  for (const name of spoken) vote(name, WEIGHTS.speaker, timesIn(low(), name, pack) >= TIMES_MOST)
  for (const [name, times] of announced)
    vote(name, times >= TIMES_MOST ? WEIGHTS.beside : WEIGHTS.start, times >= TIMES_MOST)
}

const said = oncePer((pack: LanguagePack) =>
  anyCase(`(?<![\\p{L}\\p{M}])(?:${alternation(pack.reportingVerbs)})(?![\\p{L}\\p{M}])`, 'u'),
)

/** Behind a dateline of its own a sentence is that of a release. */
const isDated = ({ dateline }: IssuerSource) => dateline?.block != null && (dateline.date ?? dateline.wire) !== null

/** A single word opens many a sentence: it must come again. */
function isUsual(name: string, { title, blocks }: IssuerSource, pack: LanguagePack): boolean {
  const core = coreOf(name, pack)
  // Where there are no capitals, any words may stand before a verb.
  const isName = core.includes(' ') && pack.prefixLetters === ''
  if (isName || title?.toLowerCase().includes(core)) return true
  if (pack.prefixLetters !== '') return false
  let times = 0
  for (const { text } of blocks) if (isWithin(core, text.slice(0, READ), pack) && ++times >= TIMES_NAMED) return true
  return false
}

/** `Supervisory Board of Elbwerk AG` is the Elbwerk of the boilerplate. */
const asHeaded = (name: string, abouts: readonly string[], pack: LanguagePack) =>
  abouts.find(about => isWithin(coreOf(about, pack), name, pack)) ?? name

/** Are the words of a name, in small letters, in a text? */
function isWithin(core: string, text: string, pack: LanguagePack): boolean {
  const low = text.toLowerCase()
  const at = core === '' ? -1 : low.indexOf(core)
  return (
    at >= 0 && (coreOf(text, pack) === core || !/\p{L}/u.test(`${low[at - 1] ?? ''}${low[at + core.length] ?? ''}`))
  )
}

/** The same where words may be inflected: `der Nordischen Versicherung`. */
const isNamed = (core: string, opening: string) =>
  core !== '' && new RegExp(core.split(/\s+/).map(literally).join('\\p{L}{0,2}\\s+'), 'u').test(opening)

/** The first text of the news, behind its dateline. */
function newsOf({ blocks, dateline }: IssuerSource): string {
  const own = dateline?.block ? blocks.find(({ id }) => id === dateline.block) : undefined
  const block = own ?? blocks.find(({ kind }) => kind === 'summary') ?? blocks.find(({ kind }) => kind === 'paragraph')
  return block ? block.text.slice(block === own ? (dateline?.text?.length ?? 0) : 0).trim() : ''
}

/** `About X`, as a heading or before the text. */
function aboutOf({ kind, text, runIn }: Block, pack: LanguagePack): string | null {
  if (kind !== 'about' && kind !== 'heading') return null
  return aboutName(runIn ? text.slice(runIn.start, runIn.end) : text.split('\n', 1)[0]!, pack)
}

/** The words at the beginning of a document that spell a label, as they are written. */
function spelledBy(document: IssuerSource, label: string): string | null {
  for (const { text, kind } of document.blocks.slice(0, NAMED_WITHIN)) {
    const name = kind === 'contact' || kind === 'link' ? null : spelledIn(text.slice(0, READ), label)
    if (name) return extended(name, document)
  }
  return null
}

/** With the word that follows wherever the name stands: `Elbwerk` is never without `Shipping`. */
function extended(name: string, { blocks }: IssuerSource): string {
  const next = new Set<string>()
  for (const { text, kind } of blocks) {
    if (kind === 'link' || kind === 'contact') continue
    for (const [, word] of text.slice(0, READ).matchAll(followed(name))) next.add(word ?? '')
    if (next.size > 1 || next.has('')) return name
  }
  return `${name} ${[...next][0]}`
}

const followed = (name: string) => new RegExp(`(?<!\\p{L})${literally(name)}(?!\\p{L})(?: (\\p{Lu}[\\p{L}-]+))?`, 'gu')

const MOST_LABELS = 12

/** The labels of host names, each once. */
export const labelsOf = (addresses: readonly string[]) =>
  [...new Set(addresses.flatMap(address => hostLabel(address) ?? []))].slice(0, MOST_LABELS)
