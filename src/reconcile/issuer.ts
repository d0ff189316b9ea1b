/**
 * The issuer of a release: the name that parts of its texts agree on. A line that states it decides (`Issued by: X`, then
 * `Source: X`). Elsewhere parts vote, over all languages: the heading of the boilerplate, the subject of the first sentence,
 * the addresses and the organisation of contacts, the hosts of links, and a name that the title begins with.
 *
 * Some of them prove nothing alone: a title may begin with any word (`Coronavirus: ...`), and so may a sentence. They
 * speak for a name that another part gives. Limits: where two issue together, one is named; null where nothing is sure.
 */
import {
  aboutName,
  cleanName,
  coreOf,
  hasForm,
  headName,
  hostLabel,
  type Stated,
  statedIn,
  subjectOf,
} from '../anatomy/names.js'
import { placeKeyOf } from '../anatomy/places.js'
import type { LanguagePack, PackOf } from '../languages/pack.js'
import { undetermined } from '../languages/und.js'
import { signers, wires } from '../languages/wires.js'
import type { Block, Document } from '../model.js'
import { literally } from '../tokens/alternation.js'
import { spelledIn } from './spelled.js'

const WEIGHTS = { about: 3, beside: 2, address: 3, link: 2, organisation: 2, source: 3, subject: 3, start: 1 } as const
/** One part that is sure, or two that are not. */
const VOTES_NEEDED = 3
/** Two parts that are sure outvote a source. */
const VOTES_AGAINST_SOURCE = 2 * VOTES_NEEDED
/** Blocks from the beginning in which an issuer is named, and characters of each. */
const NAMED_WITHIN = 5
const READ = 4000
/** A source is stated above the text or below it. */
const STATED_AT_ENDS = 10
const MOST_LABELS = 12
const TIMES_NAMED = 3
const WIRES: ReadonlySet<string> = new Set([...wires, ...signers].map(name => name.toLowerCase()))

/** The votes of a name, by how it is written. */
interface Candidate {
  readonly forms: Map<string, number>
  /** A part that may decide has named it. */
  sure: boolean
  /** Given in full: votes for some of its words are votes for it. */
  full: boolean
}

type Votes = Map<string, Candidate>

/** The issuer's name as it is written; null where nothing agrees. */
export function issuerOf(documents: readonly Document[], packOf: PackOf): string | null {
  const stated = documents.flatMap(document => statedOf(document, packFor(document, packOf)))
  const issuer = mostNamed(stated.filter(({ by }) => by === 'issuer'))
  if (issuer) return issuer
  const source = mostNamed(stated.filter(({ by }) => by === 'source'))
  const best = elected(documents, packOf)
  if (!source) return best && best.votes >= VOTES_NEEDED ? best.name : null
  // Below a table stands the source of its figures.
  const isOther = best && best.votes >= VOTES_AGAINST_SOURCE && !source.toLowerCase().includes(best.core)
  return isOther ? best.name : source
}

const packFor = ({ language }: Document, packOf: PackOf): LanguagePack => packOf(language.tag) ?? undetermined

/** What lines state; who distributes a text is not who issued it. */
function statedOf({ blocks }: Document, pack: LanguagePack): Stated[] {
  const isEnd = (at: number) => at < STATED_AT_ENDS || at >= blocks.length - STATED_AT_ENDS
  const heads = blocks
    .slice(0, NAMED_WITHIN)
    .filter(({ kind }) => kind === 'label' || kind === 'chrome')
    .flatMap(({ text }) => headName(text, pack) ?? [])
    .map(name => ({ name, by: 'issuer' }) as const)
  return blocks
    .filter((_, at) => isEnd(at))
    .flatMap(({ text }) => text.split('\n').flatMap(line => statedIn(line, pack)))
    .concat(heads)
    .filter(({ name }) => !WIRES.has(name.toLowerCase()))
}

