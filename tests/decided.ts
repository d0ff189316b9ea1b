/** Decisions as the pages of a report save them, made from records by the data that the pages are given. */
import type { Decision, Decisions, ReleaseRecord, RepairDecision, SplitDecision } from '../src/model.js'
import { releaseData } from '../src/report/release-data.js'

/** A file of decisions. */
export const fileOf = (...decisions: readonly Decision[]): Decisions => ({
  decisionsVersion: '1.0',
  offsetUnit: 'utf16',
  generator: '0.1.0',
  decisions,
})

/** The same as a text. */
export const textOf = (...decisions: readonly Decision[]) => `${JSON.stringify(fileOf(...decisions), null, 2)}\n`

/** A decision on every repair of the records. */
export const onRepairs = (records: readonly ReleaseRecord[], verdict: RepairDecision['verdict']): RepairDecision[] =>
  records.flatMap(record =>
    releaseData(record).documents.flatMap(({ sha256, repairs }) =>
      repairs.map(([start, end, before, after, kind]) => ({
        about: 'repair' as const,
        verdict,
        sha256,
        start,
        end,
        before,
        after,
        kind,
      })),
    ),
  )

/** For every row of the pages that it is wrong: units, and blocks that stand alone. */
export const onRows = (record: ReleaseRecord): Decision[] => {
  const { documents, rows } = releaseData(record)
  return rows.map(row => ({
    about: 'alignment',
    verdict: 'wrong',
    documents: row.map(([document, blocks]) => ({ sha256: documents[document]!.sha256, blocks })),
  }))
}

/** The hashes of the files of a release. */
export const filesOf = ({ documents }: ReleaseRecord) => documents.map(({ sha256 }) => sha256)

/** Releases that are two, or one. */
export const onReleases = (verdict: SplitDecision['verdict'] | 'merge', ...parts: readonly string[][]): Decision => ({
  about: 'release',
  verdict,
  parts,
})
