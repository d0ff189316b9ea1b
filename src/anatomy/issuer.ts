/**
 * The issuer of a release: the name that parts of its texts agree on. A line that states it decides (`Issued by: X`, then
 * `Source: X`). Elsewhere parts vote, over all languages: the heading of the boilerplate, the subject of the first sentence,
 * the addresses and the organisation of contacts, the hosts of links, and a name that the title begins with.
 *
 * Some of them prove nothing alone: a title may begin with any word (`Coronavirus: ...`), and so may a sentence. They
 * speak for a name that another part gives. Limits: where two issue together, one is named; null where nothing is sure.
 */

import type { LanguagePack } from '../languages/pack.js'
import { signers, wires } from '../languages/wires.js'
import { patternsOf } from '../tokens/patterns.js'
import { isSaidAlone, likelyBody } from './bodies.js'
import type { Full, IssuerSource } from './issuer-source.js'
import { labelsOf, voteIn } from './issuer-votes.js'
import { cleanName, coreOf, headName, type Stated, statedIn } from './names.js'
import { placeKeyOf } from './places.js'

/** One part that is sure, or two that are not. */
const VOTES_NEEDED = 3
/** Two parts that are sure outvote a source. */
const VOTES_AGAINST_SOURCE = 2 * VOTES_NEEDED
/** Blocks from the beginning in which an issuer is named. */
const NAMED_WITHIN = 5
/** A source is stated above the text or below it. */
const STATED_AT_ENDS = 10
const WIRES: ReadonlySet<string> = new Set([...wires, ...signers].map(name => name.toLowerCase()))

/** The votes of a name, by how it is written. */
interface Candidate {
  readonly forms: Map<string, number>
  /** As the news names it in full. */
  whole: string | null
  /** A part that may decide has named it. */
  sure: boolean
  /** Given in full: votes for some of its words are votes for it; where the news names it so, theirs make it sure. */
  full: Full | null
}

type Votes = Map<string, Candidate>

/** A text and the pack of its language. */
export interface IssuerText {
  readonly document: IssuerSource
  readonly pack: LanguagePack
}

/** The issuer's name as it is written in one of the texts of a release; null where nothing agrees. */
export function issuerOf(texts: readonly IssuerText[]): string | null {
  const stated = texts.flatMap(statedOf)
  const issuer = mostNamed(stated.filter(({ by }) => by === 'issuer'))
  if (issuer) return issuer
  const source = mostNamed(stated.filter(({ by }) => by === 'source'))
  const best = elected(texts)
  if (!source) return best && (best.votes >= VOTES_NEEDED || isSaid(best.name, texts)) ? best.name : null
  // Below a table stands the source of its figures.
  const isOther = best && best.votes >= VOTES_AGAINST_SOURCE && !source.toLowerCase().includes(best.core)
  return isOther ? best.name : source
}

/** A name that one part gives is sure where a text calls it by its word alone. */
const isSaid = (name: string, texts: readonly IssuerText[]) =>
  texts.some(({ document, pack }) => isSaidAlone(document, name, pack))

/** Where no document of a release is sure: a body that the beginning of a text names. */
export function likelyIssuer({ document, pack }: IssuerText): string | null {
  const name = elected([{ document, pack }]) ? null : likelyBody(document, pack)
  return name && isCandidate(name, pack) ? cleanName(name) : null
}

/** What lines state; who distributes a text is not who issued it. */
function statedOf({ document: { blocks }, pack }: IssuerText): Stated[] {
  const isEnd = (at: number) => at < STATED_AT_ENDS || at >= blocks.length - STATED_AT_ENDS
  const heads = blocks
    .slice(0, NAMED_WITHIN)
    .filter(({ kind }) => kind === 'label' || kind === 'chrome')
    .flatMap(({ text }) => headName(text, pack) ?? [])
    .map(name => ({ name, by: 'issuer' }) as const)
  return blocks
    .filter((_, at) => isEnd(at))
    .map(({ text }, at, ends) => (text.endsWith(':') ? `${text} ${ends[at + 1]?.text ?? ''}` : text))
    .flatMap(text => text.split('\n').flatMap(line => statedIn(line, pack)))
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
function elected(texts: readonly IssuerText[]): { name: string; core: string; votes: number } | null {
  const votes: Votes = new Map()
  const mails = labelsOf(texts.flatMap(({ document }) => document.contacts.flatMap(({ email }) => email ?? [])))
  for (const { document, pack } of texts)
    voteIn(document, pack, mails, (name, weight, sure, full = null) => cast(votes, name, { weight, sure, full }, pack))
  const [best] = [...votes]
    .filter(
      ([core, { sure, full }]) =>
        sure || (full === 'news' && shortForms(core, votes).some(form => votes.get(form)?.sure)),
    )
    .map(([core, candidate]) => [core, candidate, support(core, votes)] as const)
    .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
  return best ? { name: best[1].whole ?? usualForm(best[1].forms), core: best[0], votes: best[2] } : null
}

const usualForm = (forms: ReadonlyMap<string, number>) =>
  [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]

/** A vote for a name. */
function cast(
  votes: Votes,
  name: string | null | undefined,
  { weight, sure, full }: { weight: number; sure: boolean; full: Full | null },
  pack: LanguagePack,
): void {
  const clean = name && cleanName(name)
  if (!clean || !isCandidate(clean, pack)) return
  const core = coreOf(clean, pack)
  if (core === '') return
  const known = votes.get(core) ?? { forms: new Map(), sure: false, full: null, whole: null }
  known.forms.set(clean, (known.forms.get(clean) ?? 0) + weight)
  votes.set(core, {
    forms: known.forms,
    sure: known.sure || sure,
    full: known.full ?? full,
    whole: known.whole ?? (full === 'news' ? clean : null),
  })
}

/** An agency, a place or the lead of a contact is no issuer. */
const isCandidate = (name: string, pack: LanguagePack) =>
  !WIRES.has(name.toLowerCase()) &&
  placeKeyOf(name, null, pack) === null &&
  patternsOf(pack).contactLead(name)?.length !== name.length

/** The votes of a name, with those of its short forms. */
const support = (core: string, votes: Votes): number =>
  [core, ...shortForms(core, votes)].reduce((total, form) => total + sum(votes.get(form)?.forms), 0)

/** Of a name that is given in full, some of its words in a row; but what is headed so is a name of its own. */
function shortForms(core: string, votes: Votes): string[] {
  const { full } = votes.get(core)!
  if (!full) return []
  const words = core.split(' ')
  const short = new Set<string>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) short.add(words.slice(from, to).join(' '))
  short.delete(core)
  return [...short].filter(form => full === 'heading' || votes.get(form)?.full !== 'heading')
}

const sum = (forms: ReadonlyMap<string, number> | undefined) => [...(forms?.values() ?? [])].reduce((a, b) => a + b, 0)
