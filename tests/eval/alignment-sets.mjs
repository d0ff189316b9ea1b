/**
 * What alignment is measured on: the gold sets of a folder, and kinds of text made of them at run time from a seed, so
 * that nothing is tuned to one kind. A set is `{ name, releases }`, a release `{ name, paragraphs, types, units }`, each by
 * language tag; paragraphs that share a unit belong together.
 *
 * - sentences: the paragraphs of news and newsletters cut into sentences where all languages have as many, then joined,
 *   dropped and inserted as the hard sets do it.
 * - unknown pair: the same of two languages, every letter exchanged for another of its kind, so that no pack and no word
 *   list knows them, while what is alike stays alike.
 * - short items: headings and list items of the newsletters only, two languages.
 * - real differences: translations that leave out a tenth to a fifth in a row, have paragraphs of their own, and
 *   summarise; one language is as the source was. Nothing is moved.
 * - other shape: paragraphs that each translation cuts in places of its own, sentence by sentence: ends moved by a sentence,
 *   paragraphs parted and joined, a last sentence or a whole paragraph left out, sometimes with a stranger in its place.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { random } from './relay.mjs'

const paragraphsOf = file =>
  readFileSync(file, 'utf8')
    .trim()
    .split(/\n\s*\n/)
const mapValues = (object, f) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, f(value, key)]))
const pick = (list, next) => list[Math.floor(next() * list.length)]

/** All sets, each made when it is asked for. */
export const alignmentSets = (sets, seed) => ({
  'news-hard': () => goldSet(sets, 'news-hard'),
  'newsletter-hard': () => goldSet(sets, 'newsletter-hard'),
  news: () => cleanNews(sets),
  newsletter: () => goldSet(sets, 'newsletter'),
  sentences: () => sentences([...cleanNews(sets), ...goldSet(sets, 'newsletter')], random(seed)),
  'unknown pair': () => unknownPair(sentences([...cleanNews(sets), ...goldSet(sets, 'newsletter')], random(seed))),
  'short items': () => shortItems(goldSet(sets, 'newsletter-hard'), random(seed)),
  'real differences': () => realDifferences([...cleanNews(sets), ...goldSet(sets, 'newsletter')], random(seed)),
  'other shape': () => otherShape([...cleanNews(sets), ...goldSet(sets, 'newsletter')], random(seed)),
})

function goldSet(sets, name) {
  const { releases } = JSON.parse(readFileSync(join(sets, name, 'gold.json'), 'utf8'))
  return Object.entries(releases).map(([release, { files, units, types }]) => ({
    name: release,
    files: mapValues(files, file => join(sets, name, file)),
    paragraphs: mapValues(files, file => paragraphsOf(join(sets, name, file))),
    types: mapValues(types, own => own.map(type => (type === 'segment' ? 'para' : type))),
    units,
  }))
}

/** `clean/<tag>/<release>.txt`: the same paragraphs in every language. */
function cleanNews(sets) {
  const tags = readdirSync(join(sets, 'clean')).sort()
  return readdirSync(join(sets, 'clean', tags[0]))
    .sort()
    .map(name => {
      const files = Object.fromEntries(tags.map(tag => [tag, join(sets, 'clean', tag, name)]))
      return fromRows(name.replace('.txt', ''), mapValues(files, paragraphsOf), files)
    })
}

/** A release whose n-th paragraphs belong together. */
const fromRows = (name, paragraphs, files) => ({
  name,
  ...(files && { files }),
  paragraphs,
  types: mapValues(paragraphs, own => own.map(() => 'para')),
  units: mapValues(paragraphs, own => own.map((_, i) => [i])),
})

