/** Releases of a series are told apart, in one language and across languages (`series-texts.ts`). */
import { describe, expect, test } from 'vitest'
import { groupProfiles } from '../src/group/group.js'
import { profileOf } from '../src/group/profile.js'
import { packOf } from '../src/languages/index.js'
import { SERIES, seriesOf } from './series-texts.js'

/** Pairs of documents that are in one group, and of those the ones that should be. */
function pairsOf(all: ReturnType<typeof seriesOf>) {
  const profiles = all.map(({ document }) => profileOf(document, packOf))
  const groups = groupProfiles({ count: profiles.length, profileAt: k => profiles[k]! })
  const pairs = groups.flatMap(({ members }) =>
    members.flatMap((a, k) => members.slice(k + 1).map(b => [a.document, b.document] as const)),
  )
  const right = pairs.filter(([a, b]) => all[a]!.release === all[b]!.release)
  const wanted = all.flatMap((a, k) => all.slice(k + 1).filter(b => a.release === b.release))
  return { precision: right.length / Math.max(1, pairs.length), recall: right.length / wanted.length }
}

describe.each(Object.entries(SERIES))('%s', (_, template) => {
  test('in six languages', () => {
    const { precision, recall } = pairsOf(seriesOf(template))
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test.each(Object.keys(template))('in %s alone: no versions', tag => {
    const own = seriesOf({ [tag]: template[tag]! })
    expect(pairsOf(own).precision).toBe(0) // no pair at all
  })
})
