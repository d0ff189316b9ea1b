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
import type { Patterns } from '../text/patterns.js'
import { isCompany, type Shape } from './own-kind.js'

// Entries of menus have no more words; a title has more.
const ENTRY_WORDS = 2
// So many words of menus make one, whose last entry no pack may know.
const FEWEST_ENTRIES = 2

/** Turns headings and contacts that belong to the furniture into `chrome`. */
export function siteChrome(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns, pack: LanguagePack): void {
  menu(shapes, kinds, patterns)
  const first = kinds.findIndex(kind => kind !== 'chrome' && kind !== 'label')
  if (kinds[first - 1] === 'chrome' && kinds[first + 1] === 'heading' && isCompany(shapes[first]!.text, pack))
    kinds[first] = 'chrome'
  footer(kinds)
}

function menu(shapes: readonly Shape[], kinds: BlockKind[], patterns: Patterns): void {
  const words = (i: number) => shapes[i]!.text.slice(0, 100).split(/\s+/).length
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
