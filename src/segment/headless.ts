/**
 * Short lines that look like headings and head nothing. A heading stands above text; behind the last of it short lines are
 * notes of who issued it, contacts, or a menu of the site, and behind a colon, or with numbers that count up, they are
 * items of a list whose marks were lost. Numbers were chosen by the types of blocks in `npm run eval -- DIR layout`.
 *
 *     > | Das Projekt endet im Herbst.
 *     > | Herausgeber: Amt für Häfen          heads nothing: a note
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import type { Patterns } from '../tokens/patterns.js'
import { endsSentence, wordCount } from './lines.js'
import { isCalled, isCompany, type Shape } from './own-kind.js'

// Fewer short lines behind a text may be notes; so many are a menu, where they have no more words on average.
const FEWEST_ENTRIES = 4
const ENTRY_WORDS = 3
// Fewer lines behind a colon may be headings.
const FEWEST_ITEMS = 3
// Items that count up are believed from so many on, at the end of a text (footnotes) from two on.
const FEWEST_COUNTED = 3
const FEWEST_NOTES = 2
const COUNTED = /^(\d{1,2}) (?=\p{Lu}|["„“»«])/u
// One line that looks like `Name: value` is chance.
const FEWEST_FIELDS = 2
const FIELD = /^\p{L}[^.!?:;]{1,60}: \S.{0,80}$/u
// A longer note has text of its own.
const LONGEST_NOTE = 100
// A text with so many headings above text may have been cut off below the last; hardly below more than two at once.
const MANY_HEADINGS = 5
const MOST_CUT = 2
// A name and an address below the lead of a contact.
const ADDRESS_LINES = 6
const ADDRESS_WORDS = 6
// Of a name, or of what a person is.
const SIGNED_WORDS = 5
// `Informant:`, a lead that no pack knows.
const LEAD_WORDS = 4

/** The blocks, and their kinds as far as they are settled. */
export interface Draft {
  readonly shapes: readonly Shape[]
  readonly kinds: BlockKind[]
  readonly patterns: Patterns
  readonly pack: LanguagePack
}

/** What a heading may stand above. */
const HEADED: ReadonlySet<BlockKind> = new Set([
  'paragraph',
  'summary',
  'quote',
  'list-item',
  'table',
  'about',
  'disclaimer',
  'note',
  'contact',
  'link',
])
const TEXT: ReadonlySet<BlockKind> = new Set(['paragraph', 'quote', 'list-item', 'about'])

/** Items of lists without marks. */
export function lists(draft: Draft): void {
  counted(draft)
  behindColon(draft)
}

/** Lines with numbers that count up from one, which no full stop follows. */
function counted({ shapes, kinds }: Draft): void {
  const numberAt = (i: number) =>
    kinds[i] === 'heading' || kinds[i] === 'paragraph' ? Number(COUNTED.exec(shapes[i]!.text.slice(0, 4))?.[1] ?? 0) : 0
  for (let i = 0; i < kinds.length; i++) {
    if (numberAt(i) !== 1) continue
    let end = i + 1
    while (end < kinds.length && numberAt(end) === end - i + 1) end++
    const fewest = end === kinds.length ? FEWEST_NOTES : FEWEST_COUNTED
    if (end - i >= fewest) kinds.fill('list-item', i, end)
    i = end - 1
  }
}

/** Short lines in a row behind a colon; the last of them may head the text that follows. */
function behindColon({ shapes, kinds, patterns }: Draft): void {
  const isItem = (i: number) =>
    kinds[i] === 'heading' &&
    !shapes[i]!.underlined &&
    !FIELD.test(shapes[i]!.text) &&
    !isCalled(shapes[i]!.text, patterns)
  for (let i = 1; i < kinds.length; i++) {
    if (kinds[i] !== 'heading' || kinds[i - 1] !== 'paragraph' || !shapes[i - 1]!.text.endsWith(':')) continue
    let end = i
    while (isItem(end)) end++
    if (end === kinds.length) end -= hasManyHeadings(kinds) ? MOST_CUT : 0
    else if (kinds[end] !== 'list-item') end--
    if (end - i >= FEWEST_ITEMS) kinds.fill('list-item', i, end)
    i = Math.max(i, end)
  }
}

/** Headings behind the last text are notes, contacts or a menu; so is the lead of a contact that no pack knows. */
export function headless(draft: Draft): void {
  signature(draft)
  behindText(draft)
  fields(draft)
  called(draft)
}

