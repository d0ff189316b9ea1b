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
import { companyForms } from '../languages/companies.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Contact, Link, Span } from '../model.js'
import { oncePer } from '../structures/cache.js'
import { alternation } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'
import { phonesIn, WEB_ADDRESS } from './phones.js'

// A block longer than this is read up to here: contacts and links stand in short blocks.
const REACH = 20_000
const MAY_HAVE_URL = /:\/\/|www\./i
const EMAIL = /(?<![\w.%+-])[\w%+-][\w.%+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu
/** What content networks put in the place of an address. */
const MASKED = /\[email[\u00a0 ]protected\]/giu
const FAX = /(?:fax|פקס)[\s.:]{0,4}$/iu
const TRAILING = /[.,;:!?'’”“"»)\]]$/
const COMPANY = new RegExp(`(?<![\\p{L}])(?:${alternation(companyForms)})(?![\\p{L}])`, 'u')
// > | Elbwerk Marine, Inc.   one part
const PARTS = new RegExp(`,(?!\\s?(?:${alternation(companyForms)})(?!\\p{L}))|[;:|\\n()]| [-–—] |\\s{2,}`, 'u')
const MAIL_WORD = /^(?:e-?mail|mail|web|website|www|internet|דוא["״]ל|מייל)\b/iu
const ROLE = /^\S{1,30}(?: \S{1,30}){0,2}:$/u
const NAME_WORDS = 5
const PART_WORDS = 8
const BEFORE = 300

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
  title: string | null
  organisation: string | null
  phone: string | null
  email: string | null
  masked: boolean
  /** The block of its first means of contact. */
  block: string | null
}

/** Every person or office with an address or a telephone, in reading order. */
export function contactsOf(blocks: readonly Block[], pack: LanguagePack): Contact[] {
  const found: Contact[] = []
  let draft = newDraft()
  let isNew = true
  const close = () => {
    if (isNew) return
    const { masked, block, ...contact } = draft
    if (block && (contact.phone || contact.email || (masked && contact.name))) found.push({ ...contact, block })
    draft = newDraft()
    isNew = true
  }
  blocks.forEach((block, i) => {
    if (block.kind !== 'contact') {
      if (block.kind !== 'link' || blocks[i + 1]?.kind !== 'contact') close()
      for (const contact of addressesIn(block, pack)) found.push(contact)
      return
    }
    const text = block.text.slice(0, REACH)
    // `Media:` says for whom the next is.
    if (ROLE.test(text)) return
    for (const part of partsOf(text, pack)) {
      if (part.is === 'words') addWords(text.slice(part.start, part.end), part.start === 0)
      else addMeans(part.is, text.slice(part.start, part.end).trim(), block.id)
    }
  })
  close()
  return found

  function addMeans(is: 'email' | 'phone' | 'masked', value: string, block: string): void {
    if (is === 'email' ? draft.email !== null : is === 'phone' && draft.phone !== null && draft.email !== null) close()
    isNew = false
    if (is === 'masked') draft.masked = true
    else draft[is] ??= value
    draft.block ??= block
  }

  function addWords(text: string, starts: boolean): void {
    for (const { is, value } of namesIn(text, starts, pack)) {
      const begun = draft.phone !== null || draft.email !== null || draft.masked
      if (begun && (is === 'name' || (is === 'organisation' && draft.organisation))) close()
      isNew = false
      draft[is] ??= value
    }
  }
}

const newDraft = (): Draft => ({
  name: null,
  title: null,
  organisation: null,
  phone: null,
  email: null,
  masked: false,
  block: null,
})

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

/** A contact for each e-mail address of a block that is none itself. */
function addressesIn(block: Block, pack: LanguagePack): readonly Contact[] {
  if (!block.text.includes('@')) return NONE
  const text = block.text.slice(0, REACH)
  const emails = [...text.matchAll(EMAIL)]
  const phones = emails.length > 0 ? phonesIn(text, pack) : []
  return emails.map((email, i) => {
    const from = i === 0 ? 0 : emails[i - 1]!.index + emails[i - 1]![0].length
    const named = namesIn(text.slice(from, Math.min(email.index, from + BEFORE)), from === 0, pack)
    const first = (is: Named['is']) => named.find(part => part.is === is)?.value ?? null
    const phone = phones[i] ? text.slice(phones[i].start, phones[i].end) : null
    return {
      name: first('name'),
      title: first('title'),
      organisation: first('organisation'),
      phone,
      email: email[0],
      block: block.id,
    }
  })
}

interface Named {
  readonly is: 'name' | 'title' | 'organisation'
  readonly value: string
}

/** What the words before an address name; `starts` where the block begins with them. */
const namesIn = (text: string, starts: boolean, pack: LanguagePack): Named[] =>
  text.split(PARTS).flatMap((part, i) => namedIn(part, starts && i === 0, pack))

/** What a part between two commas names: nothing where it leads to a contact, or is too long. */
function namedIn(part: string, first: boolean, pack: LanguagePack): Named[] {
  const patterns = patternsOf(pack)
  const words = part.replaceAll(/[<>]/g, ' ').trim().split(/\s+/)
  while (words.length > 2 && /^\p{Ll}/u.test(words[0]!) && pack.abbreviations.includes(words[0]!)) words.shift()
  const value = words.join(' ')
  if (value === '' || words.length > PART_WORDS || /[\d@]|www\./.test(value) || MAIL_WORD.test(value)) return []
  if (patterns.phoneWord(value)) return []
  if (COMPANY.test(value)) return patterns.contactLead(value) ? [] : [{ is: 'organisation', value }]
  const position = words.map(word => isPosition(word, pack))
  // `Kommunikationschef Lars Munk`: the position before the name.
  const names = words.slice(1)
  if (
    position[0] &&
    names.length >= 2 &&
    names.length <= 3 &&
    names.every((word, i) => isName(word) && !position[i + 1])
  )
    return [
      { is: 'title', value: words[0]! },
      { is: 'name', value: names.join(' ') },
    ]
  const isTitle = position.includes(true) || isPosition(value, pack)
  // `Woordvoerder: Piet Voorbeeld` leads to a person, `Piet Voorbeeld, woordvoerder` tells what he is.
  if (patterns.contactLead(value) && (first || !isTitle)) return []
  if (isTitle) return [{ is: 'title', value }]
  return words.length <= NAME_WORDS && areNames(words) ? [{ is: 'name', value }] : []
}

/** `Out of hours` is no name: only short words are small in one. */
const areNames = (words: readonly string[]) =>
  isName(words[0]!) && isName(words.at(-1)!) && words.every(word => isName(word) || word.length <= 4)

const isName = (word: string) => /^[\p{Lu}\p{Lo}]/u.test(word)

function isPosition(text: string, pack: LanguagePack): boolean {
  const low = text.toLowerCase()
  // A part of three letters (`CEO`, `VP`) is a word of its own.
  return lowerTitles(pack).some(part => (part.length > 3 ? low.includes(part) : low === part))
}

const lowerTitles = oncePer((pack: LanguagePack) => pack.jobTitles.map(part => part.toLowerCase()))
