/**
 * The issuer of a release: the name that its parts agree on. The heading of the boilerplate names it, the site's header
 * (`Source: Elbwerk`), the title may begin with it (`Elbwerk: ...`), the addresses of its contacts spell it, and the first sentences and titles of several
 * languages open with it. No part is sure alone, so they vote, over all languages.
 */
import type { LanguagePack, PackOf } from '../languages/pack.js'
import type { Block, Document } from '../model.js'
import { eat } from '../tokens/alternation.js'
import { isAsciiCapital, isSpace } from '../tokens/characters.js'

const WEIGHTS = { about: 3, address: 3, source: 3, title: 2, opening: 1 } as const
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
    vote(/^([^:]{2,40}):\s/.exec(document.title ?? '')?.[1], WEIGHTS.title)
    vote(document.header?.source, WEIGHTS.source)
    for (const block of document.blocks) {
      const name = aboutName(block, packOf(document.language.tag), functions)
      if (name) inFull.add(name)
      vote(name, WEIGHTS.about)
    }
    for (const label of labels) vote(spelled(document, label), WEIGHTS.address)
    vote(openingName(document, functions), WEIGHTS.opening)
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
