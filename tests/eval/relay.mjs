/**
 * Lays clean texts out anew, as mail programs, word processors and printers do: wrapped at several widths, with cut words,
 * double-spaced, indented, without blank lines, underlined, paged with heads and numbers, as quoted-printable. Returns
 * the text and its blocks. Everything comes from a seed.
 */

/** How each layout differs from paragraphs of one line without blank lines. */
export const layouts = {
  'one line, blank': { whole: true, blank: true },
  'one line': { whole: true },
  'one line, CRLF, stray': { whole: true, blank: true, crlf: true, stray: true },
  'wrapped 60': { width: 60, blank: true },
  'wrapped 72': { width: 72, blank: true, tightLists: true },
  'wrapped 98, CRLF': { width: 98, blank: true, tightLists: true, crlf: true },
  'items do not hang': { width: 80, blank: true, hang: false },
  'items indented': { width: 72, blank: true, item: '  ', tightLists: true },
  'words cut': { width: 66, blank: true, cut: true, tightLists: true },
  'stray blanks': { width: 76, blank: true, stray: true, tightLists: true },
  margin: { width: 70, blank: true, margin: '    ', tightLists: true },
  'underlined =': { width: 72, blank: true, heading: '=', tightLists: true },
  'underlined -': { width: 72, blank: true, heading: '-', tightLists: true },
  centred: { width: 72, blank: true, heading: ' ', tightLists: true },
  'double-spaced 80': { width: 80, double: true },
  'double-spaced 66': { width: 66, double: true },
  'double, wider gaps': { width: 76, double: true, blank: true },
  'indented, headings apart': { width: 72, first: '   ', item: '   ', headingApart: true },
  indented: { width: 72, first: '    ', item: '    ' },
  'no blank lines': { width: 76 },
  'headings apart': { width: 76, headingApart: true },
  'form feeds': { width: 72, blank: true, page: 38, feed: true, tightLists: true },
  'feeds, heads, numbers': {
    width: 72,
    blank: true,
    page: 38,
    feed: true,
    head: true,
    foot: '- # -',
    tightLists: true,
  },
  'heads, numbers': { width: 72, blank: true, page: 38, head: true, foot: 'Seite #', tightLists: true },
  numbers: { width: 72, blank: true, page: 38, foot: 'Page # of 9', tightLists: true },
  'quoted-printable': { whole: true, blank: true, mail: true },
  'wrapped, quoted-printable': { width: 72, blank: true, mail: true },
}

const HEADS = ['Nordwerft AG', 'Gruppo Verdi – Comunicato', 'Press office']
const MARKS = [
  () => '•',
  () => '*',
  () => '-',
  i => `${i + 1}.`,
  i => `${i + 1})`,
  i => `${String.fromCharCode(97 + (i % 26))})`,
]

/** A stream of numbers in [0, 1) (Numerical Recipes' linear congruential generator). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** `blocks` are `{ type: 'heading' | 'para' | 'list', text }`; the answer's have the marks of items with them. */
export function relay(blocks, layout, next) {
  const lines = []
  const laid = []
  let nth = 0
  let mark = MARKS[0]
  blocks.forEach(({ type, text }, i) => {
    const before = blocks[i - 1]?.type
    if (type === 'list' && before !== 'list') {
      nth = 0
      mark = MARKS[Math.floor(next() * MARKS.length)]
    }
    const sign = type === 'list' ? `${mark(nth++)} ` : ''
    const apart = layout.blank ? !(layout.tightLists && type === 'list' && before === 'list') : false
    const headingApart = layout.headingApart && (type === 'heading' || before === 'heading')
    if (lines.length > 0 && (apart || headingApart)) lines.push('')
    for (const line of linesOf(type, sign, text, layout)) lines.push(line)
    laid.push({ type, text: sign + text })
  })
  return { text: finish(lines, layout, next), blocks: laid }
}

function linesOf(type, sign, text, { whole, width, cut, item = '', hang = true, first = '', heading }) {
  if (whole) return [sign + text]
  if (type === 'list') return wrap(text, width, item + sign, hang ? item + ' '.repeat(sign.length) : '', cut)
  if (type === 'para') return wrap(text, width, first, '', cut)
  const lines = wrap(text, width, '', '', false)
  if (heading === ' ') return lines.map(line => ' '.repeat(Math.max(0, (width - line.length) >> 1)) + line)
  return heading ? [...lines, heading.repeat(lines.at(-1).length)] : lines
}

function wrap(text, width, first, rest, cut) {
  const lines = []
  let line = first
  let empty = true
  const turn = (end, start) => {
    lines.push(line + end)
    line = rest + start
    empty = start === ''
  }
  for (const word of text.split(' ')) {
    const glue = empty ? '' : ' '
    const room = width - line.length - glue.length
    const at = word.length <= room ? 0 : hyphenAt(word, room, cut)
    if (word.length <= room || (empty && !at)) line += glue + word
    else if (at) turn(glue + word.slice(0, at) + (word[at - 1] === '-' ? '' : '-'), word.slice(at))
    else turn('', word)
    empty = false
  }
  return [...lines, line]
}

/** Where a word may be cut: behind its own hyphen, or, where words are cut, between a vowel and a consonant. */
function hyphenAt(word, room, cut) {
  const own = word.lastIndexOf('-', room - 1)
  if (own > 1 && own < word.length - 2 && /\p{L}-\p{L}/u.test(word.slice(own - 1, own + 2))) return own + 1
  if (!cut || !/^\p{L}{8,}[.,]?$/u.test(word)) return 0
  for (let at = Math.min(room - 1, word.length - 4); at >= 3; at--)
    if (/[aeiouyäöüåæø][bcdfghjklmnpqrstvwxz]/i.test(word.slice(at - 1, at + 1))) return at
  return 0
}

function finish(lines, { double, page, margin = '', stray, crlf, mail, ...layout }, next) {
  let all = double ? lines.flatMap((line, i) => (i > 0 ? ['', line] : [line])) : lines
  if (page) all = paged(all, page, layout, HEADS[Math.floor(next() * HEADS.length)])
  if (stray) all = all.map(line => (next() < 0.3 ? `${line}  ` : next() < 0.05 ? ` ${line}` : line))
  const text = all.map(line => margin + line).join('\n')
  return mail ? quotedPrintable(text) : crlf ? text.replaceAll('\n', '\r\n') : text
}

function paged(lines, size, { feed, head, foot }, name) {
  return lines.flatMap((line, i) => {
    if (i === 0 || i % size > 0) return [line]
    const number = foot ? [...(feed ? [] : ['']), foot.replace('#', i / size)] : []
    const top = head ? [(feed ? '\f' : '') + name, '', line] : [(feed ? '\f' : '') + line]
    return [...number, ...top]
  })
}

/** RFC 2045, section 6.7. */
function quotedPrintable(text) {
  return text
    .split('\n')
    .flatMap(line => {
      let coded = ''
      for (const byte of Buffer.from(line))
        coded +=
          byte > 126 || byte === 61 || byte < 32
            ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
            : String.fromCharCode(byte)
      const parts = []
      while (coded.length > 76) {
        const end = coded[74] === '=' ? 74 : coded[73] === '=' ? 73 : 75
        parts.push(`${coded.slice(0, end)}=`)
        coded = coded.slice(end)
      }
      return [...parts, coded]
    })
    .join('\n')
}
