/**
 * Texts that nobody writes, one family a row: each is what one pass looks for, over and over, or what makes it look far
 * (marks that never close, lines that never end, lists of thousands of lines, blocks that are all alike or all
 * different). A pass that is not linear takes many times longer on one of them. `tests/time.test.ts` asserts how the time
 * grows, `families.bench.mjs` prints it at larger sizes, and this is the table of both: the most telling of twelve
 * thousand that were tried, alone, in ordered pairs, one behind the other, with fillers, in prose and at line ends.
 */
import { readPhrases } from '../corpus/phrases.mjs'

/** `unit` again and again, `n` bytes of UTF-8 at least. */
const again = unit => n => unit.repeat(Math.ceil(n / Buffer.byteLength(unit)))

/** What `unit` makes of 0, 1, 2, ... */
const each = unit => n => {
  const out = []
  for (let k = 0, size = 0; size < n; k++) {
    out.push(unit(k))
    size += Buffer.byteLength(out[k])
  }
  return out.join('')
}

/** Half of the one, then half of the other. */
const then = (first, second) => n => again(first)(n / 2) + again(second)(n / 2)

/** Names that are all different, in no order. */
const nameOf = k => {
  let name = ''
  for (let rest = ((k * 7919) % 1_000_003) + 26; rest > 0; rest = Math.floor(rest / 26))
    name += String.fromCharCode(97 + (rest % 26))
  return `${name[0].toUpperCase()}${name.slice(1)}berg`
}

let phrases
const phraseOf = (tag, k) => {
  phrases ??= readPhrases()
  return phrases[tag][(k * 7) % phrases[tag].length]
}

const PHRASES_A_SENTENCE = 3
const PHRASES_A_PARAGRAPH = 4 * PHRASES_A_SENTENCE

/** Prose of the fixtures' phrases, with `sign` behind every `every` phrases. */
const prose = (tag, sign, every = 4) =>
  each(k => {
    const [first, last] = [k % PHRASES_A_SENTENCE === 0, (k + 1) % PHRASES_A_SENTENCE === 0]
    const phrase = phraseOf(tag, k)
    const said = first ? phrase.slice(0, 1).toUpperCase() + phrase.slice(1) : phrase
    const end = (k + 1) % PHRASES_A_PARAGRAPH === 0 ? '.\n\n' : last ? '. ' : ' '
    return said + (k % every === 0 ? sign : '') + end
  })

/** Prose in lines of some seventy columns, each with `end` at its end and `begin` at the beginning of the next. */
const wrapped = (tag, end, begin = '') =>
  each(
    k =>
      `${[0, 1, 2, 3]
        .map(i => phraseOf(tag, 4 * k + i))
        .join(' ')
        .slice(0, 64)}${end}\n${begin}`,
  )

/** Bytes of a single-byte charset. */
const bytes = unit => n => Buffer.from(unit.repeat(Math.ceil(n / unit.length)), 'latin1')

/** UTF-16 with a mark, where halves of surrogate pairs can stand alone. */
const utf16 = unit => n => Buffer.from(`\ufeff${unit.repeat(Math.ceil(n / 2 / unit.length))}`, 'utf16le')

/** UTF-8 that was read as latin-1 so many times over. */
const misread = (text, times) => {
  let out = text
  for (let k = 0; k < times; k++) out = Buffer.from(out, 'utf8').toString('latin1')
  return out
}

