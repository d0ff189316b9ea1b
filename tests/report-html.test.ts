/** Text into pages: no text is ever markup, and none hides. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dataOf, type Html, html, idOf, textHtml, visible } from '../src/report/html.js'
import { allIn, readHtml, textOf } from './read-html.js'

/** Texts with all that means something to HTML, to JSON in it, or to a terminal. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '`',
        '</script>',
        '<!--',
        '-->',
        ']]>',
        '&lt;',
        '&#60;',
        '\\u003c',
        '\0',
      ),
      fc.constantFrom('\u202e', '\u2066', '\ud800', '\udc00', '\ud83d\ude00', '\u2028', '\ufeff', '\x9b', '\r', '\n'),
      fc.string({ unit: 'binary' }),
      fc.string(),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''))

const read = (body: Html) => readHtml(`<!doctype html>\n${html`<html>${body}</html>`.markup}`)

test('a text in an element comes back as text, what cannot be seen as an escape', () => {
  fc.assert(
    fc.property(nasty, text => {
      const plain = read(html`<p>${text}</p>`)
      expect([...allIn(plain)].map(e => e.name)).toEqual(['html', 'p'])
      expect(textOf(plain)).toBe(visible(text))
      const marked = read(html`<p>${textHtml(text)}</p>`)
      expect(new Set([...allIn(marked)].slice(2).map(e => e.name)).size).toBeLessThanOrEqual(1)
      expect(textOf(marked)).toBe(visible(text))
    }),
  )
})

test('a text in an attribute stays in it', () => {
  fc.assert(
    fc.property(nasty, text => {
      const [, p] = [...allIn(read(html`<p title="${text}" id="x"></p>`))]
      expect([...p!.attributes]).toEqual([
        ['title', visible(text)],
        ['id', 'x'],
      ])
    }),
  )
})

test('data comes back as it was, and closes no element', () => {
  fc.assert(
    fc.property(nasty, fc.jsonValue(), (text, value) => {
      const data = dataOf('data', { text, value })
      expect(JSON.parse(textOf(read(data)))).toEqual(JSON.parse(JSON.stringify({ text, value })))
      expect(data.markup.slice(1, -1)).not.toMatch(/<(?!\/script$)|[\u202a-\u202e]|\p{Cs}/u)
    }),
  )
})

test('what is shown can be seen, and is shown once', () => {
  fc.assert(
    fc.property(nasty, text => {
      expect(visible(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u)
      expect(visible(visible(text))).toBe(visible(text))
    }),
  )
})

test('two names give two ids, which are words', () => {
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      expect(idOf('x', a)).toMatch(/^x-\w*$/)
      expect(idOf('x', a) === idOf('x', b)).toBe(a === b)
    }),
  )
})

describe('escapes', () => {
  test.each([
    ['a\u202eb', 'a\\u202Eb'],
    ['\x1b[31m', '\\x1B[31m'],
    ['\ud800', '\\uD800'],
    ['\u{e0041}', '\\u{E0041}'],
    ['\u{1f600} \u05d0\u05b8', '\u{1f600} \u05d0\u05b8'],
    ['line\n\ttab', 'line\n\ttab'],
    ['a\u200db', 'a\u200db'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown))
})
