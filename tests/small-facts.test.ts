/** Small things that texts of new styles showed: blanks, signs that were lost, shared telephones, years told elsewhere. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/api/reading.js'
import { readFeatures } from '../src/group/features.js'
import { packOf } from '../src/languages/index.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'

const recordOf = (text: string) => {
  const bytes = new TextEncoder().encode(`${text}\n`)
  return releaseRecord(oneRelease([readDocument({ path: 'release.txt', bytes })]))
}
const read = (text: string) => recordOf(text).documents[0]!

const LONG =
  'The yard of Tarnport builds two ferries for the islands, which will carry cars and people from next summer on.'

describe('double blanks', () => {
  const text = `New ferries\n\n${LONG.replace('builds two', 'builds  two')}  The first was named last week.`

  test('are single in running text, and the edits undo it', () => {
    const { blocks, repairs } = read(text)
    expect(blocks[1]!.text).toBe(`${LONG} The first was named last week.`)
    const spaces = repairs.filter(({ kind }) => kind === 'space')
    expect(spaces.map(({ before, after }) => [before, after])).toEqual([
      ['  ', ' '],
      ['  ', ' '],
    ])
    expect(spaces.map(({ start, end }) => text.slice(start, end))).toEqual(['  ', '  '])
  })

  test.each([
    ['Jane Example  Head of Press  jane@tarnport.example'],
    ['Route          Length          Cars\nNorth          12 km           40\nSouth          19 km           55'],
  ])('stay where they part: %j', lines => {
    expect(
      read(`New ferries\n\n${LONG}\n\n${lines}`)
        .blocks.map(block => block.text)
        .join('\n'),
    ).toContain('  ')
  })
})

describe('a sign before an amount that was lost', () => {
  test.each([
    ['All residents aged ? 65 years may ride for free.', 1],
    ['The share was small (?5 %) in most towns.', 1],
    ['Who pays? 12 towns do.', 0],
    ['Is it late? The 12 towns think so.', 0],
  ])('%s: %i listed', (sentence, count) => {
    const document = read(`New ferries\n\n${LONG} ${sentence}`)
    expect(document.unrepaired.filter(({ kind }) => kind === 'lost-character')).toHaveLength(count)
    expect(document.blocks[1]!.text).toContain(sentence)
  })
})

describe('contacts', () => {
  test('two persons share a telephone', () => {
    const { contacts } = read(`New ferries\n\n${LONG}\n\nContact: Jane Example and Max Muster, tel. 020 7946 0123`)
    expect(contacts.map(({ name, phone }) => [name, phone])).toEqual([
      ['Jane Example', '020 7946 0123'],
      ['Max Muster', '020 7946 0123'],
    ])
  })

  test.each([
    ['Richter am Amtsgericht Dr. Max Muster, Telefon 0555 120-345', 'Max Muster'],
    ['Jelle De Smet, woordvoerder, tel. 09 555 31 40', 'Jelle De Smet'],
  ])('%s', (line, name) => {
    const text = line.includes('Richter')
      ? `Neue Fähren\n\nDie Werft baut zwei Fähren, die ab dem nächsten Sommer fahren werden.\n\nAuskunft: ${line}`
      : `Nieuwe veren\n\nDe werf bouwt twee veren, die vanaf de volgende zomer zullen varen.\n\nContact: ${line}`
    expect(read(text).contacts.map(contact => contact.name)).toEqual([name])
  })
})

describe('dates', () => {
  const body =
    'i tecnici hanno contato 1.200 barche nei porti della costa e pubblicano i dati per ogni comune della regione.'
  test.each([
    [`Roma, 11 feb. (ANSA) - Oggi ${body}\n\nIl rapporto porta la data dell'11 febbraio 2025.`, '2025-02-11'],
    // Another day tells no year, and neither do two years.
    [`Roma, 11 feb. (ANSA) - Oggi ${body}\n\nIl prossimo rapporto esce il 6 marzo 2025.`, null],
    [`Roma, 11 feb. (ANSA) - Oggi ${body}\n\nCome l'11 febbraio 2024 e l'11 febbraio 2025.`, null],
  ])('the year of a dateline is told elsewhere or nowhere: %#', (text, date) => {
    expect(read(`Barche nei porti\n\n${text}`).dateline?.date ?? null).toBe(date)
  })

  test('the end of an embargo is the day of issue where no other is stated', () => {
    expect(recordOf(`EMBARGOED UNTIL 00:01 THURSDAY 30 JANUARY 2025\n\nNew ferries\n\n${LONG}`).issued?.date).toBe(
      '2025-01-30',
    )
    expect(
      recordOf(`EMBARGOED UNTIL 30 JANUARY 2025\n\nNew ferries\n\nKIEL, 28 January 2025 – ${LONG}`).issued?.date,
    ).toBe('2025-01-28')
  })
})

test('the last label of a host is no evidence that two texts are one release', () => {
  const featuresOf = (text: string) => {
    const keys = new Set<number>()
    readFeatures(text, packOf('en')!, { numbers: new Set(), words: [], stems: new Set() }, key => keys.add(key))
    return keys
  }
  const own = featuresOf('write to harbour@norhaven.example')
  expect([...featuresOf('an example')].filter(key => own.has(key))).toEqual([])
  expect([...featuresOf('norhaven')].filter(key => own.has(key))).not.toEqual([])
})
