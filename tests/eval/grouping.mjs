/**
 * The figures of grouping by content alone: pairwise and B-cubed precision, recall and F1, and the share of releases
 * that are exactly right, on the folders of opaque names, on the sets of alignment (as they are, two languages of each
 * release at random, half of them with strangers) and on series of invented releases (`grouping-series.mjs`). Odd and even releases
 * (sorted by name) are shown apart. Files that are wrong are named with `--by file`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { group } from '../../dist/group/group.js'
import { packOf } from '../../dist/languages/index.js'
import { readDocument } from '../../dist/pipeline/read-document.js'
import { alignmentSets } from './alignment-sets.mjs'
import { groupingSeries } from './grouping-series.mjs'
import { random } from './relay.mjs'

/** @param {{ seed: string, by?: string, set?: string }} values `set` names one or more sets, parted by commas */
export function grouping(sets, { seed, by, set }) {
  const all = corpora(sets, Number(seed))
  console.log(
    `${''.padEnd(33)}files  pairwise P R F1           B-cubed P R F1            exact            odd F1 even F1`,
  )
  for (const name of set?.split(',') ?? Object.keys(all)) {
    if (!all[name]) throw new Error(`no set "${name}"; there are ${Object.keys(all).join(', ')}`)
    measure(name, all[name](), by)
  }
}

const SEVERAL = ['news', 'newsletter', 'sentences', 'real differences', 'short items']

function corpora(sets, seed) {
  const out = {}
  for (const name of ['news-hard', 'newsletter'])
    if (existsSync(join(sets, name, 'anon'))) out[`${name}/anon`] = () => anonymous(sets, name)
  const texts = alignmentSets(sets, seed)
  for (const name of SEVERAL) {
    out[name] = () => filesOf(texts[name]())
    out[`${name}: two languages`] = () => filesOf(texts[name]().map(twoOf(random(seed))))
  }
  for (const name of ['news', 'newsletter', 'real differences'])
    out[`${name}: strangers`] = () => filesOf(texts[name]().map(strangersOf(random(seed))))
  out['news-hard + newsletter'] = () => [...anonymous(sets, 'news-hard'), ...anonymous(sets, 'newsletter')]
  const series = groupingSeries(seed)
  for (const { name, releases } of series) out[name] = () => seriesFiles(releases)
  out['all series + news-hard'] = () => [
    ...series.flatMap(({ releases }) => seriesFiles(releases)),
    ...anonymous(sets, 'news-hard'),
  ]
  return out
}

/** Files as `{ name, release, document }`. */
function anonymous(sets, name) {
  const gold = JSON.parse(readFileSync(join(sets, name, 'grouping.json'), 'utf8')).grouping
  return readdirSync(join(sets, name, 'anon'))
    .sort()
    .map(file => fileOf(`${gold[file]} ${file}`, gold[file], readFileSync(join(sets, name, 'anon', file))))
}

const filesOf = releases =>
  releases.flatMap(({ name, paragraphs }) =>
    Object.entries(paragraphs).map(([tag, own]) => fileOf(`${name}.${tag}`, name, Buffer.from(own.join('\n\n')))),
  )
const seriesFiles = releases =>
  releases.flatMap(({ name, texts }) =>
    texts.map(({ tag, text }, k) => fileOf(`${name}.${k}.${tag}`, name, Buffer.from(text))),
  )

const twoOf = next => release => {
  const tags = Object.keys(release.paragraphs)
  const own = tags.map(tag => [next(), tag]).sort(([a], [b]) => a - b)
  return {
    ...release,
    paragraphs: Object.fromEntries(own.slice(0, 2).map(([, tag]) => [tag, release.paragraphs[tag]])),
  }
}

/** Of every other release one text, of the rest all but one: the texts that are alone must stay so. */
const strangersOf = next => (release, k) => {
  const tags = Object.keys(release.paragraphs)
  const one = tags[Math.floor(next() * tags.length)]
  const kept = k % 2 === 0 ? [one] : tags.filter(tag => tag !== one)
  return { ...release, paragraphs: Object.fromEntries(kept.map(tag => [tag, release.paragraphs[tag]])) }
}

const known = new Map()
function fileOf(name, release, bytes) {
  const key = bytes.toString('latin1')
  if (!known.has(key)) known.set(key, readDocument({ path: '', bytes }))
  return { name, release, document: { ...known.get(key), name, release, path: `${known.size}.txt` } }
}

function measure(name, files, by) {
  const groups = group(
    files.map(({ document }) => document),
    packOf,
  )
  const { pairs, cubed, exact } = figuresOf(groups, () => true)
  const show = ({ p, r, f1 }) => [p, r, f1].map(x => x.toFixed(4)).join(' ')
  const names = [...new Set(files.map(({ release }) => release))].sort()
  const half = parity => figuresOf(groups, release => names.indexOf(release) % 2 === parity).pairs.f1.toFixed(4)
  const share = `${exact}/${names.length} ${((100 * exact) / names.length).toFixed(1)} %`
  console.log(
    `${name.padEnd(33)}${String(files.length).padEnd(6)} ${show(pairs)}   ${show(cubed)}   ${share.padEnd(16)} ${half(1)} ${half(0)}`,
  )
  if (by === 'file') for (const line of mistakes(groups)) console.log(`    ${line}`)
}

const two = n => (n * (n - 1)) / 2
const f1 = (p, r) => ({ p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) })

/** Over the documents of the releases that are asked for. */
function figuresOf(groups, isAsked) {
  const own = groups.map(group => group.filter(({ release }) => isAsked(release))).filter(group => group.length > 0)
  const sizes = new Map()
  for (const { release } of own.flat()) sizes.set(release, (sizes.get(release) ?? 0) + 1)
  let [hits, given, precision, recall, exact] = [0, 0, 0, 0, 0]
  for (const group of own) {
    given += two(group.length)
    const parts = new Map()
    for (const { release } of group) parts.set(release, (parts.get(release) ?? 0) + 1)
    for (const [release, n] of parts) {
      hits += two(n)
      precision += (n * n) / group.length
      recall += (n * n) / sizes.get(release)
    }
    if (parts.size === 1 && sizes.get(group[0].release) === group.length) exact++
  }
  const total = [...sizes.values()].reduce((sum, n) => sum + n, 0)
  const gold = [...sizes.values()].reduce((sum, n) => sum + two(n), 0)
  return {
    pairs: f1(given === 0 ? 1 : hits / given, gold === 0 ? 1 : hits / gold),
    cubed: f1(precision / total, recall / total),
    exact,
  }
}

/** Groups of several releases, and releases in several groups. */
function mistakes(groups) {
  const mixed = groups
    .filter(group => new Set(group.map(({ release }) => release)).size > 1)
    .map(group => `mixed: ${group.map(({ name }) => name).join(', ')}`)
  const parts = new Map()
  for (const group of groups)
    for (const release of new Set(group.map(document => document.release)))
      parts.set(release, [
        ...(parts.get(release) ?? []),
        group
          .filter(document => document.release === release)
          .map(({ language }) => language.tag)
          .join('+'),
      ])
  const split = [...parts]
    .filter(([, own]) => own.length > 1)
    .map(([release, own]) => `split: ${release}: ${own.join(' | ')}`)
  return [...mixed, ...split]
}