/** Name, and the text of `n` bytes. */
export const FAMILIES = {
  'mojibake: leads and controls': again('\u00c3\u0083\u00c2'),
  'mojibake: two levels': again('\u00c3\u0192'),
  'mojibake: four levels': again(`${misread('é', 4)} `),
  'mojibake: letters in words': again('caf\u00c3\u00a9 '),
  'mojibake: leads before blanks': again('\u00c3 \u00c3\u0192'),
  'mojibake: cut quotation marks': again('\u00e2\u20ac'),
  'mojibake: in small letters': again('\u00e3\u00a9a'),
  'mojibake: a lead, a blank, a letter': again('\u00c3\u00a9\u00c5 a'),
  'mojibake: box signs of cp850': again('\u251c\u00ae '),
  'mojibake: Cyrillic': again('\u00d0\u00bf\u00d1\u20ac'),
  'mojibake: Hebrew that lost its controls': again('\u00d7\u0090\u00d7\u05d1\u00d7 '),
  'mojibake: one charset behind another': then('\u00c3\u00a9 ', '\u251c\u00ae '),
  'mojibake: closing marks, opened at the end': n => `${again('a\u201c ')(n)}\u201e`,
  'lost: before letters': again('?a '),
  'lost: a mark for each byte': again('f??r '),
  'lost: replacement characters': again('\ufffd'),
  'lost: low lines': again('gr_n '),
  'lost: boxes': again('\u25a1a '),
  'lost: quotation marks': again('"?'),
  'lost: scan and bytes': again('a?? f??r '),
  'lost: beside mojibake': again('?a \u00c3\u00a9'),
  'entities: escaped twice': again('&amp;amp;'),
  'entities: no semicolon': again('&amp;amp'),
  'entities: blanks': again('&nbsp;'),
  'entities: tags that never close': again('<a '),
  'escapes: \\u': again('\\u00e9'),
  'escapes: quoted-printable': again('=C3=A9'),
  'escapes: cut lines': again('=\n'),
  'controls: C1': again('a\u0093'),
  'controls: marks of direction': again('\u200f('),
  'Hebrew: visual order': again('.\u05dd\u05d5\u05dc\u05e9 '),
  'Hebrew: points and brackets': again('\u05d0\u05b0(a) 1 '),
  'scan: fractions': again('A\u00bc '),
  'scan: marks': again('a?? '),
  'scan: marks behind prose': then('The company grows. ', 'a?? '),
  'scan: a capital in a word without end': again('aaaaaaaaaA'),
  'scan: bars': again('| a 1l '),
  'marks: quotation marks that never close': again('\u201ca '),
  'marks: brackets that never close': again('(1 '),
  'marks: stops': again('. '),
  'long: one word': again('a'),
  'long: one line': again('Ab cd. '),
  'long: blanks': again(' '),
  'long: tabs': again('\t'),
  'long: empty lines': again('\n'),
  'lines: numbers': again('1\n'),
  'lines: items': again('- a\n'),
  'lines: items in items': again('- a\n  - b\n'),
  'lines: numbered items': again('1. a\n'),
  'lines: sentences of a letter': again('a.\n'),
  'lines: capitals': again('A\n'),
  'lines: hyphens at their ends': again('a-\n'),
  'lines: hyphens and lost letters': again('f??r a-\n'),
  'lines: tables': again('a\tb\tc\n'),
  'lines: headings': again('Ab\n---\n'),
  'lines: pages': again('Page 1\n\f'),
  'lines: datelines': again('HAMBURG, 3. Mai 2026 (NORDWIRE) -- a\n'),
  'lines: telephones': again('Tel. 040 123456\n'),
  'lines: addresses that were cut': again('http://a-\n'),
  'lines: paragraphs alike': again('Die Firma hat heute mitgeteilt, dass sie wächst.\n\n'),
  'figures: numbers': again('1 '),
  'figures: stops between digits': again('1.'),
  'figures: dates': again('12.3.2024 '),
  'figures: dates in words': again('3. Mai 2026 '),
  'names: web addresses': again('http://a.b/'),
  'names: mail addresses that never end': again('a@b.'),
  'names: tickers': again('(NYSE: ABC) '),
  'letters: marks upon marks': again('a\u0301'),
  'letters: lone halves of pairs': utf16('a\ud800 '),
  'letters: beyond the BMP': again('\u{1d400} \u{1f600}'),
  'letters: Chinese': again('\u4e2d\u6587\u3002'),
  'bytes: windows-1252': bytes('f\u00fcr caf\u00e9 '),
  'bytes: windows-1255': bytes('\u00f9\u00ec\u00e5\u00ed '),
  'bytes: UTF-8 with strays': bytes('\u00c3\u00a9\u00e9 '),
  'wrapped: Hebrew prefixes at line ends': wrapped('he', ' \u05d1-', '20 '),
  'wrapped: words cut at line ends': wrapped('de', ' Unter-', 'nehmen '),
  'wrapped: addresses cut at line ends': wrapped('en', ' https://a.example/b-', 'c '),
  'prose: Danish, box signs': prose('da', '\u25a1'),
  'prose: German, mojibake': prose('de', '\u00c3\u0083\u00c2\u00bc'),
  'prose: English, scan': prose('en', ' a??'),
  'prose: Hebrew, leads': prose('he', '\u00d7'),
  'prose: Italian, lost letters': prose('it', ' perch?'),
  'prose: Dutch, short lines': prose('nl', '\n1\n', 2),
}

