/**
 * Goldens: every case under fixtures/ comes out as its expected.json says. `npm run golden` rewrites them; a changed
 * golden is reviewed like code. Never rewrite one to turn red green.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCorpus } from '../src/index.js'
import { packs } from '../src/languages/index.js'
import type { ReleaseRecord, Unused } from '../src/model.js'
import { cases, FIXTURES } from './fixtures.js'

/** The machine's ICU version is not a matter of the case. */
const settled = (record: ReleaseRecord) => ({ ...record, generator: { ...record.generator, version: '*', icu: '*' } })

describe.each(cases)('$name', ({ folder }) => {
  test('comes out as expected', async () => {
    const unused: Unused[] = []
    const records: ReleaseRecord[] = []
    for await (const record of parseCorpus([join(folder, 'input')], { onUnused: u => unused.push(u) }))
      records.push(record)
    expect(unused).toEqual([])
    await expect(`${JSON.stringify(records.map(settled), null, 2)}\n`).toMatchFileSnapshot(
      join(folder, 'expected.json'),
    )
  })

  test('says what is hard about it', () => {
    expect(existsSync(join(folder, 'about.md'))).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(['about.md', 'expected.json', 'input'])
  })
})

test('there are at least eight releases and one case a language', () => {
  expect(readdirSync(join(FIXTURES, 'releases')).length).toBeGreaterThanOrEqual(8)
  expect(readdirSync(join(FIXTURES, 'languages')).sort()).toEqual(packs.map(pack => pack.tag))
})
