/** The way of records into a format: one by one, and nothing of a record is kept when it is done. */
import { UserError } from '../errors.js'
import type { ReleaseRecord } from '../model.js'
import type { Counts, Piece, Settings } from './format.js'
import type { Format } from './formats.js'
import { gathering } from './gathering.js'

export { byName, namesIn } from './editions.js'
export { type Counts, noCounts, type Piece, type Settings } from './format.js'
export { type Format, type FormatName, formats } from './formats.js'
export { type ExportSettings, formatNamed, settingsOf } from './settings.js'

/** What comes one by one, now or later. */
export type Records = Iterable<ReleaseRecord> | AsyncIterable<ReleaseRecord>

/**
 * The pieces of an export, each of some hundred kilobytes but for whole files; `counts` is counted up.
 * @throws UserError where the format cannot be without a unit and there is none, or needs a package that is missing
 */
export async function* exportPieces(
  records: Records,
  { write, needsRows }: Format,
  settings: Settings,
  counts: Counts,
): AsyncGenerator<Piece> {
  const writer = await write(settings, counts)
  const { add, rest } = gathering(counts)
  yield* add(writer.begin())
  for await (const record of records) {
    counts.releases++
    yield* add(writer.add(record))
  }
  yield* add(writer.end())
  yield* rest()
  if (needsRows && counts.rows === 0)
    throw new UserError(`nothing is aligned between ${settings.languages?.join(' and ')}; the format needs a unit`)
}
