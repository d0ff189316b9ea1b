/**
 * What `check` tells of the faithful translations of a folder (`clean/`, `newsletter/`), and how much it finds of slips
 * planted in them, one of a kind for each release, in a language chosen by seed: in all languages of the release, and in
 * two of them. Found is a slip of which a finding of its kind tells that was not there before, and that does not lay it to
 * another text; `more` are slips with other new findings beside. Languages are given, files are not grouped: what is
 * lost there is no matter of checking.
 */
import { check, readDocument } from '../../dist/index.js'
import { oneRelease, releaseRecord } from '../../dist/pipeline/release-record.js'
import { twoOfEach } from './alignment-kinds.mjs'
import { alignmentSets } from './alignment-sets.mjs'
import { ADDRESS, plants } from './check-plants.mjs'
import { random } from './relay.mjs'

/** @param {{ seed: string, set?: string, kind?: string, by?: string }} values `by` finding: prints the findings, and slips missed */
export function checking(sets, { seed, set, kind, by }) {
  const all = alignmentSets(sets, Number(seed))
  const kinds = kind?.split(',') ?? Object.keys(plants)
  const strange = kinds.find(name => !plants[name])
  if (strange) throw new Error(`no kind of slip "${strange}"; there are ${Object.keys(plants).join(', ')}`)
  for (const name of set?.split(',') ?? ['news', 'newsletter']) {
    const releases = all[name]().sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const [what, own] of [
      ['all languages', releases],
      ['two languages', twoOfEach(releases, random(Number(seed)))],
    ]) {
      console.log(`\n${name}, ${what}: ${own.length} releases`)
      const plain = own.map(release => prepared(release, false))
      unplanted(plain, by === 'finding')
      for (const slip of kinds) {
        const before = slip === 'address' ? own.map(release => prepared(release, true)) : plain
        planted(before, slip, random(Number(seed)), by === 'finding')
      }
    }
  }
}

const textsOf = ({ paragraphs }, address) =>
  Object.fromEntries(
    Object.entries(paragraphs).map(([tag, own]) => [tag, `${withAddress(own, address).join('\n\n')}\n`]),
  )
const withAddress = (paragraphs, address) =>
  paragraphs.map((own, i) => (address && i === 2 ? `${own} ${ADDRESS}` : own))

const read = (name, tag, text) => {
  const bytes = Buffer.from(text)
  return readDocument({ path: `${name}.${tag}.txt`, bytes }, { language: tag })
}

/** A release as it is, with what is found in it. */
function prepared(release, address) {
  const texts = textsOf(release, address)
  const documents = Object.entries(texts).map(([tag, text]) => read(release.name, tag, text))
  const record = releaseRecord(oneRelease(documents))
  return { name: release.name, texts, documents, units: record.alignment.units.length, found: check(record) }
}

function unplanted(releases, isPrinted) {
  const counts = {}
  for (const { name, found } of releases) {
    for (const { code, message, unit } of found) {
      counts[code] = (counts[code] ?? 0) + 1
      if (isPrinted) console.log(`    ${name} ${unit} ${code}: ${message}`)
    }
  }
  const [all, units] = ['found', 'units'].map(key =>
    releases.reduce((sum, one) => sum + (one[key].length ?? one[key]), 0),
  )
  console.log(`  as they are: ${all} findings in ${units} units ${JSON.stringify(counts)}`)
}

function planted(releases, slip, next, isPrinted) {
  const [plant, codes] = plants[slip]
  const halves = [0, 1].map(() => ({ planted: 0, found: 0, more: 0 }))
  for (const [i, { name, texts, documents, found }] of releases.entries()) {
    const tags = Object.keys(texts)
    const tag = tags[Math.floor(next() * tags.length)]
    const text = plant(texts[tag], tag, { texts, next })
    if (!text || text === texts[tag]) continue
    const known = new Set(found.map(({ message }) => message))
    const after = documents.map((document, k) => (tags[k] === tag ? read(name, tag, text) : document))
    const fresh = check(releaseRecord(oneRelease(after))).filter(({ message }) => !known.has(message))
    const hits = fresh.filter(one => codes.test(one.code) && (one.minority.length === 0 || one.minority.includes(tag)))
    const own = halves[i % 2]
    own.planted++
    if (hits.length > 0) own.found++
    if (fresh.length > hits.length) own.more++
    if (isPrinted && hits.length === 0) console.log(`    missed: ${name} ${tag} ${changeIn(texts[tag], text)}`)
  }
  const [even, odd] = halves
  const all = `${even.found + odd.found} of ${even.planted + odd.planted}`
  console.log(`  ${slip.padEnd(18)}${all.padEnd(12)}odd ${odd.found} of ${odd.planted}   more ${even.more + odd.more}`)
}

const AROUND = 40

function changeIn(before, after) {
  let at = 0
  while (before[at] === after[at]) at++
  const cut = text => JSON.stringify(text.slice(Math.max(0, at - AROUND), at + AROUND))
  return `${cut(before)} => ${cut(after)}`
}
