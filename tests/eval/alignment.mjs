/**
 * The figures of alignment, by beads of all pairs of languages, strict (the very bead) and lax (an overlap on both
 * sides), on the sets and kinds of `alignment-sets.mjs`:
 *
 * - aligned: `align()` alone, every paragraph given; without packs: the same, knowing no language; pair by pair: the
 *   same, each two texts as if there were no others;
 * - built: the command line over the folder of files, found again in its records, so that wrong grouping costs;
 *   laid out anew: the same with every file in a layout of its own (`relay.mjs`), paragraphs found again by their
 *   letters. Where building loses against aligning, causes are counted.
 *
 * F1 of releases with odd and even numbers (sorted by name) shows whether what was chosen on some holds for others.
 * Calibration: how many units have a confidence, and how many of those are right (all their beads are). The measures
 * are the project's own and are compared with `score_alignment.py`, where python3 is there, to the last digit.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { align } from '../../dist/align/align.js'
import { measuresOf } from '../../dist/evaluate/evaluate.js'
import { judge, sumOf } from '../../dist/evaluate/judge.js'
import { packOf } from '../../dist/languages/index.js'
import { alignmentSets } from './alignment-sets.mjs'
import { build, causes } from './alignment-whole.mjs'

/** @param {{ seed: string, by?: string, set?: string }} values `set` names one or more sets, parted by commas */
export function alignment(sets, { seed, by, set }) {
  const all = alignmentSets(sets, Number(seed))
  const names = set?.split(',') ?? Object.keys(all)
  for (const name of names) {
    if (!all[name]) throw new Error(`no set "${name}"; there are ${Object.keys(all).join(', ')}`)
    measure(name, all[name]().sort(byName), { seed: Number(seed), by, sets })
  }
}

const byName = (a, b) => (a.name < b.name ? -1 : 1)
/** What the gold calls a file. */
export const fileName = (release, tag) => `${release.name}.${tag}.txt`

function measure(name, releases, { seed, by, sets }) {
  const files = releases.reduce((sum, { paragraphs }) => sum + Object.keys(paragraphs).length, 0)
  console.log(`\n${name}: ${releases.length} releases, ${files} files`)
  console.log(`${''.padEnd(16)}strict P    R      F1       lax P    R      F1       odd F1   even F1  ms/release`)
  const gold = releases.map(goldOf)
  const show = (way, found, ms) => report(way, gold, found, { ms, by, sets })
  const [aligned, ms] = timed(() => releases.map(release => alignAlone(release, packOf)))
  const sure = [['aligned', show('aligned', aligned, ms)]]
  show('without packs', ...timed(() => releases.map(release => alignAlone(release, () => undefined))))
  if (Object.keys(releases[0].paragraphs).length > 2) show('pair by pair', ...timed(() => releases.map(pairByPair)))
  for (const way of ['built', 'laid out anew']) {
    const built = build(releases, way === 'built' ? null : seed)
    sure.push([way, show(way, built.found)])
    console.log(`  ${causes(gold, aligned, built)}`)
  }
  for (const [way, units] of sure) calibration(way, units)
}

const goldOf = release => ({
  name: release.name,
  files: Object.fromEntries(Object.keys(release.paragraphs).map(tag => [tag, fileName(release, tag)])),
  units: release.units,
  beads: {},
})

function timed(run) {
  const start = performance.now()
  const found = run()
  return [found, (performance.now() - start) / found.length]
}

const textsOf = (release, pack) =>
  Object.entries(release.paragraphs).map(([tag, paragraphs]) => ({
    id: fileName(release, tag),
    pack: pack(tag) ?? null,
    paragraphs: paragraphs.map(text => ({ text })),
  }))

function alignAlone(release, pack) {
  const texts = textsOf(release, pack)
  const { units, beads } = align(texts)
  return {
    files: new Map(texts.map(({ id, paragraphs }) => [id, paragraphs.length])),
    units: units.map(unit => ({ confidence: unit.confidence, paragraphs: new Map(Object.entries(unit.paragraphs)) })),
    beads,
  }
}

function pairByPair(release) {
  const texts = textsOf(release, packOf)
  const done = new Map()
  for (const a of texts)
    for (const b of texts) if (a.id < b.id) done.set(`${a.id} ${b.id}`, align([a, b]).beads(a.id, b.id))
  return {
    files: new Map(texts.map(({ id, paragraphs }) => [id, paragraphs.length])),
    units: [],
    beads: (a, b) => done.get(`${a} ${b}`),
  }
}

function report(way, gold, found, { ms, by, sets }) {
  const whole = judge(gold, found)
  const counts = sumOf(whole.pairs)
  const half = parity => {
    const own = gold.filter((_, i) => i % 2 === parity)
    const named = new Set(own.flatMap(({ files }) => Object.values(files)))
    return measuresOf(
      sumOf(
        judge(
          own,
          found.map(release => only(release, named)),
        ).pairs,
      ),
    ).strict.f1.toFixed(4)
  }
  const { strict, lax } = measuresOf(counts)
  const figures = [strict, lax].map(m => [m.precision, m.recall, m.f1].map(x => x.toFixed(4)).join(' ')).join('   ')
  console.log(`  ${way.padEnd(14)}${figures}   ${half(1)}   ${half(0)}   ${ms?.toFixed(1) ?? ''}`)
  if (by === 'pair')
    for (const { tags, counts } of whole.pairs) console.log(`    ${tags.join('-').padEnd(12)}${lineOf(counts)}`)
  if (by === 'language')
    for (const tag of tagsOf(whole.pairs)) console.log(`    ${tag.padEnd(12)}${lineOf(sumOf(whole.pairs, tag))}`)
  compare(counts, gold, found, sets)
  return whole.units
}

const only = (release, named) => ({
  ...release,
  files: new Map([...release.files].filter(([file]) => named.has(file))),
  units: [],
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

const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]

function calibration(way, units) {
  const right = own => (own.filter(({ isRight }) => isRight).length / own.length).toFixed(4)
  const sure = units.filter(({ confidence }) => confidence >= 0.9)
  const bins = BINS.slice(1).map((end, k) => {
    const own = units.filter(({ confidence }) => confidence >= BINS[k] && confidence < end)
    return own.length > 0 ? `${BINS[k]}: ${own.length} ${right(own)}` : ''
  })
  console.log(
    `  confidence, ${way}: >= 0.9: ${((100 * sure.length) / units.length).toFixed(1)} % of ${units.length} units, ${right(sure)} right   from ${bins.filter(Boolean).join(', ')}`,
  )
}
