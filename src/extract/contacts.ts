/**
 * Persons, addresses and links that blocks name. An e-mail address or a telephone number makes a contact; the name is
 * what stands before it, without the words that lead to it.
 */
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Contact, Link } from '../model.js'
import { patternsOf } from '../text/patterns.js'

// A block longer than this is read up to here: contacts and links stand in short blocks.
const REACH = 20_000
const URL = /(?:https?:\/\/|www\.)[^\s<>"“”«»|]{3,2000}/giu
const EMAIL = /(?<![\w.%+-])[\w%+-][\w.%+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu
const PHONE = /(?<![\d.,/\w-])(?:\+\d{1,3}|\(0?\d{1,5}\)|0)[\d\s()./\u00a0–-]{5,22}\d(?![\d\w])/gu
const TRAILING = /[.,;:!?'’”“"»)\]]$/

/** Every web address, in reading order; punctuation of the sentence is not part of it. */
export function linksOf(blocks: readonly Block[]): Link[] {
  return blocks.flatMap(block =>
    Array.from(block.text.slice(0, REACH).matchAll(URL), match => ({ url: bare(match[0]), block: block.id })),
  )
}

function bare(url: string): string {
  let end = url.length
  while (end > 0 && TRAILING.test(url[end - 1]!) && !(url[end - 1] === ')' && url.slice(0, end).includes('('))) end--
  return url.slice(0, end)
}

/** One contact a line of a contact block, or a block with several; blocks of other kinds name only e-mail addresses. */
export function contactsOf(blocks: readonly Block[], pack: LanguagePack): Contact[] {
  return blocks.flatMap((block): Contact[] => {
    const text = block.text.slice(0, REACH)
    const emails = [...text.matchAll(EMAIL)]
    if (emails.length === 0 && block.kind !== 'contact') return []
    const phones = phonesIn(text, pack)
    if (emails.length > 0)
      return emails.map((email, i) => ({
        name: nameBefore(text, emails, i, pack),
        phone: phones[i] ?? null,
        email: email[0],
        block: block.id,
      }))
    return phones.length > 0
      ? [
          {
            name: nameIn(text.slice(0, text.indexOf(phones[0]!)), pack),
            phone: phones[0]!,
            email: null,
            block: block.id,
          },
        ]
      : []
  })
}

/** Numbers after a word for telephone, or else numbers that begin like one. */
function phonesIn(text: string, pack: LanguagePack): string[] {
  const named = Array.from(text.matchAll(patternsOf(pack).phoneNumber), match => match[1]!.trim())
  if (named.length > 0) return named
  return Array.from(text.replace(URL, ' ').matchAll(PHONE), match => match[0].trim())
}

function nameBefore(text: string, emails: readonly RegExpExecArray[], i: number, pack: LanguagePack): string | null {
  const from = i === 0 ? 0 : emails[i - 1]!.index + emails[i - 1]![0].length
  return nameIn(text.slice(from, emails[i]!.index), pack)
}

/** The first part between punctuation marks that is a name: capitals (or Hebrew), few words, no lead-in. */
function nameIn(text: string, pack: LanguagePack): string | null {
  const patterns = patternsOf(pack)
  for (const part of text.slice(0, 300).split(/[,;:|\n()]| [-–—] |\s{2,}/)) {
    const words = part.replace('<', ' ').trim().split(/\s+/)
    while (words.length > 2 && /^\p{Ll}/u.test(words[0]!) && pack.abbreviations.includes(words[0]!)) words.shift()
    const name = words.join(' ')
    if (name === '' || words.length > 5 || /[\d@]/.test(name) || patterns.contactLead(name) || patterns.phoneWord(name))
      continue
    if (/^(?:e-?mail|mail|web|www|דוא["״]ל)\b/iu.test(name)) continue
    if (/^[\p{Lu}\p{Lo}]/u.test(name)) return name
  }
  return null
}
