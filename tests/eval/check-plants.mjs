/**
 * Slips of a translator, planted in the text of one language: `plant(text, tag, { texts, next })` returns the text with
 * one slip, nothing where there is no place for it. Digits and names are changed at a place where they stand in the
 * middle of a sentence; names are capitalised words that the other texts (but the Hebrew one) have as well.
 */
import { packOf } from '../../dist/languages/index.js'
import { sentencesOf } from '../../dist/tokens/sentences.js'
import { pick } from './alignment-kinds.mjs'

const NUMBER = /(?<![\p{L}\d.,:/-])\d[\d.,]*\d(?![\d\p{L}:/-])/gu
const INTEGER = /(?<![\p{L}\d.,:/-])\d{2,}(?![\d\p{L}:/.,-])/gu
const YEAR = /(?<![\p{L}\d.,:/-])(?:19|20)\d\d(?![\d\p{L}:/-])/gu
const SCALES = {
  en: ['million', 'billion'],
  de: ['Millionen', 'Milliarden'],
  nl: ['miljoen', 'miljard'],
  da: ['millioner', 'milliarder'],
  it: ['milioni', 'miliardi'],
  he: ['מיליון', 'מיליארד'],
}
/** An address that every text of a set is given, to be changed in one. */
export const ADDRESS = 'https://www.example.org/abc-4711'
const LETTERS = [...'abdeglmnorstu']
const LONG_NAME = 6

const literal = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const isYear = text => /^(?:19|20)\d\d$/.test(text)
const put = (text, from, to, instead) => text.slice(0, from) + instead + text.slice(to)
const places = (text, pattern) => [...text.matchAll(pattern)]
const whole = word => new RegExp(`(?<!\\p{L})${literal(word)}(?!\\p{L})`, 'gu')
const paragraphsOf = text => text.trim().split(/\n\s*\n/)
const textOf = paragraphs => `${paragraphs.join('\n\n')}\n`

/** What is planted, and the codes that tell of it. */
export const plants = {
  digit: [plantDigit, /^(?:number|date|unit)-/],
  'lost digit': [loseDigit, /^(?:number|date)-/],
  scale: [plantScale, /^number-/],
  year: [plantYear, /^(?:date|number)-/],
  day: [plantDay, /^(?:date|dateline|number)-differs|^date-missing/],
  'other name': [swapName, /^name-/],
  'letter of a name': [changeLetter, /^name-/],
  address: [text => text.includes(ADDRESS) && text.replace(ADDRESS, ADDRESS.replace('4711', '4741')), /^address-/],
  sentence: [dropSentence, /^(?:sentence|number|name|date)-/],
  paragraph: [dropParagraph, /^(?:block|sentence)-missing/],
  untranslated: [leaveParagraph, /^untranslated/],
}

function plantDigit(text, _, { next }) {
  const found = pick(
    places(text, NUMBER).filter(([number]) => !isYear(number)),
    next,
  )
  if (!found) return undefined
  const at = found.index + (found[0].length > 2 && /\d/.test(found[0][1]) ? 1 : 0)
  const other = [...'123456789'].filter(digit => digit !== text[at])
  return put(text, at, at + 1, pick(other, next))
}

function loseDigit(text, _, { next }) {
  const found = pick(
    places(text, INTEGER).filter(([number]) => !isYear(number)),
    next,
  )
  return found && put(text, found.index + found[0].length - 1, found.index + found[0].length, '')
}

function plantScale(text, tag, { next }) {
  const [small, large] = SCALES[tag]
  for (const [word, other] of [
    [small, large],
    [large, small],
  ]) {
    const found = pick(places(text, new RegExp(`(?<=\\d )${word}`, 'g')), next)
    if (found) return put(text, found.index, found.index + word.length, other)
  }
  return undefined
}

function plantYear(text, _, { next }) {
  const found = pick(places(text, YEAR), next)
  return found && put(text, found.index, found.index + 4, String(Number(found[0]) + pick([-1, 1], next)))
}

function plantDay(text, tag, { next }) {
  const months = packOf(tag)
    .months.flat()
    .filter(({ length }) => length > 2)
  const names = months.map(literal).join('|')
  const before = `(?<![\\d.])\\d{1,2}(?=(?:\\.|°|th|st|nd|rd)?[ -](?:di |ב)?ב?(?:${names})(?!\\p{L}))`
  const behind = `(?<=(?<!\\p{L})(?:${names})\\.? )\\d{1,2}(?![\\d:.])`
  const found = pick(places(text, new RegExp(`${before}|${behind}`, 'giu')), next)
  if (!found) return undefined
  const day = Number(found[0])
  return put(text, found.index, found.index + found[0].length, String(day >= 28 ? day - 1 : day + 1))
}

/** Capitalised words inside sentences that all, or four, of the texts in Latin letters have. */
function namesIn(text, texts) {
  const latin = Object.entries(texts).filter(([tag]) => tag !== 'he')
  const counts = new Map()
  for (const [, own] of latin)
    for (const word of new Set(own.match(/(?<=\p{Ll},? )\p{Lu}\p{L}{3,}(?!\p{L})/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].flatMap(([word, n]) => (n >= Math.min(latin.length, 4) && whole(word).test(text) ? [word] : []))
}

function swapName(text, tag, { texts, next }) {
  const names = tag === 'he' ? [] : namesIn(text, texts)
  if (names.length < 2) return undefined
  const name = pick(names, next)
  const { index } = pick(places(text, whole(name)), next)
  const other = names.filter(one => one !== name)
  return put(text, index, index + name.length, pick(other, next))
}

function changeLetter(text, tag, { texts, next }) {
  const names = tag === 'he' ? [] : namesIn(text, texts).filter(({ length }) => length >= LONG_NAME)
  if (names.length === 0) return undefined
  const name = pick(names, next)
  const at = pick(places(text, whole(name)), next).index + 2 + Math.floor(next() * (name.length - 3))
  const other = LETTERS.filter(letter => letter !== text[at])
  return put(text, at, at + 1, pick(other, next))
}

function dropSentence(text, tag, { next }) {
  const paragraphs = paragraphsOf(text)
  const cut = paragraphs.map((own, i) => [own, i, sentencesOf(own, packOf(tag))]).filter(([, , all]) => all.length > 1)
  if (cut.length === 0) return undefined
  const [own, i, all] = pick(cut, next)
  const { start, end } = pick(all, next)
  paragraphs[i] = put(own, start, end, '').replace(/ {2,}/g, ' ').trim()
  return textOf(paragraphs)
}

function dropParagraph(text, _, { next }) {
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length < 6) return undefined
  paragraphs.splice(2 + Math.floor(next() * (paragraphs.length - 3)), 1)
  return textOf(paragraphs)
}

function leaveParagraph(text, tag, { texts, next }) {
  const [own, others] = [text, texts[tag === 'en' ? 'de' : 'en'] ?? ''].map(paragraphsOf)
  if (own.length !== others.length || own.length < 4) return undefined
  const at = 1 + Math.floor(next() * (own.length - 1))
  own[at] = others[at]
  return textOf(own)
}
