/**
 * What the documents of a release say of it as a whole: datelines, dates of publication, contacts. What a document has
 * from its siblings (`inheritedFrom`) it does not say itself.
 */
import type { Block, Contact, Dateline, Document, FindingCode, Statement } from '../model.js'
import { isOtherEdition } from './addresses.js'
import { type Claim, disputes, minorityOf, type Side } from './compare.js'
import { distance } from './name-words.js'
import { type Discrepancy, stated, whole } from './views.js'

/** Datelines that some have and others have not, and those that name another place, day or wire. */
export function datelineDisputes(documents: readonly Document[]): Discrepancy[] {
  const having = documents.filter(document => ownDateline(document) !== null)
  if (documents.length < 2 || having.length === 0) return []
  const isUsual = documents.length - having.length <= having.length
  const out = isUsual
    ? missing('dateline-missing', documents, having, document => say(document, ({ text }) => text!))
    : []
  for (const [about, partOf, agree] of PARTS) {
    const stating = having.filter(document => partOf(ownDateline(document)!) !== null)
    const camps = campsOf(
      stating.map(document => [document.id, partOf(ownDateline(document)!)!]),
      agree,
    )
    if (camps.length < 2) continue
    const values = Object.fromEntries(stating.map(document => [document.id, say(document, d => partOf(d)!)]))
    out.push({ code: 'dateline-differs', unit: null, values, minority: outvoted(camps), about })
  }
  return out
}

/** What some documents have, and others have not; `statementsOf` is what a document says of it. */
function missing(
  code: FindingCode,
  documents: readonly Document[],
  having: readonly Document[],
  statementsOf: (document: Document) => readonly Statement[],
): Discrepancy[] {
  const camps = [documents.filter(document => !having.includes(document)), having]
  if (camps[0]!.length === 0) return []
  const values = Object.fromEntries(documents.map(document => [document.id, statementsOf(document)]))
  const voters = camps.map(camp => new Set(camp.map(({ id }) => id)))
  return [{ code, unit: null, values, minority: minorityOf(voters, documents.length) }]
}

type Part = readonly [
  about: string,
  partOf: (dateline: Dateline) => string | null,
  agree: (a: string, b: string) => boolean,
]

const fits = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)
const PARTS: readonly Part[] = [
  ['place', ({ placeKey }) => placeKey, (a, b) => a === b || a.slice(-2) === b || b.slice(-2) === a],
  ['date', ({ date }) => date, fits],
  ['wire', ({ wire }) => wire?.toLowerCase() ?? null, fits],
]

/** A dateline that the document itself has, with its place. */
function ownDateline({ dateline }: Document): Dateline | null {
  return dateline && dateline.inheritedFrom === undefined && dateline.text !== null && dateline.block !== null
    ? dateline
    : null
}

function say(document: Document, partOf: (dateline: Dateline) => string): Statement[] {
  const dateline = ownDateline(document)
  const block = document.blocks.find(({ id }) => id === dateline?.block)
  if (!dateline || !block) return []
  return [stated(block, { start: 0, end: dateline.text?.length ?? 0 }, partOf(dateline))]
}

/** Documents by what they say; the first of a camp speaks for it. */
function campsOf(said: readonly (readonly [id: string, value: string])[], agree: Part[2]): string[][] {
  const camps: { value: string; ids: string[] }[] = []
  for (const [id, value] of said) {
    const camp = camps.find(other => agree(other.value, value))
    if (camp) camp.ids.push(id)
    else camps.push({ value, ids: [id] })
  }
  return camps.map(({ ids }) => ids)
}

/** All who are not in the largest camp; none where there is no largest. */
function outvoted(camps: readonly (readonly string[])[]): string[] {
  const [first, second] = [...camps].sort((a, b) => b.length - a.length)
  if (!first || !second || first.length === second.length) return []
  return camps
    .filter(camp => camp !== first)
    .flat()
    .sort()
}

/** Dates of publication, of a site's header or a crawler, other than the date of the release. */
export function issuedDisputes(documents: readonly Document[], issued: string | null): Discrepancy[] {
  const said = documents.flatMap(document => {
    const date = document.header?.date ?? document.crawled
    const block = document.blocks.find(({ id }) => id === document.header?.block) ?? document.blocks[0]
    return date && block ? [{ document, date, block }] : []
  })
  if (issued === null || !said.some(({ date }) => !fits(date, issued))) return []
  const values = Object.fromEntries(
    said.map(({ document, date, block }) => [document.id, [headed(document, block, date)]]),
  )
  const off = said.filter(({ date }) => !fits(date, issued)).map(({ document }) => document.id)
  const minority = documents.length > 2 && off.length * 2 < documents.length ? off.sort() : []
  return [{ code: 'issued-differs', unit: null, values, minority, about: `the release is of ${issued}` }]
}

