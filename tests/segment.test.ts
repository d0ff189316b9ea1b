/** Where blocks end: layouts, and joins at line ends. */
import { describe, expect, test } from 'vitest'
import type { WrapMode } from '../src/model.js'
import { segment } from '../src/segment/segment.js'
import { de, paragraphs, texts, wrap } from './segment-texts.js'

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
      '14. Entwicklungsplan der Region auf neue Antriebe ein, die bisher',
      'niemand in dieser Größe gebaut hat und die auch auf langen',
      'Strecken tragen sollen, wie der Vorstand mitteilte, denn sonst',
      'werden die Schiffe, die hier gebaut werden, niemals fertig.',
    ]
    expect(texts(text.join('\n\n'))).toEqual([text.join(' ')])
  })
})

describe('line ends', () => {
  test.each([
    ['de', 'Das Haus der Hafenfest-', 'Gala steht am Hafen.', 'Das Haus der Hafenfest-Gala steht am Hafen.'],
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
      'Una nuova interfaccia porto-',
      'museo per tutte le navi.',
      'Una nuova interfaccia porto-museo per tutte le navi.',
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
      'Mehr über die neuen Fähren steht wie immer hier:\n\nhttps://elbwerk.example/news/2026-05-04/Three-ferries-for-\nthe-north-7Kq2Zx/p.html\n\nElbwerk presse@elbwerk.example\n'
    expect(texts(text)[1]).toBe('https://elbwerk.example/news/2026-05-04/Three-ferries-for-the-north-7Kq2Zx/p.html')
  })

  test('two addresses are two blocks', () => {
    expect(texts('https://elbwerk.example/a/\nhttps://elbwerk.example/b/\n')).toHaveLength(2)
  })
})
