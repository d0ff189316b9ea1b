/** Where blocks end: layouts, joins at line ends, furniture of the page. Kinds are tested in segment-kinds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packOf, packs } from '../src/languages/index.js'
import type { WrapMode } from '../src/model.js'
import { segment } from '../src/segment/segment.js'
import { applyRepairs, undoRepairs } from '../src/text/edits.js'

const de = packOf('de')!
const texts = (text: string, tag = 'de') => segment(text, packOf(tag)!, tag).blocks.map(block => block.text)
const edits = (text: string, tag = 'de') => segment(text, packOf(tag)!, tag).repairs

const paragraphs = [
  'Neue Fähren für den Norden',
  'Die Elbwerk AG baut drei Fähren für die nördlichen Inseln. Das teilte das Unternehmen am Montag in Hamburg mit. Die Schiffe sollen ohne Diesel fahren und je 400 Fahrgäste aufnehmen, sagte eine Sprecherin.',
  'Der Auftrag hat einen Wert von 90 Millionen Euro und sichert nach Angaben der Werft rund 220 Arbeitsplätze. Mit dem Bau soll noch in diesem Jahr begonnen werden, sobald die Genehmigung vorliegt.',
  'Die erste Fähre wird nach der Planung im 15. Jahr des Bestehens der Werft getauft, und zwar von der Tochter des Gründers, die dem Unternehmen bis heute als Beirätin verbunden ist und es berät.',
]

/** Wraps greedily, as a text editor does. */
function wrap(text: string, width: number, first = ''): string[] {
  const lines = [first]
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line.trim() === '') lines[lines.length - 1] = line + word
    else if (line.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

const layouts: [string, string, WrapMode][] = [
  ['a paragraph a line', paragraphs.join('\n\n'), 'one-line-paragraphs'],
  ['a paragraph a line, no blank lines', `${paragraphs.join('\n')}\n`, 'one-line-paragraphs'],
  ['wrapped', paragraphs.map(p => wrap(p, 64).join('\n')).join('\n\n'), 'hard-wrapped'],
  [
    'wrapped with CRLF and stray blanks',
    paragraphs.map(p => wrap(p, 64).join('  \r\n')).join('\r\n \t\r\n\r\n'),
    'hard-wrapped',
  ],
  ['wrapped with CR', paragraphs.map(p => wrap(p, 64).join('\r')).join('\r\r'), 'hard-wrapped'],
  [
    'within a margin',
    paragraphs
      .map(p =>
        wrap(p, 64)
          .map(line => `   ${line}`)
          .join('\n'),
      )
      .join('\n\n'),
    'hard-wrapped',
  ],
  ['indented, no blank lines', paragraphs.map(p => wrap(p, 62, '  ').join('\n')).join('\n'), 'indented'],
  ['every line followed by a blank one', paragraphs.flatMap(p => wrap(p, 66)).join('\n\n'), 'double-spaced'],
  ['the same, wider between paragraphs', paragraphs.map(p => wrap(p, 71).join('\n\n')).join('\n\n\n'), 'double-spaced'],
]

test.each(layouts)('%s', (_, text, mode) => {
  const { blocks, layout } = segment(text, de, 'de')
  expect(blocks.map(block => block.text)).toEqual(paragraphs)
  expect(layout.wrap).toBe(mode)
})

describe('double-spaced lines', () => {
  const line = (text: string, width = 60) => wrap(text, width)

  test('a dateline starts a paragraph though the line before it is full', () => {
    const lede =
      'Die Elbwerk AG hat heute den größten Auftrag ihrer jungen Geschichte vorgestellt und dabei auch einen Blick auf die kommenden drei Jahre geworfen, die ganz im Zeichen der Fähren stehen.'
    const full = [...line(lede).slice(0, -1), 'kommenden drei Jahre, die ganz im Zeichen der Fähren stehen.']
    const news =
      'HAMBURG, March 02, 2026 (NORDWIRE) -- Die Fähren werden in der neuen Halle gebaut, die im Herbst fertig geworden ist und die so hoch ist, dass auch Schiffe darin gebaut werden können, die noch größer sind.'
    expect(texts([...full, ...line(news)].join('\n\n'))).toEqual([full.join(' '), news])
  })

  test('a number with a full stop is no end of a sentence', () => {
    const text = [
      'Die Werft, die seit vielen Jahren Fähren baut, stellt sich im',
      '15. Fünfjahresplan der Region auf neue Antriebe ein, die bisher',
      'niemand in dieser Größe gebaut hat und die auch auf langen',
      'Strecken tragen sollen, wie der Vorstand mitteilte, denn sonst',
      'werden die Schiffe, die hier gebaut werden, niemals fertig.',
    ]
    expect(texts(text.join('\n\n'))).toEqual([text.join(' ')])
  })
})

describe('line ends', () => {
  test.each([
    ['de', 'Das Haus der Frühlingsfest-', 'Gala steht am Hafen.', 'Das Haus der Frühlingsfest-Gala steht am Hafen.'],
    [
      'de',
      'Die Werft liefert ins In- ',
      'und Ausland viele neue Schiffe.',
      'Die Werft liefert ins In- und Ausland viele neue Schiffe.',
    ],
    [
      'de',
      'Die Werft baut eine neue Ar-',
      'beit für viele Menschen auf.',
      'Die Werft baut eine neue Arbeit für viele Menschen auf.',
    ],
    [
      'de',
      'Das Schiff mit KI-',
      'gestützter Steuerung fährt bald.',
      'Das Schiff mit KI-gestützter Steuerung fährt bald.',
    ],
    [
      'it',
      'Una nuova interfaccia cervello-',
      'computer per tutte le navi.',
      'Una nuova interfaccia cervello-computer per tutte le navi.',
    ],
    [
      'it',
      'Una nuova nave per tutta la co-',
      'munità delle isole del nord.',
      'Una nuova nave per tutta la comunità delle isole del nord.',
    ],
    [
      'nl',
      'Het nieuwe schip is er voor land- ',
      'en tuinbouw in het hele land.',
      'Het nieuwe schip is er voor land- en tuinbouw in het hele land.',
    ],
    [
      'nl',
      'De werf bouwt voor de gemeen-',
      'te drie grote nieuwe schepen.',
      'De werf bouwt voor de gemeente drie grote nieuwe schepen.',
    ],
    [
      'da',
      'Skibet sejler mellem ind- ',
      'og udland hele det næste år.',
      'Skibet sejler mellem ind- og udland hele det næste år.',
    ],
    [
      'da',
      'Skibet skal sejle for kommu-',
      'nen hele det næste lange år.',
      'Skibet skal sejle for kommunen hele det næste lange år.',
    ],
    [
      'en',
      'The new ship runs on a long-',
      'term contract for the islands.',
      'The new ship runs on a long-term contract for the islands.',
    ],
    [
      'en',
      'The new ship is built for the govern-',
      'ment of the northern islands.',
      'The new ship is built for the government of the northern islands.',
    ],
    [
      'he',
      'הספינה החדשה תפליג בקו תל אביב-',
      'יפו מדי יום ביומו במשך השנה.',
      'הספינה החדשה תפליג בקו תל אביב-יפו מדי יום ביומו במשך השנה.',
    ],
    [
      'de',
      'Die Werft plant die Jahre 2026-',
      '2030 jetzt schon sehr genau.',
      'Die Werft plant die Jahre 2026-2030 jetzt schon sehr genau.',
    ],
    [
      'de',
      'Das Schiff fährt sicher \u2013',
      'und das auch bei hohem Seegang.',
      'Das Schiff fährt sicher \u2013 und das auch bei hohem Seegang.',
    ],
  ])('%s: %s|%s', (tag, a, b, joined) => {
    const last = tag === 'he' ? 'והכול לטובת התושבים.' : 'x y z.'
    const middle = tag === 'he' ? 'ועוד שורה ארוכה של מילים שאין לה סוף ואין לה' : 'und'
    const filler = wrap(`${middle} ${'lorem ipsum dolor sit amet consetetur '.repeat(6)}${last}`, 44)
    expect(texts([a, b, '', ...filler].join('\n'), tag)[0]).toBe(joined)
  })

  test('the same word elsewhere in the text decides', () => {
    const rest = 'Die Sonderwortfähre fährt, und die Sonder-Spielfähre auch, und zwar den ganzen langen Tag über.'
    expect(texts(`Hier fährt die neue und ganz große Sonder-\nwortfähre über das weite Meer.\n\n${rest}`)[0]).toContain(
      'Sonderwortfähre',
    )
  })

  test('an address goes on, and keeps a hyphen of its own', () => {
    const text =
      'Mehr über die neuen Fähren steht wie immer hier:\n\nhttps://elbwerk.example/news/2026-03-01/The-new-ferries-of-\nthe-north-1L9VhC4/p.html\n\nElbwerk presse@elbwerk.example\n'
    expect(texts(text)[1]).toBe('https://elbwerk.example/news/2026-03-01/The-new-ferries-of-the-north-1L9VhC4/p.html')
  })

  test('two addresses are two blocks', () => {
    expect(texts('https://elbwerk.example/a/\nhttps://elbwerk.example/b/\n')).toHaveLength(2)
  })
})

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
  const broken = [lines[0], lines[1], '', '- 1 -', '\fNeue Fähren, Seite 2 von 2', lines[2], ...lines.slice(3)]

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

  test('a number that is no page stays', () => {
    expect(texts(`${paragraphs[1]}\n\n2026\n\n${paragraphs[2]}`)).toContain('2026')
    expect(broken.length).toBeGreaterThan(4)
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

describe('laws', () => {
  // Lines of the kinds that texts are made of, put together in any order.
  const line = fc.oneof(
    fc.constantFrom(...paragraphs, ...wrap(paragraphs[2]!, 50), ...wrap(paragraphs[3]!, 50)),
    fc.constantFrom(
      '',
      '',
      ' ',
      '\t',
      '- 3 -',
      '===',
      'Seite 2',
      '* Fähre',
      '  – Halle',
      '1. Werft',
      '2. Werft',
      'Kontakt:',
      'In-',
      '^x',
      'a\tb\tc',
      '\u2028',
      '\u00a0',
    ),
    fc.constantFrom(
      'HAMBURG, 3. Mai 2026 (NORDWIRE) -- Die',
      'https://elbwerk.example/a-',
      'b/c.html',
      'שלום עולם, זה',
      'הסוף של המשפט.',
      '😀 Die',
      '\ud800',
    ),
    fc.string({ maxLength: 90 }),
  )
  const text = fc
    .tuple(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\r', '\f', '\n \n\n')), { maxLength: 30 }),
      fc.constantFrom('', ' ', 'date 2026-03-02 '),
    )
    .map(([lines, before]) => before + lines.flat().join(''))

  test('the edits lead to the blocks and back, and no character is lost', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...packs), (source, pack) => {
        const { blocks, repairs } = segment(source, pack, 'x')
        const joined = blocks.map(block => block.text).join('\n\n')
        expect(applyRepairs(source, repairs)).toBe(joined)
        expect(undoRepairs(joined, repairs)).toBe(source)
        let at = 0
        for (const repair of repairs) {
          expect(repair.start).toBeGreaterThanOrEqual(at)
          expect(source.slice(repair.start, repair.end)).toBe(repair.before)
          at = repair.end
        }
        expect(blocks.every(block => block.text.trim() === block.text && block.text !== '')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('cutting the blocks again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...paragraphs), fc.boolean())),
        fc.constantFrom(50, 64, 78),
        (list, width) => {
          const source = list.map(([p, wrapped]) => (wrapped ? wrap(p, width).join('\n') : p)).join('\n\n')
          const once = segment(source, de, 'de').blocks.map(block => block.text)
          const again = segment(once.join('\n\n'), de, 'de')
          expect(again.blocks.map(block => block.text)).toEqual(once)
          expect(again.repairs).toEqual([])
        },
      ),
      { numRuns: 100 },
    )
  })

  test.each([
    ['one line', (n: number) => 'Wort '.repeat(n)],
    ['blanks', (n: number) => `a${' '.repeat(5 * n)}b`],
    ['short lines', (n: number) => 'x\n'.repeat(n / 4)],
    ['an address', (n: number) => `https://${'a-'.repeat(2 * n)}`],
    ['quotes', (n: number) => '"'.repeat(5 * n)],
  ])('time grows with the size: %s', (_, make) => {
    const time = (n: number) => {
      const source = make(n)
      const start = performance.now()
      segment(source, de, 'de')
      return performance.now() - start
    }
    time(1e4)
    // Ten times the size may cost forty times the time; a quadratic pass would cost a hundred.
    expect(time(4e5)).toBeLessThan(40 * Math.max(5, time(4e4)))
  })
})