/** Name, and two texts of `n` bytes that are a release, in German and in English. */
export const RELEASES = {
  'lines that are alike': [again('1\n'), again('1\n')],
  'lines of which one text has fewer': [again('- a\n'), n => again('- a\n')(0.9 * n)],
  'paragraphs that are alike': [again('Die Firma baut Boote.\n\n'), again('The company builds boats.\n\n')],
  'boundaries in doubt': [
    again(
      'Die Firma in Hamburg baut heute und morgen viele neue Boote aus\n\nHolz und wächst um mehr als zwölf Prozent.\n\n',
    ),
    again(
      'The company in Hamburg builds many new boats of wood today and\n\ntomorrow and grows by more than twelve percent.\n\n',
    ),
  ],
  'paragraphs in another order': [
    each(k => `Die ${nameOf(k)} baut ${k} Boote.\n\n`),
    n =>
      each(k => `${nameOf(k)} builds ${k} boats.\n\n`)(n)
        .split(/(?<=\n\n)/)
        .reverse()
        .join(''),
  ],
  'names of which each text has its own': [each(k => `${nameOf(k)}\n`), each(k => `${nameOf(k + 300)}\n`)],
  'one paragraph of names': [
    each(k => `Die ${nameOf(k)} baut heute ${k} Boote. `),
    each(k => `${nameOf(k + 1)} builds ${k} boats today. `),
  ],
  'numbers that differ': [each(k => `${k * 7} Euro `), each(k => `${k * 7 + 1} euros `)],
  'dates that differ': [
    each(k => `am ${1 + (k % 28)}. Mai ${1900 + (k % 200)} `),
    each(k => `on June ${1 + (k % 28)}, ${1900 + (k % 200)} `),
  ],
  'addresses that differ': [each(k => `https://${nameOf(k)}.example `), each(k => `https://${nameOf(k + 3)}.example `)],
  'headings that name issuers': [
    each(k => `Über ${nameOf(k)}\n\n${nameOf(k)} baut Boote und wächst.\n\n`),
    each(k => `About ${nameOf(k)}\n\n${nameOf(k)} builds boats and grows.\n\n`),
  ],
  contacts: [
    each(k => `Pressekontakt:\nAnna ${nameOf(k)}, Sprecherin\nTel.: 040 ${1000000 + k}, a@${nameOf(k)}.example\n\n`),
    each(k => `Press contact:\nAnna ${nameOf(k)}, speaker\nTel.: 040 ${2000000 + k}, a@${nameOf(k)}.example\n\n`),
  ],
  'lost letters that the sibling has': [again('Z?rich wächst\n'), again('Zürich grows\n')],
  'lost signs that the sibling has': [again('? 12\n'), again('€ 12\n')],
  'lost quotation marks': [again('?Wir wachsen?, sagte sie.\n\n'), again('“We grow,” she said.\n\n')],
  'what nobody translated': [
    again('The company grows in the north.\n\n'),
    again('The company grows in the north.\n\n'),
  ],
}

/** The text of a family as a file has it, some `n` bytes. */
export const bytesOf = (family, n) => Buffer.from(FAMILIES[family](n))

/** The texts of a release as files have them. */
export const releaseOf = (name, n) => RELEASES[name].map(text => Buffer.from(text(n)))
