/**
 * Persons, offices and links that blocks name. What stands in neighbouring contact blocks is read as one run of parts:
 * addresses and telephones, and between them, at commas and line ends, names, positions and companies. A name begins a
 * person, or the second address or telephone does; elsewhere in the text only e-mail addresses make a contact.
 *
 *     > | Pressekontakt:
 *     > | Erika Beispiel, Pressesprecherin        name, position
 *     > | Elbwerk AG                              organisation
 *     > | Tel.: 040 1234567, erika@elbwerk.example
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Contact, Link, Span } from '../model.js'
import { type Named, namesIn } from './contact-names.js'
import { phonesIn, surePhonesIn, WEB_ADDRESS } from './phones.js'

// A block longer than this is read up to here: contacts and links stand in short blocks.
const REACH = 20_000
const MAY_HAVE_URL = /:\/\/|www\./i
// Some write the letters of a name in an address as they are (`jürg.muster@`).
const EMAIL = /(?<![\p{L}\w.%+-])[\p{L}\w%+-][\p{L}\w.%+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu
/** What content networks put in the place of an address. */
const MASKED = /\[email[\u00a0 ]protected\]/giu
const FAX = /(?:fax|פקס|(?<![\p{L}\d])F)[\s.:]{0,4}$/iu
const TRAILING = /[.,;:!?'’”“"»)\]…*·–—״׳}\p{Cf}]$/u
// `Media:` on a line of its own, with or without the word for contact.
const ROLE = /^\S{1,30}(?: \S{1,30}){0,2}\s?:$/u
// Before an address in prose its name is looked for in so many characters.
const BEFORE = 300
// An entry of a list of persons: so many words before an address, or before the first comma.
const ENTRY_WORDS = 6

/** Every web address, in reading order; punctuation of the sentence is not part of it. */
export function linksOf(blocks: readonly Block[]): Link[] {
  return blocks.flatMap(block =>
    !MAY_HAVE_URL.test(block.text)
      ? []
      : Array.from(block.text.slice(0, REACH).matchAll(WEB_ADDRESS), match => ({
          url: bare(match[0]),
          block: block.id,
        })),
  )
}

function bare(url: string): string {
  let end = url.length
  while (end > 0 && TRAILING.test(url[end - 1]!) && !(url[end - 1] === ')' && url.slice(0, end).includes('('))) end--
  return url.slice(0, end)
}

interface Part extends Span {
  readonly is: 'email' | 'phone' | 'masked' | 'words'
}

interface Draft {
  name: string | null
  /** Shares all means with the first. */
  second: string | null
  title: string | null
  organisation: string | null
  phones: string[]
  email: string | null
  masked: boolean
  /** The block of its first means of contact. */
  block: string | null
  /** Only a label has led to it so far: a name without an address counts. */
  led: boolean
}

const newDraft = (led = false): Draft => ({
  name: null,
  second: null,
  title: null,
  organisation: null,
  phones: [],
  email: null,
  masked: false,
  block: null,
  led,
})

const hasMeans = ({ phones, email, masked }: Draft) => phones.length > 0 || email !== null || masked

/** Every person or office with an address or a telephone, in reading order, and every name right behind a label. */
export function contactsOf(blocks: readonly Block[], pack: LanguagePack): Contact[] {
  const found: Contact[] = []
  let draft = newDraft()
  const close = (led = false) => {
    const contact = contactOf(draft)
    if (contact) found.push(contact)
    if (contact && draft.second) found.push({ ...contact, name: draft.second, title: null })
    draft = newDraft(led)
  }
  blocks.forEach((block, i) => {
    if (block.kind !== 'contact') {
      if (block.kind !== 'link' || blocks[i + 1]?.kind !== 'contact') close()
      for (const contact of inProse(block, pack)) found.push(contact)
      return
    }
    readBlock(block)
  })
  close()
  return found

  function readBlock(block: Block): void {
    const text = block.text.slice(0, REACH)
    // `Media:` says for whom the next is.
    if (ROLE.test(text)) {
      label()
      return
    }
    const parts = partsOf(text, pack)
    parts.forEach((part, i) => {
      const value = text.slice(part.start, part.end)
      if (part.is !== 'words') addMeans(part.is, value.trim(), block)
      else {
        const place = { starts: part.start === 0, beside: parts[i + 1] !== undefined, prose: false }
        for (const named of namesIn(value, place, pack)) addName(named, block)
      }
    })
  }

  /** The next is somebody else; what was taken for a name, without an address, was the company of all. */
  function label(): void {
    const company = hasMeans(draft) ? null : (draft.organisation ?? draft.name)
    if (!hasMeans(draft)) draft = newDraft()
    close(true)
    draft.organisation = company
  }

  function addMeans(is: 'email' | 'phone' | 'masked', value: string, block: Block): void {
    if (isOfNext(is, block)) close()
    if (is === 'masked') draft.masked = true
    else if (is === 'email') draft.email = value
    else if (!draft.phones.includes(value)) draft.phones.push(value)
    draft.block = hasMeans(draft) ? (draft.block ?? block.id) : block.id
  }

  /** A second address, or of nobody in particular a second telephone once both are known, begins the next. */
  function isOfNext(is: 'email' | 'phone' | 'masked', block: Block): boolean {
    if (is === 'email') return draft.email !== null
    const isComplete = draft.phones.length > 0 && draft.email !== null
    return is === 'phone' && isComplete && draft.name === null && draft.block !== block.id
  }

  function addName({ is, value }: Named, block: Block): void {
    const begun = hasMeans(draft)
    if (is === 'label') {
      if (begun) close(true)
      else draft.led ||= draft.name === null
      return
    }
    if (begun && (is === 'name' || draft[is] !== null || isComplete(block))) close()
    if (is === 'name' && draft.name !== null) draft.organisation ??= value
    else draft[is] ??= value
    if (is === 'name' && !hasMeans(draft)) draft.block ??= block.id
  }

  function isComplete({ id }: Block): boolean {
    return draft.phones.length > 0 && draft.email !== null && draft.block !== id
  }
}

function contactOf({ name, title, organisation, phones, email, masked, block, led }: Draft): Contact | null {
  const isReachable = phones.length > 0 || email !== null || (masked && name !== null)
  if (block === null || !(isReachable || (led && name?.includes(' ')))) return null
  const phone = phones[0] ?? null
  return { name, title, organisation, phone, ...(phones.length > 1 ? { phones } : {}), email, block }
}

/** Addresses and telephones of a text, and the words between them. */
function partsOf(text: string, pack: LanguagePack): Part[] {
  const means: Part[] = [
    ...Array.from(text.matchAll(EMAIL), m => ({ is: 'email' as const, start: m.index, end: m.index + m[0].length })),
    ...Array.from(text.matchAll(MASKED), m => ({ is: 'masked' as const, start: m.index, end: m.index + m[0].length })),
    ...phonesIn(text, pack).map(span => ({ is: 'phone' as const, ...span })),
  ]
  const parts: Part[] = []
  let at = 0
  for (const part of means.sort((a, b) => a.start - b.start)) {
    if (part.start < at) continue
    if (part.start > at) parts.push({ is: 'words', start: at, end: part.start })
    parts.push(part)
    at = part.end
  }
  if (at < text.length) parts.push({ is: 'words', start: at, end: text.length })
  return parts.filter(part => part.is !== 'phone' || !FAX.test(text.slice(Math.max(0, part.start - 12), part.start)))
}

const NONE: readonly Contact[] = []

/** A contact for each e-mail address of a block that is none itself, and for each telephone that a sentence leads to. */
function inProse(block: Block, pack: LanguagePack): readonly Contact[] {
  const text = block.text.slice(0, REACH)
  const emails = text.includes('@') ? [...text.matchAll(EMAIL)] : []
  if (emails.length === 0) return byTelephone(block, text, pack)
  const phones = phonesIn(text, pack)
  return emails.map((email, i) => {
    const from = i === 0 ? 0 : emails[i - 1]!.index + emails[i - 1]![0].length
    const before = sentenceBefore(text.slice(Math.max(from, email.index - BEFORE), email.index))
    const place = { starts: from === 0, beside: true, prose: !isEntry(text, before) }
    const own = phones.filter(({ start }) => start >= from && start < (emails[i + 1]?.index ?? Infinity))
    const atAddress = namesIn(before, place, pack)
    // > | call Jane Example on 020 7946 0123 or write to jane@elbwerk.example
    const phone = own[0] && own[0].start < email.index && !has(atAddress, 'name') ? own[0].start : null
    const named =
      phone === null
        ? atAddress
        : [...namesIn(sentenceBefore(text.slice(Math.max(from, phone - BEFORE), phone)), place, pack), ...atAddress]
    const first = (is: Named['is']) => named.find(part => part.is === is)?.value ?? null
    return contactOf({
      ...newDraft(),
      name: first('name'),
      title: first('title'),
      organisation: first('organisation'),
      phones: own.map(({ start, end }) => text.slice(start, end)),
      email: email[0],
      block: block.id,
    })!
  })
}

const has = (named: readonly Named[], is: Named['is']) => named.some(part => part.is === is)

/** A name and an address, and no sentence around them: `Jane Example, Elbwerk Marine: jane@elbwerk.example`. */
function isEntry(text: string, before: string): boolean {
  const [first] = before.split(/[,(<]/)
  return !/[.!?]\s*$/.test(text) && first!.trim().split(/\s+/).length <= ENTRY_WORDS
}

// > | ... in Hamburg. For more please write to   what stands before the last full stop is of another sentence
const SENTENCE_END = /[.!?]["”“»]?\s+(?=\p{Lu})/gu

/** The sentence that leads to an address; a full stop behind a short word ends none (`Tel.`, `Dr.`). */
function sentenceBefore(text: string): string {
  let from = 0
  for (const { index, 0: end } of text.matchAll(SENTENCE_END))
    if (/\p{L}{4}$/u.test(text.slice(0, index))) from = index + end.length
  return text.slice(from)
}

function byTelephone(block: Block, text: string, pack: LanguagePack): readonly Contact[] {
  const sure = surePhonesIn(text, pack)
  // What begins with a nought is a telephone where a name stands before it that somebody is told to ask.
  const phones = sure.length > 0 ? sure : phonesIn(text, pack)
  if (phones.length === 0) return NONE
  const before = sentenceBefore(text.slice(Math.max(0, phones[0]!.start - BEFORE), phones[0]!.start))
  const named = namesIn(before, { starts: false, beside: true, prose: true }, pack)
  const first = (is: Named['is']) => named.findLast(part => part.is === is)?.value ?? null
  const name = first('name')
  if (name === null) return NONE
  const own = phones.map(({ start, end }) => text.slice(start, end))
  const draft = { ...newDraft(), name, title: first('title'), organisation: first('organisation'), phones: own }
  return [contactOf({ ...draft, block: block.id })!]
}
