/**
 * What the parts of one document say of who issued it, each with its weight: the subject of the first sentence, the heading
 * of the boilerplate, the addresses and organisations of contacts, the hosts of links, a line that is a company's name, who is
 * quoted, who announces, and the public bodies that the beginning names.
 *
 * A part that is not sure speaks only for a name that another gives: a release tells of others too.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, BlockKind } from '../model.js'
import { once, oncePer } from '../structures/cache.js'
import { alternation, anyCase, literally } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'
import { bodiesIn } from './bodies.js'
import {
  type IssuerSource,
  isDated,
  NEWS,
  newsBlocks,
  OPENING_BLOCKS,
  READ,
  TIMES_MOST,
  timesIn,
  type Vote,
  WEIGHTS,
  wholeOf,
} from './issuer-source.js'
import { aboutName, announces, coreOf, hasForm, hostLabel, LONGEST_NAME, subjectOf } from './names.js'
import { isBodyLine, isOrganisation, organisationsIn } from './organisations.js'
import { spelledIn } from './spelled.js'

/** Blocks from the beginning in which an issuer is named. */
const NAMED_WITHIN = 5
/** Lines above the text that say whose it is. */
const HEAD_WITHIN = 8
/** One that announces or opens announces so often. */
const TIMES_NAMED = 3
/** Who is quoted stands within so many characters of the verb. */
const SPEAKER_REACH = 160
const SHORT_LINES: ReadonlySet<BlockKind> = new Set(['label', 'chrome', 'heading', 'note', 'contact'])

/** The votes of a document; `hosts` are the labels of the addresses of the release. */
export function voteIn(document: IssuerSource, pack: LanguagePack, hosts: readonly string[], cast: Vote): void {
  const { title, header, blocks, contacts } = document
  const full = shortened(document, pack)
  const vote: Vote = (name, ...how) => cast((name && full.get(name)) ?? name, ...how)
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
  const head = Math.min(
    blocks.findIndex(({ kind }) => NEWS.has(kind)),
    HEAD_WITHIN,
  )
  const texts = blocks.map(({ text }) => text)
  for (const [at, { kind, text }] of blocks.entries())
    if (SHORT_LINES.has(kind) && text.length <= LONGEST_NAME) {
      const isHead = at < head && kind !== 'contact'
      if (!isName(text, kind, pack) && !(isHead && kind === 'chrome' && isBodyLine(text, texts, pack))) continue
      vote(withoutLabel(text, kind, pack), isHead ? WEIGHTS.head : WEIGHTS.line, true, isHead ? 'news' : null)
    }
  const whole = wholeOf(document)
  const low = once(() => whole.toLowerCase())
  bodiesIn(document, pack, { whole, low, hosts }, vote)
  speakersIn(document, pack, low, vote)
  linksIn(document, hosts, vote)
}

const IN_BRACKETS = /^\s[([](\p{Lu}[\p{L}&.-]{0,8}\p{Lu}\p{L}?)[)\]]/u

/** What the beginning calls by letters from then on: `Elbwerk Marine Institute (EMI)`. */
function shortened(document: IssuerSource, pack: LanguagePack): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const text of newsBlocks(document).slice(0, OPENING_BLOCKS)) {
    if (!/[([]\p{Lu}[\p{L}&.-]{0,8}\p{Lu}\p{L}?[)\]]/u.test(text)) continue
    for (const name of organisationsIn(text, pack)) {
      const short = IN_BRACKETS.exec(text.slice(text.indexOf(name) + name.length))?.[1]
      if (short) names.set(short, name)
    }
  }
  return names
}

/** `PERSBERICHT Universiteit Utrecht` */
function withoutLabel(text: string, kind: BlockKind, pack: LanguagePack): string {
  const label = kind === 'label' ? patternsOf(pack).label(text) : null
  return label === null ? text : text.slice(text.indexOf(label) + label.length).trim()
}

/** A line that is the name of a company or a body, and no more; a body among contacts may be a part of another. */
const isName = (text: string, kind: BlockKind, pack: LanguagePack) =>
  hasForm(text) || (kind !== 'contact' && isOrganisation(text, pack))

function linksIn(document: IssuerSource, mails: readonly string[], vote: Vote): void {
  for (const label of mails) vote(spelledBy(document, label), WEIGHTS.address, true)
  for (const label of labelsOf(document.links.map(({ url }) => url)))
    if (!mails.includes(label)) vote(spelledBy(document, label), WEIGHTS.link, true)
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
function isNamed(core: string, opening: string): boolean {
  const words = core.split(/\s+/)
  if (core === '' || !opening.includes(words[0]!)) return false
  return new RegExp(words.map(literally).join('\\p{L}{0,2}\\s+'), 'u').test(opening)
}

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
    const part = text.slice(0, READ)
    if (kind === 'link' || kind === 'contact' || !part.includes(name)) continue
    for (const [, word] of part.matchAll(followed(name))) next.add(word ?? '')
    if (next.size > 1 || next.has('')) return name
  }
  return `${name} ${[...next][0]}`
}

const followed = (name: string) => new RegExp(`(?<!\\p{L})${literally(name)}(?!\\p{L})(?: (\\p{Lu}[\\p{L}-]+))?`, 'gu')

const MOST_LABELS = 12

/** The labels of host names, each once. */
export const labelsOf = (addresses: readonly string[]) =>
  [...new Set(addresses.flatMap(address => hostLabel(address) ?? []))].slice(0, MOST_LABELS)
