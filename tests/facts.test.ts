/**
 * The facts of ninety invented releases and notices in the styles of wires, newsrooms, authorities, associations, schools and
 * free software, in `facts-texts.txt`: above each text its facts, before its short lines the kinds that they may have, or
 * `<!heading>`. Most of them were written after the rules they test. What is not right yet is in KNOWN, and tells when it is mended.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/api/reading.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'

const KNOWN: ReadonlySet<string> = new Set([
  // Nothing but one mention names the issuer.
  'a29 he: issuer',
  // A day without its year, and the day of the week of a sentence.
  'a20 nl: date',
  'a24 it: date',
  'b22 it: date',
  // A place with a full stop and no date.
  'c06 de: place',
  // Leads that no pack takes for what they are here, and lines of an author below a title.
  'a08 de: kind of Herausgeber:',
  'b03 en: kind of For more information',
  'b03 en: kind of Questions and answers on ship waste',
  'b26 it: kind of Il presente comunicato contiene dichiara',
  'c10 de: kind of Petra Wölfl Presse- und Öffentlichkeitsa',
  // A line of the site, what another list offers, a disclaimer of an exchange.
  'd07 de: kind of Ein Dokument',
  'd17 nl: kind of Uitspraken',
  'd20 it: kind of A cura di',
  'd20 it: kind of Tempo di lettura: 2 minuti',
  'e02 en: kind of Neither TSX Venture Exchange nor its Reg',
  // An office signs for its town; without capitals nothing ends the name; no word of the name says what it is.
  'd20 it: issuer',
  'e24 he: issuer',
  'f09 de: issuer',
  // A lead that nothing but its place tells from the text.
  'f13 da: summary',
  'f13 da: kind of Ny test af 6.400 skolebørn viser, at tra',
  // The title behind a line that says which case it is.
  'g08 de: title',
  'g08 de: summary',
  'g08 de: kind of Urteil in der Rechtssache C-555/14',
  'g08 de: kind of Schleusengeld darf nicht nach der Flagge',
  // A court is called by its town, behind a small word.
  'f14 da: issuer',
  'f14 da: title',
  'f14 da: summary',
  'f14 da: kind of Nyt fra Retten i Hjelmby',
  'f14 da: kind of Dom i sag om svindel med sommerhuse',
])

const FACT = /^(date|place|wire|issuer|contact|title|summary): ?(.*)$/
const MARK = /^<([a-z!,-]+)> /
const HEADINGS = ['heading', 'title', 'summary']

interface Case {
  readonly id: string
  readonly text: string
  /** What a fact may be, null for none. */
  readonly facts: ReadonlyMap<string, readonly (string | null)[]>
  readonly names: readonly string[]
  readonly phones: readonly string[]
  readonly lines: readonly { readonly text: string; readonly at: number; readonly kinds: readonly string[] }[]
}

function caseOf(part: string): Case {
  const lines = part.trimEnd().split('\n')
  const id = lines.shift()!
  const facts = new Map<string, (string | null)[]>([['summary', [null]]])
  const contacts: string[] = []
  for (let fact = FACT.exec(lines[0]!); fact; fact = FACT.exec(lines[0]!)) {
    const [, name, value] = fact as unknown as [string, string, string]
    if (name === 'contact') contacts.push(value)
    else if (value === '?') facts.delete(name)
    else facts.set(name, value === '-' ? [null] : value.split(' | '))
    lines.shift()
  }
  while (lines[0] === '') lines.shift()
  const bare = lines.map(line => line.replace(MARK, ''))
  const marked = lines.map((line, i) => ({
    text: bare[i]!,
    at: bare.slice(0, i).join('\n').length + (i > 0 ? 1 : 0),
    kinds: MARK.exec(line)?.[1]?.split(',') ?? [],
  }))
  for (const { text, kinds } of marked) if (kinds[0] === 'title' || kinds[0] === 'summary') facts.set(kinds[0], [text])
  const field = (contact: string, k: number) => contact.split(' ; ')[k] ?? ''
  return {
    id,
    text: bare.join('\n'),
    facts,
    names: contacts.map(contact => field(contact, 0)),
    phones: contacts.flatMap(contact => field(contact, 1).split(' / ')).map(digits),
    lines: marked.filter(({ kinds }) => kinds.length > 0),
  }
}

const digits = (phone: string) => phone.replaceAll(/\D/g, '')

const CASES = readFileSync(join(import.meta.dirname, 'facts-texts.txt'), 'utf8')
  .split(/^=== /m)
  .slice(1)
  .map(caseOf)

describe.each(CASES)('$id', ({ id, text, facts, names, phones, lines }) => {
  const bytes = new TextEncoder().encode(`${text}\n`)
  const record = releaseRecord(oneRelease([readDocument({ path: 'release.txt', bytes })]))
  const document = record.documents[0]!
  const found: Readonly<Record<string, string | null>> = {
    title: document.title,
    summary: document.summary,
    issuer: document.issuer,
    date: record.issued?.date ?? null,
    place: document.dateline?.place ?? null,
    wire: document.wire,
  }
  const check = (what: string, run: () => void) => (KNOWN.has(`${id}: ${what}`) ? test.fails : test)(what, run)

  check('language', () => expect(document.language.tag).toBe(id.slice(-2)))
  for (const [name, good] of facts) check(name, () => expect(good).toContain(found[name]))
  check('contacts', () => {
    const given = document.contacts.flatMap(({ name }) => name ?? [])
    expect(given.toSorted()).toEqual(
      names.map(name => name.split('|').find(one => given.includes(one)) ?? name).toSorted(),
    )
  })
  check('telephones', () => {
    const given = document.contacts.flatMap(({ phone, phones: all }) => all ?? phone ?? [])
    expect([...new Set(given.map(digits))].sort()).toEqual([...new Set(phones.filter(Boolean))].sort())
  })
  for (const line of lines)
    check(`kind of ${line.text.slice(0, 40)}`, () => {
      const block = document.blocks.find(({ spans }) =>
        spans.some(({ start, end }) => start <= line.at && line.at < end),
      )
      if (line.kinds.includes('!heading')) expect(HEADINGS).not.toContain(block?.kind)
      else expect(line.kinds).toContain(block?.kind)
    })
  check('nothing is repaired', () =>
    expect(document.repairs.filter(({ at }) => at?.block && at.start < at.end)).toEqual([]),
  )
})