/** The company, or a person and what that is, below `Yours sincerely` or `On behalf of the board`. */
function signature({ shapes, kinds, pack }: Draft): void {
  const isSigned = (i: number) =>
    kinds[i - 1] === 'end-mark' || (kinds[i - 1] === 'note' && kinds[i - 2] === 'end-mark')
  const isLast = (i: number) => wordCount(shapes[i]!.text) <= SIGNED_WORDS && !TEXT.has(kinds[i + 1]!)
  for (let i = 1; i < kinds.length; i++)
    if (isSigned(i) && kinds[i] === 'heading' && (isCompany(shapes[i]!.text, pack) || isLast(i))) kinds[i] = 'note'
}

function behindText(draft: Draft): void {
  const { kinds } = draft
  let start = kinds.length
  while (start > 0 && !isHeaded(draft, start - 1)) start--
  if (!kinds.slice(0, start).some(kind => TEXT.has(kind))) return
  if (isCutOff(draft, start)) return
  const isMenu = isMenuFrom(draft, start)
  for (let i = start; i < kinds.length; i++) {
    if (kinds[i] === 'heading') kinds[i] = isMenu ? 'chrome' : closing(draft, i)
    else if (kinds[i] === 'contact' && isMenu) kinds[i] = 'chrome'
  }
}

/** A text of many headings was cut off behind its last ones: they tell of no one and of no figure. */
function isCutOff({ shapes, kinds }: Draft, start: number): boolean {
  const tail = shapes.filter((_, i) => i >= start && kinds[i] === 'heading')
  if (tail.length > MOST_CUT || tail.some(({ text }) => /[:©\d]/.test(text) || wordCount(text) < 2)) return false
  return hasManyHeadings(kinds)
}

const hasManyHeadings = (kinds: readonly BlockKind[]) =>
  kinds.filter((kind, i) => kind === 'heading' && TEXT.has(kinds[i + 1]!)).length >= MANY_HEADINGS

/** May a heading stand above the block? Hardly above a short note, or the word for a contact with none behind it. */
function isHeaded({ shapes, kinds, pack }: Draft, i: number): boolean {
  const { text } = shapes[i]!
  if (kinds[i] === 'note') return text.length > LONGEST_NOTE || endsSentence(text, pack)
  if (kinds[i] === 'contact') return wordCount(text.slice(0, LONGEST_NOTE)) > ENTRY_WORDS || /[\d@:]/.test(text)
  return HEADED.has(kinds[i]!)
}

/** Below the lead of a contact, its name and address; a line with a telephone number; or else a note. */
function closing({ shapes, kinds, patterns }: Draft, i: number): BlockKind {
  const { text } = shapes[i]!
  if (isCalled(text, patterns)) return 'contact'
  let lead = i - 1
  while (lead >= 0 && i - lead < ADDRESS_LINES && kinds[lead] === 'contact' && !shapes[lead]!.text.endsWith(':')) lead--
  const isBelow = kinds[lead] === 'contact' && shapes[lead]!.text.endsWith(':')
  return isBelow && wordCount(text) <= ADDRESS_WORDS && !FIELD.test(text) ? 'contact' : 'note'
}

/** Lines of a name and its value in a row, behind text: `Length: 80 metres`, `Breadth: 18 metres`. */
function fields({ shapes, kinds }: Draft): void {
  const isField = (i: number) => kinds[i] === 'heading' && !shapes[i]!.underlined && FIELD.test(shapes[i]!.text)
  const text = kinds.findIndex(kind => TEXT.has(kind))
  for (let i = Math.max(text, 0); i < kinds.length; i++) {
    let end = i
    while (end < kinds.length && isField(end)) end++
    if (end - i >= FEWEST_FIELDS) kinds.fill('list-item', i, end)
    i = Math.max(i, end)
  }
}

/** A short line with a colon leads to the contact behind it, and items with telephone numbers behind it are contacts. */
function called({ shapes, kinds, patterns }: Draft): void {
  const isLead = ({ text }: Shape) => text.endsWith(':') && wordCount(text) <= LEAD_WORDS
  for (let i = 1; i < kinds.length; i++) {
    const follows = kinds[i - 1] === 'contact' || isLead(shapes[i - 1]!)
    if (kinds[i] === 'list-item' && follows && isCalled(shapes[i]!.text, patterns)) kinds[i] = 'contact'
  }
  for (let i = kinds.length - 1; i > 0; i--)
    if (kinds[i] === 'contact' && kinds[i - 1] === 'paragraph' && isLead(shapes[i - 1]!)) kinds[i - 1] = 'contact'
}

function isMenuFrom({ shapes, kinds }: Draft, start: number): boolean {
  const entries = shapes.filter((_, i) => i >= start && (kinds[i] === 'heading' || kinds[i] === 'chrome'))
  const words = entries.reduce((sum, { text }) => sum + wordCount(text), 0)
  return (
    entries.length >= FEWEST_ENTRIES &&
    words <= ENTRY_WORDS * entries.length &&
    !entries.some(({ text }) => /:\s/.test(text))
  )
}
