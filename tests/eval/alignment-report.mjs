/**
 * Prints what was found of a set beside its gold: beads, moves, and what confidence is worth.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beadsOfUnits, pairsOf } from '../../dist/evaluate/gold.js'
import { judge, keyOf, measuresOf, sumOf } from '../../dist/evaluate/judge.js'

/** Prints the beads of one way; returns the units that were judged: all, those of odd and those of even releases. */
export function report(way, gold, found, { ms, by, sets }) {
  const whole = judge(gold, found)
  const counts = sumOf(whole.pairs)
  const halves = [1, 0].map(parity => half(gold, found, parity))
  const { strict, lax } = measuresOf(counts)
  const figures = [strict, lax].map(m => [m.precision, m.recall, m.f1].map(x => x.toFixed(4)).join(' ')).join('   ')
  console.log(`  ${way.padEnd(14)}${figures}   ${halves.map(({ f1 }) => f1).join('   ')}   ${ms?.toFixed(1) ?? ''}`)
  if (by === 'pair')
    for (const { tags, counts } of whole.pairs) console.log(`    ${tags.join('-').padEnd(12)}${lineOf(counts)}`)
  if (by === 'language')
    for (const tag of tagsOf(whole.pairs)) console.log(`    ${tag.padEnd(12)}${lineOf(sumOf(whole.pairs, tag))}`)
  compare(counts, gold, found, sets)
  return [whole, ...halves].map(({ units }) => units)
}

/** F1 and units of every second release. */
function half(gold, found, parity) {
  const own = gold.filter((_, i) => i % 2 === parity)
  const named = new Set(own.flatMap(({ files }) => Object.values(files)))
  const { pairs, units } = judge(
    own,
    found.map(release => only(release, named)),
  )
  return { f1: measuresOf(sumOf(pairs)).strict.f1.toFixed(4), units }
}

const only = (release, named) => ({
  ...release,
  files: new Map([...release.files].filter(([file]) => named.has(file))),
  units: release.units.filter(({ paragraphs }) => [...paragraphs.keys()].every(file => named.has(file))),
})
const tagsOf = pairs => [...new Set(pairs.flatMap(({ tags }) => tags))].sort()
const lineOf = own => {
  const { strict, lax } = measuresOf(own)
  return `strict F1 ${strict.f1.toFixed(4)}   lax F1 ${lax.f1.toFixed(4)}   gold ${own.gold}`
}

/** The same sums by the scorer of the sets, which must not differ. */
function compare(counts, gold, found, sets) {
  const work = mkdtempSync(join(tmpdir(), 'parawire-eval-'))
  const tagOf = new Map(gold.flatMap(({ files }) => Object.entries(files).map(([tag, file]) => [file, tag])))
  const predicted = found.map(({ files, beads }) => {
    const ids = {}
    for (const file of [...files.keys()].sort()) {
      const tag = tagOf.get(file)
      ids[ids[tag] ? `${tag}-${Object.keys(ids).length}` : tag] = file
    }
    const tags = Object.keys(ids).sort()
    const pairs = tags.flatMap((a, k) => tags.slice(k + 1).map(b => [`${a}-${b}`, beads(ids[a], ids[b])]))
    return { files: ids, pairs: Object.fromEntries(pairs) }
  })
  writeFileSync(join(work, 'gold.json'), JSON.stringify({ releases: Object.fromEntries(gold.map(g => [g.name, g])) }))
  writeFileSync(join(work, 'pred.json'), JSON.stringify(Object.fromEntries(predicted.map((p, i) => [`r${i}`, p]))))
  try {
    const scorer = [join(sets, 'score_alignment.py'), join(work, 'gold.json'), join(work, 'pred.json'), '--json']
    const { micro } = JSON.parse(execFileSync('python3', scorer, { encoding: 'utf8' }))
    const { strict, lax } = measuresOf(counts)
    for (const [own, theirs] of [
      [strict, micro.strict],
      [lax, micro.lax],
    ])
      if (own.precision !== theirs.p || own.recall !== theirs.r || own.f1 !== theirs.f1)
        console.log(`    score_alignment.py differs: ${JSON.stringify(theirs)}, ours ${JSON.stringify(own)}`)
  } catch (error) {
    console.log(`    not compared with score_alignment.py: ${error.message.split('\n')[0]}`)
  }
  rmSync(work, { recursive: true })
}

/** Prints how many beads with two sides stand out of order: in the gold, and as they were found. */
export function moves(gold, found) {
  const sums = { gold: 0, found: 0, wrong: 0 }
  gold.forEach((release, i) => {
    for (const [a, b] of pairsOf(release)) {
      const truth = new Set(outOfOrder(beadsOfUnits(release.units[a], release.units[b])).map(keyOf))
      const given = outOfOrder(found[i].beads(release.files[a], release.files[b])).map(keyOf)
      const right = given.filter(key => truth.has(key)).length
      sums.gold += truth.size
      sums.found += right
      sums.wrong += given.length - right
    }
  })
  console.log(`  moved beads: ${sums.found} of ${sums.gold} found, ${sums.wrong} wrong`)
}

/** The beads that are not in the longest run in the order of both texts (patience sorting). */
function outOfOrder(beads) {
  const sorted = beads.filter(([x, y]) => x.length > 0 && y.length > 0).sort(([x], [y]) => x[0] - y[0])
  const ends = []
  const before = []
  sorted.forEach(([, y], i) => {
    const at = ends.findIndex(end => sorted[end][1][0] > y[0])
    const place = at < 0 ? ends.length : at
    before[i] = ends[place - 1]
    ends[place] = i
  })
  const inOrder = new Set()
  for (let i = ends.at(-1); i !== undefined; i = before[i]) inOrder.add(i)
  return sorted.filter((_, i) => !inOrder.has(i))
}

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]

/** Prints how many units have a confidence, and how many of them are right: all, and those of .9 of each half. */
export function calibration(way, [units, ...halves]) {
  const bins = BINS.slice(1).map((end, k) => {
    const own = units.filter(({ confidence }) => confidence >= BINS[k] && confidence < end)
    return own.length > 0 ? `${BINS[k]}: ${own.length} ${rightOf(own)}` : ''
  })
  const [all, odd, even] = [units, ...halves].map(sureOf)
  console.log(
    `  confidence, ${way}: ${units.length} units, ${all} (odd ${odd}, even ${even})   from ${bins.filter(Boolean).join(', ')}`,
  )
}

const rightOf = own => (own.length === 0 ? '-' : (own.filter(({ isRight }) => isRight).length / own.length).toFixed(4))

function sureOf(units) {
  const sure = units.filter(({ confidence }) => confidence >= 0.9)
  return `>= 0.9: ${((100 * sure.length) / Math.max(1, units.length)).toFixed(1)} % ${rightOf(sure)} right`
}
