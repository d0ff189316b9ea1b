/**
 * Phrases of three to five words out of the fixtures, without names and numbers: one list a language, all of one length,
 * sorted by length. Phrase n of one language is taken for the translation of phrase n of the others: it is not, but its
 * length is alike, and it always stands for the same. The texts are those of the goldens, so a changed golden may change
 * the corpus.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { TAGS } from './languages.mjs'

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url))
const PROSE = new Set(['heading', 'list-item', 'note', 'paragraph', 'quote', 'summary', 'title'])
const MOST_WORDS = 5
const LEAST_WORDS = 3
const MOST_PHRASES = 1200
const WORD = { he: /^[א-ת][א-ת׳״־]*$/, de: /^[A-Za-zÄÖÜß-ö][a-zß-ö]+$/ }
const LATIN = /^[a-zß-öø-ÿ]+(?:[’'-][a-zß-öø-ÿ]+)*$/

/** Phrases by language tag. */
export function readPhrases() {
  const texts = fixtureTexts()
  const names = namesIn(texts)
  const lists = Object.fromEntries(TAGS.map(tag => [tag, phrasesIn(texts[tag], tag, names)]))
  const count = Math.min(MOST_PHRASES, ...TAGS.map(tag => lists[tag].length))
  const even = list => Array.from({ length: count }, (_, k) => list[Math.floor((k * list.length) / count)])
  return Object.fromEntries(TAGS.map(tag => [tag, even(lists[tag])]))
}

function fixtureTexts() {
  const texts = Object.fromEntries(TAGS.map(tag => [tag, []]))
  for (const room of ['languages', 'releases'])
    for (const name of readdirSync(join(FIXTURES, room)).sort()) {
      const golden = join(FIXTURES, room, name, 'expected.json')
      if (!existsSync(golden)) continue
      for (const { documents } of JSON.parse(readFileSync(golden, 'utf8')))
        for (const { language, blocks, unrepaired } of documents)
          if (unrepaired.length === 0)
            texts[language.tag]?.push(...blocks.filter(block => PROSE.has(block.kind)).map(block => block.text))
    }
  return texts
}

/** Capitalised words inside sentences; German writes its nouns like that, and is asked only what others have too. */
function namesIn(texts) {
  const names = new Set()
  for (const tag of TAGS.filter(tag => tag !== 'de'))
    for (const text of texts[tag]) for (const [name] of text.matchAll(/\p{Lu}[\p{L}]+/gu)) names.add(name)
  return names
}

function phrasesIn(texts, tag, names) {
  const found = new Set()
  for (const text of texts)
    for (const clause of text.split(/[^\p{L}\p{M}\p{N}’'׳״־\- ]+/u)) {
      let run = []
      for (const word of [...clause.trim().split(/\s+/), '']) {
        if ((WORD[tag] ?? LATIN).test(word) && !names.has(word)) run.push(word)
        else {
          for (const phrase of cut(run)) found.add(phrase)
          run = []
        }
      }
    }
  return [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** Every window of a run: they overlap, so that a small vocabulary gives many phrases. */
function cut(run) {
  const found = []
  for (let size = LEAST_WORDS; size <= MOST_WORDS; size++)
    for (let at = 0; at + size <= run.length; at++) found.push(run.slice(at, at + size).join(' '))
  return found
}
