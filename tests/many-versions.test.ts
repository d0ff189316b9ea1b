/** A release with hundreds of damaged copies of one text: what each is compared with has an end. */
import { describe, expect, test } from 'vitest'
import { readDocument } from '../src/pipeline/read-document.js'
import { releaseRecord } from '../src/pipeline/release-record.js'
import { votersOf } from '../src/releases/versions.js'
import { texts } from './check-texts.js'

const read = (path: string, text: string) => readDocument({ path, bytes: Buffer.from(text) })
/** Wrapped without blank lines, so that boundaries are in doubt, and every letter beyond ASCII lost. */
const damaged = texts
  .de!.flatMap(text => text.match(/.{1,72}(?: |$)/g) ?? [])
  .join('\n')
  .replace(/[^\x00-\x7f]/g, '?')

function recordOf(copies: number) {
  const first = read('de.txt', damaged)
  const others = Array.from({ length: copies }, (_, k) => ({
    ...first,
    path: `de-${k}.txt`,
    sha256: `${k}`.padStart(64, '0'),
  }))
  const versions = others.map((_, k) => ({ document: k + 2, versionOf: 1, kind: 'copy' as const }))
  return releaseRecord({
    documents: [read('da.txt', texts.da!.join('\n\n')), first, ...others],
    versions,
    nearest: null,
  })
}

describe('damaged copies', () => {
  test('come out as the one that they are copies of, and cost as much each as few do', () => {
    const time = (copies: number) => {
      const start = process.cpuUsage().user
      const { documents } = recordOf(copies)
      const german = new Set(documents.slice(1).map(d => d.blocks.map(block => block.text).join('\n')))
      expect({ texts: german.size, documents: documents.length }).toEqual({ texts: 1, documents: copies + 2 })
      return process.cpuUsage(undefined).user - start
    }
    time(10)
    expect(time(960) / time(160)).toBeLessThan(9) // each with each it would be 15 and more
  })
})

test('of few documents all are heard, of many the first texts of each language before their versions', () => {
  const ids = (count: number) => ['da', 'de', ...Array.from({ length: count }, (_, k) => `de-${k + 2}`), 'it']
  expect(votersOf(ids(21))).toEqual(ids(21))
  expect(votersOf(ids(100))).toEqual(['da', 'de', ...Array.from({ length: 21 }, (_, k) => `de-${k + 2}`), 'it'])
})
