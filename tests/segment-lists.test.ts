/** Lists, headings, tables, pages, and the edits that come of them. */
import { describe, expect, test } from 'vitest'
import { segment } from '../src/segment/segment.js'
import { de, edits, paragraphs, texts, wrap } from './segment-texts.js'

describe('lists, headings, tables', () => {
  const intro =
    'Die Werft hat für das kommende Jahr drei große Ziele, die\nsie am Montag in Hamburg vorgestellt hat und auf die sie hinarbeitet:'

  test('items hang under their text', () => {
    const text = `${intro}\n\n  * drei neue Fähren, die ohne Diesel fahren und die bis zum Herbst\n    fertig werden\n  * eine Halle\n  * 40 neue Stellen\n`
    expect(texts(text).slice(1)).toEqual([
      '* drei neue Fähren, die ohne Diesel fahren und die bis zum Herbst fertig werden',
      '* eine Halle',
      '* 40 neue Stellen',
    ])
  })

  test.each(['\n', '\n\n'])('items without marks that begin with small letters are no wrapped prose (%j)', gap => {
    const items = [
      'lotse — kleines Werkzeug für die Pflege von Seekarten am Rechner',
      'tide-nl — zeigt Hoch- und Niedrigwasser der Küste für die nächsten sieben Tage an',
      'logbuch — ein Heft für unterwegs',
      'funkpeiler — findet Sender im Umkreis von zwanzig Seemeilen und meldet ihre Kennung',
      'möwe — spielt Geräusche vom Hafen',
      'kran-plan — Verteilung der Ladung auf Kräne und Liegeplätze nach Gewicht und Zeit',
      'schleuse — wartet, bis das Wasser steht',
      'echolot — misst die Tiefe unter dem Kiel und warnt vor Sandbänken im Fahrwasser',
      'wetterhahn — holt alle drei Stunden den Seewetterbericht der nächsten Station',
      'ankerwache — weckt die Mannschaft',
    ]
    expect(texts(items.join(gap))).toEqual(items)
  })

  test('numbers count on; a number in prose is none', () => {
    const text = `${intro}\n1. drei neue Fähren\n2. eine Halle\n\nDas alles soll bis zum Ende des Jahres fertig sein, und zwar vor dem\n31. Dezember, sagte die Sprecherin der Werft am Montag in Hamburg.\n`
    expect(texts(text)).toHaveLength(4)
  })

  test('a dash at the start of a line of prose begins no item', () => {
    const text =
      'Die Werft baut in diesem Jahr drei große Fähren für den Norden des\nLandes, die ohne Diesel fahren und bis zum Herbst\nendlich fertig werden sollen, weil die Inseln darauf warten müssen\n– ein Auftrag, wie es ihn hier noch nie gegeben hat, seit es sie gibt.'
    expect(texts(text)).toHaveLength(1)
  })

  test('a blank line lost before an indented heading', () => {
    const text = `${wrap(paragraphs[1]!, 70).join('\n')}\n Drei Ziele der Werft\n\n${wrap(paragraphs[2]!, 70).join('\n')}\n`
    expect(texts(text)).toEqual([paragraphs[1], 'Drei Ziele der Werft', paragraphs[2]])
  })

  test('the rule under a heading is taken out and recorded', () => {
    const text = `Drei Ziele\n==========\n\n${paragraphs[1]}\n`
    const { blocks, repairs } = segment(text, de, 'de')
    expect(blocks.map(block => [block.kind, block.text])).toEqual([
      ['title', 'Drei Ziele'],
      ['paragraph', paragraphs[1]],
    ])
    expect(repairs[0]).toMatchObject({ kind: 'marker', before: '\n==========\n\n', after: '\n\n' })
  })

  test('rows of a table stay rows', () => {
    const table = 'Jahr\tFähren\tPlätze\n2025\t2\t700\n2026\t3\t1.200'
    const { blocks } = segment(`${paragraphs[1]}\n\n${table}\n\n${paragraphs[2]}\n`, de, 'de')
    expect(blocks[1]).toMatchObject({ kind: 'table', text: table })
  })
})

describe('pages', () => {
  const lines = wrap(paragraphs[3]!, 60)

  test('a page that ends in the middle of a sentence ends no paragraph', () => {
    const text = `${wrap(paragraphs[1]!, 60).join('\n')}\n\n${[lines[0], lines[1], '', '- 1 -', `\f${lines[2]}`, ...lines.slice(3)].join('\n')}\n`
    const { blocks, repairs } = segment(text, de, 'de')
    expect(blocks.map(block => block.text)).toEqual([paragraphs[1], paragraphs[3]])
    expect(blocks[1]!.spans).toHaveLength(2)
    expect(repairs.filter(repair => repair.kind === 'running-head')).toHaveLength(1)
    expect(
      blocks[1]!.spans
        .map(span => text.slice(span.start, span.end))
        .join(' ')
        .replace(/\n/g, ' '),
    ).toBe(paragraphs[3])
  })

  test('heads that run over the pages are taken out', () => {
    const pages = [1, 2, 3].map(n => `Elbwerk AG, Mitteilung ${n}\n\n${wrap(paragraphs[n]!, 60).join('\n')}\n`)
    const { blocks, repairs } = segment(pages.join('\f'), de, 'de')
    expect(blocks.map(block => block.text).slice(-3)).toEqual(paragraphs.slice(1))
    expect(repairs.filter(repair => repair.kind === 'running-head').length).toBeGreaterThanOrEqual(2)
  })

  test('heads between page numbers, without form feeds; the first may be a letterhead', () => {
    const pages = [1, 2, 3].map(n => `Elbwerk AG, Presse\n\n${wrap(paragraphs[n]!, 60).join('\n')}\n\nSeite ${n}`)
    expect(texts(pages.join('\n'))).toEqual(['Elbwerk AG, Presse', ...paragraphs.slice(1)])
  })

  test('one head in the middle of a sentence', () => {
    const lines = wrap(paragraphs[3]!, 60)
    const head = ['', '- 1 -', 'Elbwerk AG, Presse', '']
    const text = [...lines.slice(0, 3), ...head, ...lines.slice(3), '', ...wrap(paragraphs[2]!, 60)]
    expect(texts(text.join('\n'))).toEqual([paragraphs[3], paragraphs[2]])
  })

  test('a number that is no page stays', () => {
    expect(texts(`${paragraphs[1]}\n\n2026\n\n${paragraphs[2]}`)).toContain('2026')
  })
})

describe('edits', () => {
  test('one for a line break, none in clean text', () => {
    expect(edits(`${paragraphs.join('\n\n')}\n`)).toMatchObject([{ kind: 'break', before: '\n', after: '' }])
    const wrapped = wrap(paragraphs[1]!, 60)
    const found = edits(wrapped.join('\n'))
    expect(found).toHaveLength(wrapped.length - 1)
    expect(found[0]).toMatchObject({ kind: 'unwrap', evidence: 'layout', before: '\n', after: ' ', lossy: false })
  })

  test('blanks inside a line are left alone', () => {
    expect(edits('Die Fähre  fährt (GBA) , und zwar bald.')).toEqual([])
  })

  test('a mark before the text is removed', () => {
    expect(edits(`^${paragraphs[1]}`)).toMatchObject([{ kind: 'marker', before: '^', after: '' }])
  })
})
