/**
 * Furniture that sites print around a text, told by its neighbours: short lines between the words of a menu above the
 * title, what follows the last of the text under such a word, and the issuer's name between the time of publication
 * and the title.
 *
 *     > | Home / Unternehmen / Kontakt / Teilen      chrome, heading, contact, chrome: one menu
 *     > | Die Überschrift
 */
import type { LanguagePack } from '../languages/pack.js'
import type { BlockKind } from '../model.js'
import type { Patterns } from '../tokens/patterns.js'
import { wordsIn } from './lines.js'
import { isCompany, type Shape } from './own-kind.js'

// Entries of menus have no more words; a title has more.
const ENTRY_WORDS = 2
// So many words of menus make one, whose last entry no pack may know.
const FEWEST_ENTRIES = 2
// The title stands among the first blocks.
const OPENING = 24

/** Turns headings and contacts that belong to the furniture into `chrome`. */
export function siteChrome(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns, pack: LanguagePack): void {
  menu(shapes, kinds, patterns)
  issuerLine(shapes, kinds, pack)
  footer(kinds)
}

/** The issuer between what the site prints and the title, or behind it: another heading must be left. */
function issuerLine(shapes: readonly Shape[], kinds: BlockKind[], pack: LanguagePack): void {
  const body = kinds.findIndex(kind => kind !== 'chrome' && kind !== 'label' && kind !== 'heading')
  const above = kinds.slice(0, body < 0 ? kinds.length : Math.min(body, OPENING))
  const at = above.findIndex(
    (kind, i) => kind === 'heading' && above[i - 1] === 'chrome' && isCompany(shapes[i]!.text, pack),
  )
  if (at >= 0 && above.some((kind, i) => kind === 'heading' && i !== at)) kinds[at] = 'chrome'
}

function menu(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns): void {
  const words = (i: number) => wordsIn(shapes[i]!.text.slice(0, 100))
  const entry = (i: number) => (kinds[i] === 'heading' || kinds[i] === 'contact') && words(i) <= ENTRY_WORDS
  let [end, first, known] = [0, -1, 0]
  for (; end < kinds.length && (kinds[end] === 'chrome' || kinds[end] === 'label' || entry(end)); end++) {
    if (!patterns.chrome(shapes[end]!.text)) continue
    known++
    if (first < 0) first = end
  }
  // The title must be among what follows.
  if (first < 0 || kinds[end] !== 'heading') return
  let last = end - 1
  if (known < FEWEST_ENTRIES) while (last > first && entry(last)) last--
  for (let i = first; i <= last; i++) if (entry(i)) kinds[i] = 'chrome'
}

/** Behind the text: once a word of the site has come, headings with no text under them are the site's. */
function footer(kinds: BlockKind[]): void {
  let start = kinds.length
  while (start > 0 && (kinds[start - 1] === 'heading' || kinds[start - 1] === 'chrome' || kinds[start - 1] === 'link'))
    start--
  const first = start > 0 ? kinds.indexOf('chrome', start) : -1
  if (first < 0) return
  for (let i = first; i < kinds.length; i++) if (kinds[i] === 'heading') kinds[i] = 'chrome'
}
