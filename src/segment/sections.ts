/**
 * What the neighbours of a block say it is: the first heading before the body is the title, paragraphs before the
 * dateline are the summary, what follows a heading `About X` is boilerplate, names and addresses behind a contact's
 * lead belong to it.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import type { Patterns } from '../tokens/patterns.js'
import { wordsIn } from './lines.js'
import { isCompany, LONGEST_ADDRESS, type Shape } from './own-kind.js'

// More paragraphs than this before the dateline are no summary.
const SUMMARY_PARAGRAPHS = 3
// A name, a position or a company, and how many lines before the telephone it may stand.
const LONGEST_NAME = 60
const NAME_WORDS = 6
const NAME_REACH = 5
const ROLE_WORDS = 3

/** Title and summary: what stands before the body. */
export function opening(kinds: BlockKind[], dateline: number): void {
  const body = kinds.findIndex(kind => kind !== 'label' && kind !== 'chrome' && kind !== 'heading')
  const title = kinds.indexOf('heading')
  if (title >= 0 && title < (body < 0 ? kinds.length : body) && kinds.length > 1) kinds[title] = 'title'
  const before = kinds.flatMap((kind, i) => (i < dateline && kind === 'paragraph' ? [i] : []))
  if (before.length <= SUMMARY_PARAGRAPHS) for (const i of before) kinds[i] = 'summary'
  for (let i = title + 1; title >= 0 && i < dateline; i++) if (kinds[i] === 'heading') kinds[i] = 'summary'
}

/** Paragraphs under a heading of boilerplate, disclaimer, notes or contacts belong to it. */
export function sections(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns, pack: LanguagePack): void {
  let section: BlockKind | null = null
  shapes.forEach(({ text }, i) => {
    const kind = kinds[i]!
    const named = namedSection(text, kind, patterns)
    if (named) section = named
    else if (section === 'contact' && belongsToContact(shapes, i, kinds, patterns, pack)) kinds[i] = 'contact'
    else if (kind === 'heading' || kind === 'end-mark' || kind === 'title') section = null
    else if (kind === 'paragraph' && section && section !== 'contact') kinds[i] = section
  })
}

/** Numbers and addresses under a contact's lead, a name or a company before them, and whom the next is for. */
function belongsToContact(
  shapes: readonly Shape[],
  i: number,
  kinds: readonly BlockKind[],
  patterns: Patterns,
  pack: LanguagePack,
): boolean {
  const kind = kinds[i]
  const text = shapes[i]!.text
  if (kind !== 'paragraph' && kind !== 'heading') return false
  if (hasMeans(text)) return true
  if (kinds[i - 1] !== 'contact') return false
  // > | Media:
  // > | Jane Example
  if (/:$/.test(text) && wordsIn(text) <= ROLE_WORDS) return true
  const behind = shapes.slice(i + 1, i + 1 + NAME_REACH)
  return (
    behind.some(
      (shape, k) => kinds[i + 1 + k] === 'contact' || (kinds[i + 1 + k] === 'heading' && hasMeans(shape.text)),
    ) && isNameLine(text, patterns, pack)
  )
}

/** A name, a position or a company on a line of its own between a contact's lead and its numbers. */
function isNameLine(text: string, patterns: Patterns, pack: LanguagePack): boolean {
  if (text.length > LONGEST_NAME || wordsIn(text) > NAME_WORDS) return false
  if (/[.!?:]$/.test(text.replace(/\p{L}\.$/u, '')) && !isCompany(text, pack)) return false
  return !isAboutHead(text, patterns)
}

/** A short line with a telephone, an address or a postal code. */
const hasMeans = (text: string) => text.length <= LONGEST_ADDRESS && /\d{5,}|@|\d[\d ()/.-]{6,}\d/.test(text)

function namedSection(text: string, kind: BlockKind, patterns: Patterns): BlockKind | null {
  if (kind === 'contact' || (kind === 'heading' && patterns.contactLead(text) && wordsIn(text) <= 5)) return 'contact'
  if (kind !== 'heading') return kind === 'note' && wordsIn(text) <= 6 ? 'note' : null
  if (patterns.forwardLooking(text) || patterns.disclaimer(text)) return 'disclaimer'
  return isAboutHead(text, patterns) ? 'about' : null
}

/** `About Elbwerk`, `Company profile`; `About the weather` is something else. */
export function isAboutHead(text: string, patterns: Patterns): boolean {
  if (patterns.aboutTitle(text)) return true
  const head = patterns.aboutHead(text)
  if (!head || wordsIn(text) > 8) return false
  return /^\s(?:(?:die|das|the|la|il|lo|le|de|het)\s)?[\p{Lu}\p{Lo}\p{N}"„“«]|['’]/u.test(
    text.slice(head.length, head.length + 16),
  )
}
