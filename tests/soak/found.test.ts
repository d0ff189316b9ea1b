/** What the searches have found and what is mended since: the smallest case of each fault. Each broke the law that it stands under. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { align } from '../../src/align/align.js'
import { readDocument, repair } from '../../src/index.js'
import { packOf } from '../../src/languages/index.js'
import { oneRelease, releaseRecord } from '../../src/pipeline/release-record.js'
import { brokenLaws } from './file-laws.js'

const hex = (digits: string) => Buffer.from(digits, 'hex')

const FOUND: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  'bytes of lost characters (two U+FFFD each) beside lost characters of another sign have places of their own': [
    'o\ufffd\ufffdn?e\ufffd\ufffdr\ufffd', // replay and undo gave another text
    '"\ufffd?"b\ufffd\ufffdc\ufffd\ufffdi', // an edit stood where its text was not
    hex('6cefbfbdefbfbdefefbfbdefbfbd7220693f732274efbfbdefbfbd'), // edits that overlap
    hex('3f72efbfbf61bdefbfbdefbfbd650a0a65efbfbdefbfbdef'), // a character in no block and in no edit
    Buffer.from(' udn\ufffd\ufffdve til finansdirekt\ufffd\ufffdr mPAr"e?s\u00bcsaeam"e', 'utf16le'), // an exception
  ],
  'damage that is left inside a line that was turned round has no place of its own': [
    hex('0ad7a5d7a73fd7a53fd7a5d7a73fd7a5bfefbfbdef0a65'),
  ],
  'a second repair finds nothing in the text of the first': [
    'en O?m?a?s',
    '??z n\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdR\ufffd\ufffdA\ufffd\ufffdl',
    '?der die auf G?A\u00bca??a?e&??A?a?A\u00bcnan',
    hex('6fbd73efbf65efbfbdefbfbdef20efefbfbd206574'),
    hex('c3a820616c6c3f3f3f6961263f3f61b4e0a4b03f3f3f3f20e0'),
  ],
  'and none in the blocks: a line end hid what stands there, or the language was not known': [
    '=\n=E2=80=93',
    '&?? x',
    '&??\nie',
    '\u05e6?\u05e0\u05ea',
    'L=EF=BF=BDnUnter',
    '\ufffd\n\u05dc',
    '6 \ufffd\ufffdLSE',
    '0?C DUN',
    readFileSync(join(import.meta.dirname, 'found/noise-of-two-languages.txt')), // of which one alone finds something to mend
    'dnwk\ufffd\ufffd\nLunettaRsibinaruovometr-\ndam\nsep', // English cut it so that it was in no language, and the other way
    'ROTeso\n?\n?&#927;',
    hex(
      [
        'd7d7d791415c7530356437d79975645c75303564355c7530356561736964657274696c66726144616e6d61726b486f6c6c616e645c7864',
        '375c7839345c7864375c783937d7995c7530356439d7a95c78643739666ec3676c657262c3646564656d7573696b616c736b656f676465',
        'd791d794d795d791d79cd7d7a7d7a8d79f4e6567657648617276657374506172746e6572736f6749737261656c466f6e64656e75666765',
        '727374616469675c7864375c786139d75c7864375c7839305c7864377863d7a349666f72c37265746b6f6d6d6572646572796465726c69',
        '676572650ad795d791d799d7d79cd7a7d795d797d795d7aad799d794d79bd791d7d7a0d79ed7a0d799d79d20d79ed792d793d79cd799d7',
        '5c75303564355c7530356465d7a2d79c5c786437',
      ].join(''),
    ), // Hebrew refused nothing of it, and no language did
    'OPEN AIRS IM\n  GESAMTBET=\n  \nrag von u8Bterst=Ctzen.=E2=8=\n  \nA4u=\n  \nFER (OL) AM 7=\n 8. O',
  ],
  'a second cut finds nothing in the blocks': [
    'date 2031-05-04 date 2031-05-04 Mio m??C',
    hex('8197be82a5ad81af3334908d8199820a0a0ae9ef8292e9968b97bfbd8199be93ad93e381343081a780820a0a0ae9'),
    'rio\ufffdpreaties en\n\trk.example/pers/schelpen\n\ni',
  ],
  'a repair is found where a hyphen was taken out of the text, and a person decided on others': [
    hex(
      '0a3f3f3f3f410a0a63efefbfbd3141300a3f3f3161723f3041323141340a2d0a652d0a416e61223f6d41efbdbc0a0a0a3f65416e613f616e613b726541206165efbfbd693f3f410a2d0a3f3f643f656172c2bcefbfbd65616e41',
    ),
  ],
  'a block begins where the block before it ended, also inside one repair': ['=99=E2=80=A8=899=D7=AA'],
  'years have four figures, and a range without a year is no interval': [
    '4.5.0231',
    'Q3 0231',
    'April 2 0226',
    'October 2-6, 2?6',
    'vom 28. Mai bis 3. Juni',
    'date 2031-13-45 Text',
  ],
}

describe.each(Object.entries(FOUND))('%s', (_, cases) => {
  test.each(
    cases.map(found => ({ name: JSON.stringify(found.toString().slice(0, 100)), bytes: Buffer.from(found as string) })),
  )('$name', ({ bytes }) => expect(brokenLaws(bytes)).toEqual([]))
})

test('dates of a range without a year', () => {
  const dates = (text: string) => readDocument({ path: 'x', bytes: Buffer.from(text) }).dates.map(({ date }) => date)
  const tail = 'Die Werft baut neue Schiffe für den Norden und sucht noch Leute für den Bau.'
  expect(dates(`Die Messe dauert vom 28. Mai bis 3. Juni. ${tail}`)).toEqual(['--05-28', '--06-03'])
  expect(dates(`Die Messe dauert vom 28. Mai bis 3. Juni 2031. ${tail}`)).toEqual(['2031-05-28/2031-06-03'])
})

/** German beside a sibling that would make mojibake of it: by a line end it settles, by a letter behind the sign of a box. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  'a line end': ['de', 'da'].map(tag => readFileSync(join(import.meta.dirname, `found/siblings.${tag}.txt`), 'utf8')),
  'a letter': [
    'Das Kapitel umfasst Γ –├\ufffd und 1.020 Zeichen.',
    'The chapter comprises Ä and 1,020 characters of the book.',
  ],
}

test.each(Object.entries(SIBLINGS))('siblings write nothing that repair would change: %s', (_, texts) => {
  const documents = texts.map((text, k) => readDocument({ path: `${k}.txt`, bytes: Buffer.from(text) }))
  const own = releaseRecord(oneRelease(documents)).documents.find(({ path }) => path === '0.txt')!
  expect(own.language.tag).toBe('de')
  expect(repair(own.blocks.map(({ text }) => text).join('\n\n')).repairs).toEqual([])
})

test('a paragraph of one sign that belongs to two others is one part with the sign, and one without', () => {
  const texts = ['en', 'it'].map(id => {
    const text = readFileSync(join(import.meta.dirname, `found/marks-alone.${id}.txt`), 'utf8')
    return { id, pack: packOf(id)!, paragraphs: text.split(/\n\n|\n$/).map(paragraph => ({ text: paragraph })) }
  })
  expect(align(texts).units.length).toBeGreaterThan(0)
})
