/**
 * Lines of a contact that only their neighbours show: names, positions and companies between the lead of a contact and its
 * numbers, or right above an address that no lead announces.
 */
import type { BlockKind } from '../model.js'
import type { Patterns } from '../tokens/patterns.js'
import type { Draft } from './headless.js'
import { hasInnerEnd, wordCount } from './lines.js'
import { isCalled, isCompany, LONGEST_ADDRESS } from './own-kind.js'

// A name, a position or a company, and how many lines before the telephone it may stand.
const LONGEST_NAME = 60
const NAME_WORDS = 6
const NAME_REACH = 5
const ROLE_WORDS = 3
// A person with all offices held, and the addresses, under a contact's lead.
const LONGEST_ENTRY = 320

/** Numbers and addresses under a contact's lead, a name or a company before them, and whom the next is for. */
export function belongsToContact(draft: Draft, i: number): boolean {
  const { shapes, kinds } = draft
  const kind = kinds[i]
  const text = shapes[i]!.text
  // > | Contacts:
  // > | - Jane Example, director, tel. 020 7946 0123
  const isBehind = kinds[i - 1] === 'contact'
  const isEntry = isBehind && isPersonEntry(text, draft)
  if (kind === 'list-item') return isEntry || (isBehind && (isCalled(text, draft.patterns) || hasMeans(text)))
  if (kind !== 'paragraph' && kind !== 'heading') return false
  if (hasMeans(text) || isEntry) return true
  // > | More information for the press     a heading
  // > | Jane Example
  const isBelowLead = kinds[i - 1] === 'heading' && draft.patterns.contactLead(shapes[i - 1]!.text) !== null
  if (isBelowLead) return isPersonLine(text) && isReachable(draft, i)
  if (kinds[i - 1] !== 'contact') return false
  // > | Media:
  // > | Jane Example
  if (/:$/.test(text) && wordCount(text) <= ROLE_WORDS) return true
  if (isReachable(draft, i)) return isNameLine(text, draft) || isLeadIn(draft, i)
  return isLonePerson(draft, i)
}

/** A name, all offices that the person holds, and an address, on one line and in no sentence. */
const isPersonEntry = (text: string, { patterns, pack }: Draft) =>
  text.length <= LONGEST_ENTRY &&
  text.includes(',') &&
  !hasInnerEnd(text, pack) &&
  (text.includes('@') || text.search(patterns.phoneNumber) >= 0)

/** Does a line with an address or a telephone come soon, and no text before it? */
function isReachable({ shapes, kinds }: Draft, i: number): boolean {
  for (let next = i + 1; next <= i + NAME_REACH && next < kinds.length; next++) {
    const { text } = shapes[next]!
    if (kinds[next] === 'contact' || (isHeadingOrItem(kinds[next]!) && hasMeans(text))) return true
    if (text.length > LONGEST_ENTRY) return false
  }
  return false
}

const isHeadingOrItem = (kind: BlockKind) => kind === 'heading' || kind === 'list-item'

/** A name, a position or a company on a line of its own between a contact's lead and its numbers. */
function isNameLine(text: string, { patterns, pack }: Draft): boolean {
  // > | Jane Example - External Relations, Elbwerk Marine
  const parts = text.split(/, | [-–—|] /)
  if (text.length > LONGEST_NAME * Math.min(parts.length, 2)) return false
  if (parts.some(part => wordCount(part) > NAME_WORDS)) return false
  if (/[.!?:]$/.test(text.replace(/\p{L}\.$/u, '')) && !isCompany(text, pack)) return false
  return !isAboutHead(text, patterns)
}

/** `Questions are answered by Jane Example,` right above her number. */
const isLeadIn = ({ shapes, kinds }: Draft, i: number) =>
  shapes[i]!.text.length <= LONGEST_ADDRESS &&
  /[,:]$/.test(shapes[i]!.text) &&
  (kinds[i + 1] === 'contact' || hasMeans(shapes[i + 1]?.text ?? ''))

/** A name alone under `Contact:`, with no text under it. */
function isLonePerson({ shapes, kinds, patterns }: Draft, i: number): boolean {
  const lead = shapes[i - 1]!.text
  if (kinds[i] !== 'heading' || !/:$/.test(lead) || patterns.contactLead(lead) === null) return false
  return isPersonLine(shapes[i]!.text) && kinds[i + 1] !== 'paragraph' && kinds[i + 1] !== 'list-item'
}

/** Two to four words with capitals, nothing else. */
const isPersonLine = (text: string) =>
  /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|v[ao]n|d[eia]|der|del)){0,2} \p{Lu}[\p{L}'’-]+$/u.test(text)

/**
 * Lines right above an address that no lead announces: a name, and a heading that ends with the word for contact.
 *
 *     > | Global Press Contacts       heading
 *     > | Jane Example                heading
 *     > | jane@elbwerk.example        contact
 */
export function aboveAddress({ shapes, kinds, patterns }: Draft): void {
  for (let i = 1; i < kinds.length; i++) {
    if (kinds[i] !== 'contact' || !isBareAddress(shapes[i]!.text)) continue
    let top = i
    while (top > 0 && i - top < NAME_REACH && kinds[top - 1] === 'heading' && isShort(shapes[top - 1]!.text)) top--
    const lines = shapes.slice(top, i).map(({ text }) => text.replace(/ \(.*\)$/u, ''))
    const head = lines.findLastIndex(text => endsWithLead(text, patterns))
    const near = Math.max(head + 1, head < 0 ? lines.length - 2 : 0)
    if (!lines.slice(near).some(isPersonLine)) continue
    for (let k = head < 0 ? near + lines.slice(near).findIndex(isPersonLine) : head; k < lines.length; k++)
      kinds[top + k] = 'contact'
  }
}

const isShort = (text: string) => text.length <= LONGEST_NAME && wordCount(text) <= NAME_WORDS

/** An address or a telephone and nothing else but the word for it. */
const isBareAddress = (text: string) => hasMeans(text) && wordCount(text) <= NAME_WORDS

const endsWithLead = (text: string, patterns: Patterns) =>
  wordCount(text) <= NAME_WORDS && patterns.contactLead(text.replace(/:$/, '').split(' ').at(-1)!) !== null

/** A short line with a telephone, an address or a postal code. */
const hasMeans = (text: string) => text.length <= LONGEST_ADDRESS && /\d{5,}|@|\d[\d ()/.-]{6,}\d/.test(text)

/** `About Elbwerk`, `Company profile`; `About the weather` is something else. */
export function isAboutHead(text: string, patterns: Patterns): boolean {
  if (patterns.aboutTitle(text)) return true
  const head = patterns.aboutHead(text)
  if (!head || wordCount(text) > 8) return false
  return /^\s(?:(?:die|das|the|la|il|lo|le|de|het)\s)?[\p{Lu}\p{Lo}\p{N}"„“«]|['’]/u.test(
    text.slice(head.length, head.length + 16),
  )
}