/** The name that most lines give; of equals the first. */
function mostNamed(stated: readonly Stated[]): string | null {
  const counts = new Map<string, number>()
  for (const { name } of stated) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** The name with the most votes, of those that a sure part gives. */
function elected(documents: readonly Document[], packOf: PackOf): { name: string; core: string; votes: number } | null {
  const votes: Votes = new Map()
  const mails = labelsOf(documents.flatMap(d => d.contacts.flatMap(({ email }) => email ?? [])))
  for (const document of documents) voteIn(document, packFor(document, packOf), mails, votes)
  const [best] = [...votes]
    .filter(([, { sure }]) => sure)
    .map(([core, candidate]) => [core, candidate, support(core, votes)] as const)
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
  return best ? { name: usualForm(best[1].forms), core: best[0], votes: best[2] } : null
}

const usualForm = (forms: ReadonlyMap<string, number>) =>
  [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]

/** What the parts of one document say. */
function voteIn(document: Document, pack: LanguagePack, mails: readonly string[], votes: Votes): void {
  const { title, header, blocks, contacts, links } = document
  const news = newsOf(document)
  const opening = `${title ?? ''}\n${news.slice(0, READ)}`.toLowerCase()
  const abouts = [...new Set(blocks.flatMap(block => aboutOf(block, pack) ?? []))]
  const vote = (name: string | null | undefined, weight: number, sure: boolean, full = false) =>
    cast(votes, name, { weight, sure, full }, pack)
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
    const weight = !isNamed(coreOf(name, pack), opening) ? WEIGHTS.start : isSole ? WEIGHTS.about : WEIGHTS.beside
    vote(name, weight, weight > WEIGHTS.start, true)
  }
  for (const { organisation } of contacts) vote(organisation, WEIGHTS.organisation, hasForm(organisation ?? ''))
  for (const label of mails) vote(spelledBy(document, label), WEIGHTS.address, true)
  for (const label of labelsOf(links.map(({ url }) => url)))
    if (!mails.includes(label)) vote(spelledBy(document, label), WEIGHTS.link, true)
}

/** A vote for a name; agencies and places are none. */
function cast(
  votes: Votes,
  name: string | null | undefined,
  { weight, sure, full }: { weight: number; sure: boolean; full: boolean },
  pack: LanguagePack,
): void {
  const clean = name && cleanName(name)
  if (!clean || WIRES.has(clean.toLowerCase()) || placeKeyOf(clean, null, pack.tag)) return
  const core = coreOf(clean, pack)
  if (core === '') return
  const known = votes.get(core) ?? { forms: new Map(), sure: false, full: false }
  known.forms.set(clean, (known.forms.get(clean) ?? 0) + weight)
  votes.set(core, { forms: known.forms, sure: known.sure || sure, full: known.full || full })
}

/** Behind a dateline of its own a sentence is that of a release. */
const isDated = ({ dateline }: Document) => dateline?.block != null && (dateline.date ?? dateline.wire) !== null

/** A single word opens many a sentence: it must come again. */
function isUsual(name: string, { title, blocks }: Document, pack: LanguagePack): boolean {
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

const labelsOf = (addresses: readonly string[]) =>
  [...new Set(addresses.flatMap(address => hostLabel(address) ?? []))].slice(0, MOST_LABELS)

/** The first text of the news, behind its dateline. */
function newsOf({ blocks, dateline }: Document): string {
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
function spelledBy(document: Document, label: string): string | null {
  for (const { text, kind } of document.blocks.slice(0, NAMED_WITHIN)) {
    const name = kind === 'contact' || kind === 'link' ? null : spelledIn(text.slice(0, READ), label)
    if (name) return name
  }
  return null
}

/** The votes of a name that is given in full, with those of its short forms: some of its words in a row. */
function support(core: string, votes: Votes): number {
  const { forms, full } = votes.get(core)!
  const own = sum(forms)
  if (!full) return own
  const words = core.split(' ')
  const short = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) short.add(words.slice(from, to).join(' '))
  short.delete(core)
  return [...short].reduce((total, form) => total + sum(votes.get(form)?.forms), own)
}

const sum = (forms: ReadonlyMap<string, number> | undefined) => [...(forms?.values() ?? [])].reduce((a, b) => a + b, 0)
