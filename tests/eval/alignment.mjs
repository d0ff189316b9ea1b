/**
 * The figures of alignment, by beads of all pairs of languages, strict (the very bead) and lax (an overlap on both
 * sides), on the sets and kinds of `alignment-sets.mjs`:
 *
 * - aligned: `align()` alone, every paragraph given; without packs: the same, knowing no language; pair by pair: the
 *   same, each two texts as if there were no others; with vectors: aligned and pair by pair, with those that
 *   `--embeddings` gives;
 * - built: the command line over the folder of files, found again in its records, so that wrong grouping costs;
 *   laid out anew: the same with every file in a layout of its own (`relay.mjs`), paragraphs found again by their
 *   letters. Where building loses against aligning, causes are counted.
 *
 * F1 of releases with odd and even numbers (sorted by name) shows whether what was chosen on some holds for others.
 * Moves: beads out of order in the gold, how many were found, and how many were said to be that are not.
 * Calibration: how many units have a confidence, and how many of those are right (all their beads are). The measures
 * are the project's own and are compared with `score_alignment.py`, where python3 is there, to the last digit.
 *
 * A threshold of `src/align` that names this command and a set as its reason is tried by changing it and running that.
 */
import { performance } from 'node:perf_hooks'
import { align } from '../../dist/align/align.js'
import { openEmbeddings } from '../../dist/embed/embed.js'
import { packOf } from '../../dist/languages/index.js'
import { calibration, moves, report } from './alignment-report.mjs'
import { alignmentSets, isAlignedOnly } from './alignment-sets.mjs'
import { build, causes } from './alignment-whole.mjs'

/** @param {{ seed: string, by?: string, set?: string, embeddings?: string }} values `set` names one or more sets, parted by commas */
export async function alignment(sets, { seed, by, set, embeddings }) {
  const embed = embeddings && (await openEmbeddings(embeddings, { cwd: process.cwd() }))
  const all = alignmentSets(sets, Number(seed))
  const names = set?.split(',') ?? Object.keys(all)
  for (const name of names) {
    if (!all[name]) throw new Error(`no set "${name}"; there are ${Object.keys(all).join(', ')}`)
    await measure(name, all[name]().sort(byName), { seed: Number(seed), by, sets, embed })
  }
}

const byName = (a, b) => (a.name < b.name ? -1 : 1)
/** What the gold calls a file. */
export const fileName = (release, tag) => `${release.name}.${tag}.txt`

async function measure(name, releases, { seed, by, sets, embed }) {
  const files = releases.reduce((sum, { paragraphs }) => sum + Object.keys(paragraphs).length, 0)
  console.log(`\n${name}: ${releases.length} releases, ${files} files`)
  console.log(`${''.padEnd(16)}strict P    R      F1       lax P    R      F1       odd F1   even F1  ms/release`)
  const gold = releases.map(goldOf)
  const show = (way, found, ms) => report(way, gold, found, { ms, by, sets })
  const [aligned, ms] = timed(() => releases.map(release => alignAlone(release, packOf)))
  const sure = [['aligned', show('aligned', aligned, ms)]]
  show('without packs', ...timed(() => releases.map(release => alignAlone(release, () => undefined))))
  const isMany = Object.keys(releases[0].paragraphs).length > 2
  if (isMany) show('pair by pair', ...timed(() => releases.map(release => pairByPair(release))))
  if (embed) {
    const vectors = await vectorsOf(releases, embed)
    const way = 'with vectors'
    const [found, ms] = timed(() => releases.map(release => alignAlone(release, packOf, vectors)))
    sure.push([way, show(way, found, ms)])
    if (isMany) show('pairs, vectors', ...timed(() => releases.map(release => pairByPair(release, vectors))))
  }
  moves(gold, aligned)
  for (const way of isAlignedOnly(name) ? [] : ['built', 'laid out anew']) {
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

/** The vector of each paragraph. */
async function vectorsOf(releases, embed) {
  const texts = [...new Set(releases.flatMap(({ paragraphs }) => Object.values(paragraphs).flat()))]
  const vectors = await embed(texts)
  return new Map(texts.map((text, k) => [text, vectors[k]]))
}

const textsOf = (release, pack, vectors) =>
  Object.entries(release.paragraphs).map(([tag, paragraphs]) => ({
    id: fileName(release, tag),
    pack: pack(tag) ?? null,
    paragraphs: paragraphs.map(text => ({ text, ...(vectors && { vector: vectors.get(text) }) })),
  }))

function alignAlone(release, pack, vectors) {
  const texts = textsOf(release, pack, vectors)
  const { units, beads } = align(texts)
  return {
    files: new Map(texts.map(({ id, paragraphs }) => [id, paragraphs.length])),
    units: units.map(unit => ({ confidence: unit.confidence, paragraphs: new Map(Object.entries(unit.paragraphs)) })),
    beads,
  }
}

function pairByPair(release, vectors) {
  const texts = textsOf(release, packOf, vectors)
  const done = new Map()
  for (const a of texts)
    for (const b of texts) if (a.id < b.id) done.set(`${a.id} ${b.id}`, align([a, b]).beads(a.id, b.id))
  return {
    files: new Map(texts.map(({ id, paragraphs }) => [id, paragraphs.length])),
    units: [],
    beads: (a, b) => done.get(`${a} ${b}`),
  }
}
