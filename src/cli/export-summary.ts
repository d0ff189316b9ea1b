/** What a person is told of an export: what was written, and whatever is not as it stands in the records. */
import type { ExportOptions } from '../api.js'
import type { Counts, Format } from '../export/export.js'

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** `12 units of 3 releases in da, de`. */
export function headline(
  { releases, documents, rows }: Counts,
  { hasUnits }: Format,
  { level = 'unit', languages }: ExportOptions,
): string {
  const what = hasUnits ? counted(rows, level) : counted(documents, 'document')
  return `${what} of ${counted(releases, 'release')}${languages ? ` in ${languages.join(', ')}` : ''}`
}

/** A line for each kind of thing that was left out or altered without being asked for. */
export function alterations(counts: Counts): string[] {
  const { superseded, unplaced, foreign, illegal, formulas, flattened, unpaired, unmarked } = counts
  const all: readonly (readonly [count: number, line: string])[] = [
    [superseded, `${counted(superseded, 'document')} skipped: a later version is in the release`],
    [
      unplaced,
      `${counted(unplaced, 'document')} skipped: here a tag names one text of a release; name the others by id, such as und-2`,
    ],
    [foreign, `${counted(foreign, 'text')} skipped: not in the language of the document`],
    [illegal, `${counted(illegal, 'character')} removed: not allowed in XML`],
    [
      unpaired,
      `${counted(unpaired, 'character')} replaced by U+FFFD: halves of surrogate pairs, which UTF-8 cannot hold`,
    ],
    [flattened, `${counted(flattened, 'text')} put on one line: tabs and line ends became blanks`],
    [formulas, `${counted(formulas, 'cell')} marked with an apostrophe, against formulas in a spreadsheet`],
    [unmarked, `${counted(unmarked, 'repair')} not marked: over the end of a sentence, or its result is no more there`],
  ]
  return all.filter(([count]) => count > 0).map(([, line]) => line)
}

/** Rows of several languages may stand under `und`, and whoever takes them for one must know. */
export const mixture = ({ unknown }: Counts, { hasUnits }: Format): string[] =>
  hasUnits && unknown > 1
    ? [
        `${counted(unknown, 'document')} in languages that parawire does not know: und is no one language, and its texts may be in several`,
      ]
    : []
