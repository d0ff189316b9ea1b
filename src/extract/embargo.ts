/**
 * Until when a release is not to be published: a line that begins as the pack's embargo labels do, and the date and the
 * local time in it, in either order (`Sperrfrist: 2. März 2026, 10 Uhr`, `EMBARGOED UNTIL 09:00 CET, 3 May 2026`). A
 * time zone is given as it is written and never guessed; a date without a year says nothing by itself.
 */

import { dateAt, timeIn } from '../anatomy/dates.js'
import type { LanguagePack } from '../languages/pack.js'
import type { Block, Embargo } from '../model.js'
import { eat } from '../tokens/alternation.js'
import { patternsOf } from '../tokens/patterns.js'

const LONGEST = 200
const WORD = /(?<![\p{L}\p{M}\d])[\p{L}\d]/gu

/** The embargo that the first such line states; null where there is none. */
export function embargoOf(blocks: readonly Block[], pack: LanguagePack): Embargo | null {
  const block = blocks.find(({ kind, text }) => kind === 'label' && patternsOf(pack).embargo(text) !== null)
  if (!block) return null
  const text = block.text.slice(0, LONGEST)
  const date = firstDate(text, pack)
  if (!date) return { until: null, zone: null, block: block.id }
  const clock = date.found.time ? date.found : timeIn(text.slice(0, date.at))
  const until = date.found.iso?.length === 10 && clock?.time ? `${date.found.iso}T${clock.time}` : date.found.iso
  return { until, zone: (until && clock?.zone) ?? null, block: block.id }
}

/** The first full date, tried at every word. */
function firstDate(text: string, pack: LanguagePack) {
  for (let match = eat(WORD, text, 0); match; match = WORD.exec(text)) {
    const found = dateAt(text, match.index, pack)
    if (found?.iso) return { at: match.index, found }
  }
  return null
}
