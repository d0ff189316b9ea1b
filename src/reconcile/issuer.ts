/**
 * The issuer of a release: the name that its parts agree on. The heading of the boilerplate names it, the title may
 * begin with it (`Elbwerk: ...`), contacts carry it, and the first sentence often opens with it. No part is sure
 * alone, so they vote, over all languages.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Document } from '../model.js'

const WEIGHTS = { about: 3, title: 2, contact: 1, opening: 1 } as const
/** One opening alone proves nothing. */
const VOTES_NEEDED = 2
const LONGEST_NAME = 60

/** The pack of a language, by its tag. */
export type PackOf = (tag: string) => LanguagePack | undefined

/** The issuer's name as it is written; null where nothing agrees. */
export function issuerOf(documents: readonly Document[], packOf: PackOf): string | null {
  const votes = new Map<string, number>()
  const vote = (name: string | null | undefined, weight: number) => {
    const clean = name?.trim().replace(/[.:,;]+$/, '')
    if (clean && clean.length > 1 && clean.length <= LONGEST_NAME) votes.set(clean, (votes.get(clean) ?? 0) + weight)
  }
  for (const document of documents) {
    const pack = packOf(document.language.tag)
    vote(/^([^:]{2,40}):\s/.exec(document.title ?? '')?.[1], WEIGHTS.title)
    for (const block of document.blocks) vote(aboutName(block, pack), WEIGHTS.about)
    for (const contact of document.contacts) vote(contact.name, WEIGHTS.contact)
    vote(openingName(document, pack), WEIGHTS.opening)
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return best && best[1] >= VOTES_NEEDED ? best[0] : null
}

/** `About X`, as a heading or before the text. */
function aboutName(block: Block, pack: LanguagePack | undefined): string | null {
  if (block.kind !== 'about' && block.kind !== 'heading') return null
  const head = block.runIn ? block.text.slice(block.runIn.start, block.runIn.end) : block.text.split('\n', 1)[0]!
  if (head.length > LONGEST_NAME + 20) return null
  const lower = head.toLowerCase()
  const lead = pack?.aboutHeads.find(word => lower.startsWith(`${word.toLowerCase()} `))
  return lead === undefined ? null : head.slice(lead.length)
}

/** The capitalised words that the body opens with, after the dateline and articles. */
function openingName(document: Document, pack: LanguagePack | undefined): string | null {
  const block = document.blocks.find(b => b.kind === 'summary') ?? document.blocks.find(b => b.kind === 'paragraph')
  if (!block) return null
  const functions = new Set(pack?.functionWords)
  const text =
    document.dateline?.block === block.id ? block.text.slice(document.dateline.text?.length ?? 0) : block.text
  const words = text.trim().split(/\s+/, 8)
  const from = words.findIndex(word => !functions.has(word.toLowerCase()))
  const name: string[] = []
  for (const word of words.slice(Math.max(0, from))) {
    if (!/^[\p{Lu}\d]/u.test(word)) break
    name.push(word)
    if (/[.,:;]$/.test(word)) break
  }
  return name.length > 0 && name.length < 6 ? name.join(' ') : null
}