function sentences(releases, next) {
  const cut = releases.map(({ name, paragraphs }) => {
    const split = mapValues(paragraphs, own => own.map(sentencesIn))
    const tags = Object.keys(split)
    const rows = Object.fromEntries(tags.map(tag => [tag, []]))
    split[tags[0]].forEach((_, i) => {
      const same = tags.every(tag => split[tag][i].length === split[tags[0]][i].length)
      for (const tag of tags) rows[tag].push(...(same ? split[tag][i] : [split[tag][i].join(' ')]))
    })
    return fromRows(name, rows)
  })
  return cut.map(release => ({
    ...release,
    ...edited(release, tag => perturb(release.paragraphs[tag], strangers(cut, release, tag), next)),
  }))
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' })
const sentencesIn = text => [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

/** New rows for every language as `[text, units]`. */
function edited({ paragraphs }, rowsOf) {
  const rows = mapValues(paragraphs, (_, tag) => rowsOf(tag))
  return {
    paragraphs: mapValues(rows, own => own.map(([text]) => text)),
    units: mapValues(rows, own => own.map(([, units]) => units)),
    types: mapValues(rows, own => own.map(() => 'para')),
  }
}

/** Paragraphs of other releases in the same language. */
const strangers = (releases, release, tag) =>
  releases.filter(other => other !== release && other.paragraphs[tag]).flatMap(other => other.paragraphs[tag])

/** About one row in eight is joined with the next, dropped, or has a stranger before it. */
function perturb(texts, others, next) {
  const rows = []
  for (let i = 0; i < texts.length; i++) {
    const dice = next()
    if (dice < 0.04 && texts.length > 3) continue
    if (dice < 0.07) rows.push([pick(others, next), []])
    if (dice > 0.94 && i + 1 < texts.length) rows.push([`${texts[i]} ${texts[i + 1]}`, [i, ++i]])
    else rows.push([texts[i], [i]])
  }
  return rows
}

const LETTERS = ['aeiou', 'bcdfghjklmnpqrstvwxz']
const turned = new Map(LETTERS.flatMap(own => [...own].map((letter, i) => [letter, own[(i + 2) % own.length]])))
const strange = text =>
  text.replace(/[a-z]/gi, letter => {
    const other = turned.get(letter.toLowerCase()) ?? letter
    return letter === letter.toLowerCase() ? other : other.toUpperCase()
  })

/** Languages called `x-1` and `x-2`, which are none. */
function unknownPair(releases) {
  return releases.map(release => {
    const two = Object.keys(release.paragraphs)
      .filter(tag => tag !== 'he')
      .slice(-2)
    const both = (lists, f = x => x) => Object.fromEntries(two.map((tag, i) => [`x-${i + 1}`, lists[tag].map(f)]))
    return {
      name: release.name,
      paragraphs: both(release.paragraphs, strange),
      types: both(release.types),
      units: both(release.units),
    }
  })
}

function shortItems(releases, next) {
  return releases.flatMap(release => {
    const tags = Object.keys(release.paragraphs)
    const two = [
      'en',
      pick(
        tags.filter(tag => tag !== 'en'),
        next,
      ),
    ].sort()
    const kept = two.map(tag => [tag, release.types[tag].flatMap((type, i) => (type === 'para' ? [] : [i]))])
    if (kept.some(([, own]) => own.length < 3)) return []
    const only = lists => Object.fromEntries(kept.map(([tag, own]) => [tag, own.map(i => lists[tag][i])]))
    return [
      {
        name: release.name,
        paragraphs: only(release.paragraphs),
        types: only(release.types),
        units: only(release.units),
      },
    ]
  })
}

/** A third of the releases only lends its paragraphs: they must not lead to a release of the set. */
function realDifferences(releases, next) {
  const lenders = releases.filter((_, i) => i % 3 === 2)
  return releases
    .filter((_, i) => i % 3 < 2)
    .map(release => {
      const source = pick(Object.keys(release.paragraphs), next)
      const differ = tag => {
        const rows = release.paragraphs[tag].map((text, i) => [text, [i]])
        return tag === source ? rows : differing(rows, strangers(lenders, release, tag), next)
      }
      return { ...release, files: undefined, ...edited(release, differ) }
    })
}

function differing(rows, others, next) {
  const at = size => Math.floor(next() * (rows.length - size + 1))
  if (next() < 0.5 && rows.length > 6) {
    const size = 2 + Math.floor(next() * 2)
    const from = at(size)
    const run = rows.slice(from, from + size)
    rows.splice(from, size, [run.map(([text]) => sentencesIn(text)[0]).join(' '), run.flatMap(([, units]) => units)])
  }
  if (next() < 0.6) {
    const size = Math.max(1, Math.round(rows.length * (0.1 + 0.1 * next())))
    rows.splice(at(size), size)
  }
  if (next() < 0.5) {
    const from = Math.floor(next() * others.length)
    rows.splice(at(0), 0, ...others.slice(from, from + 1 + Math.floor(next() * 4)).map(text => [text, []]))
  }
  return rows
}

const MOST = 1000 // sentences of a paragraph, for numbering them

/** Units are sentences, where all languages have as many of them in a paragraph. */
function otherShape(releases, next) {
  return releases.map(release => {
    const tags = Object.keys(release.paragraphs)
    const cut = mapValues(release.paragraphs, own => own.map(sentencesIn))
    const whole = release.paragraphs[tags[0]].map((_, i) =>
      tags.some(tag => cut[tag][i].length !== cut[tags[0]][i].length),
    )
    const reshape = tag => {
      const rows = release.paragraphs[tag].map((text, i) =>
        whole[i] ? [[text, i * MOST]] : cut[tag][i].map((sentence, k) => [sentence, i * MOST + k]),
      )
      return reshaped(rows, strangers(releases, release, tag), next).map(row => [
        row.map(([text]) => text).join(' '),
        row.flatMap(([, unit]) => (unit < 0 ? [] : [unit])),
      ])
    }
    return { ...release, files: undefined, ...edited(release, reshape) }
  })
}

/** Rows are lists of sentences with their units; about one in five is cut otherwise. */
function reshaped(given, others, next) {
  const rows = given.map(row => [...row])
  const out = []
  rows.forEach((row, i) => {
    const dice = next()
    const follower = rows[i + 1]
    if (dice < 0.05 && row.length > 1 && follower) follower.unshift(row.pop())
    else if (dice < 0.08 && follower?.length > 1) row.push(follower.shift())
    else if (dice < 0.11 && row.length > 1) out.push(row.splice(0, 1 + Math.floor(next() * (row.length - 1))))
    else if (dice < 0.14 && row.length > 1) row.pop()
    else if (dice < 0.17 && follower) {
      follower.unshift(...row)
      return
    } else if (dice < 0.2 && rows.length > 4) {
      if (dice < 0.185) out.push([[pick(others, next), -1]])
      return
    }
    out.push(row)
  })
  return out
}
