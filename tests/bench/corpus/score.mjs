/**
 * How well files were brought together: the groups that a run found against the true ones, pair by pair, file by file
 * (B-cubed) and release by release. A file that is in no group counts as alone.
 */
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** The true release of each path, as the manifest has it. */
export function truthOf(manifest) {
  const lines = readFileSync(manifest, 'utf8').split('\n').filter(Boolean)
  return new Map(lines.map(line => line.split('\t').slice(0, 2)))
}

/** The paths of each record of a file with a record a line. */
export async function groupsOf(records) {
  const groups = []
  for await (const line of createInterface({ input: createReadStream(records) }))
    groups.push(JSON.parse(line).documents.map(document => document.path))
  return groups
}

const pairs = count => (count * (count - 1)) / 2
const f1 = (precision, recall) => (precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall))

/** @returns shares between 0 and 1: `pairwise` and `bcubed` with precision, recall and f1, and releases exactly right */
export function scoreOf(truth, groups) {
  const grouped = new Set(groups.flat())
  const found = [...groups, ...[...truth.keys()].filter(path => !grouped.has(path)).map(path => [path])]
  const sizes = new Map()
  for (const release of truth.values()) sizes.set(release, (sizes.get(release) ?? 0) + 1)
  const sums = { both: 0, found: 0, right: 0, precision: 0, recall: 0, exact: 0 }
  for (const group of found) {
    const shares = new Map()
    for (const path of group) shares.set(truth.get(path), (shares.get(truth.get(path)) ?? 0) + 1)
    sums.found += pairs(group.length)
    for (const [release, count] of shares) {
      sums.both += pairs(count)
      sums.precision += count ** 2 / group.length
      sums.recall += count ** 2 / sizes.get(release)
      if (count === group.length && count === sizes.get(release)) sums.exact++
    }
  }
  for (const size of sizes.values()) sums.right += pairs(size)
  const share = (part, whole) => (whole === 0 ? 1 : part / whole)
  const measure = (precision, recall) => ({ precision, recall, f1: f1(precision, recall) })
  return {
    pairwise: measure(share(sums.both, sums.found), share(sums.both, sums.right)),
    bcubed: measure(share(sums.precision, truth.size), share(sums.recall, truth.size)),
    exact: share(sums.exact, sizes.size),
  }
}