/** A crawler's date stands in no block: an empty place before the first. */
const headed = ({ header }: Document, block: Block, date: string) =>
  stated(block, { start: 0, end: header?.date ? block.text.length : 0 }, date)

interface ContactClaim extends Claim {
  readonly kind: 'phone' | 'mail'
  readonly contact: Contact
}

const PHONE_DIGITS = 7
const SLIPS = 2

/** Telephones and addresses of one person or office that differ in a digit or a letter or two, and documents without any. */
export function contactDisputes(documents: readonly Document[]): Discrepancy[] {
  const having = documents.filter(({ contacts }) => contacts.some(isReachable))
  const found = disputes(having.map(contactSide), nearContacts).filter(({ differs }) => differs)
  const out = found.map(({ values, minority }): Discrepancy => {
    return { code: 'contact-differs', unit: null, values, minority }
  })
  const lacking = documents.filter(document => !having.includes(document) && !mentionsAny(document, having))
  const isUsual = lacking.length < having.length
  return isUsual ? [...out, ...missing('contact-missing', [...having, ...lacking], having, contactStatements)] : out
}

const phonesOf = ({ phone, phones }: Contact) => phones ?? (phone ? [phone] : [])
const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '')
const isReachable = (contact: Contact) => contact.email !== null || contact.phone !== null

/** Does a text hold a telephone or an address of the others, in a language that nobody reads? */
function mentionsAny({ blocks }: Document, others: readonly Document[]): boolean {
  const text = blocks.map(block => block.text).join('\n')
  const digits = text.replace(/[^\d\n]/g, '')
  return others.some(({ contacts }) =>
    contacts.some(
      contact =>
        (contact.email !== null && text.includes(contact.email)) ||
        phonesOf(contact).some(phone => digits.includes(digitsOf(phone).slice(-PHONE_DIGITS))),
    ),
  )
}

function contactStatements({ blocks, contacts }: Document): Statement[] {
  const own = new Set(contacts.map(({ block }) => block))
  return blocks.filter(({ id }) => own.has(id)).map(block => whole(block))
}

function contactSide({ id, blocks, contacts }: Document): Side<ContactClaim> {
  const texts = new Map(blocks.map(block => [block.id, block]))
  const claims = contacts.flatMap(contact => {
    const block = texts.get(contact.block)
    const claim = (kind: ContactClaim['kind'], key: string, text: string): ContactClaim[] => {
      const start = block?.text.indexOf(text) ?? -1
      return block && start >= 0
        ? [{ kind, key, at: 0, contact, statement: stated(block, { start, end: start + text.length }, key) }]
        : []
    }
    return [
      ...phonesOf(contact).flatMap(phone =>
        digitsOf(phone).length >= PHONE_DIGITS ? claim('phone', digitsOf(phone), phone) : [],
      ),
      ...(contact.email ? claim('mail', contact.email.toLowerCase(), contact.email) : []),
    ]
  })
  const digits = blocks.map(({ text }) => text.replace(/\D/g, '')).join('\n')
  return {
    document: id,
    claims,
    // The country's code or a nought may be left out.
    allows: ({ kind, key }) => (kind === 'phone' ? digits.includes(key.slice(-PHONE_DIGITS)) : false),
  }
}

/**
 * May one be a slip for the other? Offices in two countries have telephones and addresses much alike (`presse@`, `press@`;
 * the next number): only those of one person, or of an office that has the other means the same, are held against each other.
 */
const nearContacts = (a: ContactClaim, b: ContactClaim) =>
  a.kind === b.kind &&
  isSame(a, b) &&
  distance(a.key, b.key, SLIPS) <= SLIPS &&
  !(a.kind === 'mail' && isOtherEdition(a.key, b.key))
    ? 1
    : 0

function isSame({ kind, contact: a }: ContactClaim, { contact: b }: ContactClaim): boolean {
  if (a.name !== null && b.name !== null) return a.name.toLowerCase() === b.name.toLowerCase()
  if (kind === 'phone') return a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase()
  return phonesOf(a).some(phone =>
    phonesOf(b).some(other => digitsOf(phone).endsWith(digitsOf(other).slice(-PHONE_DIGITS))),
  )
}
