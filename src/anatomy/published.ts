/**
 * The line that a site prints above or below a text with the time of its publication. The date comes first or behind a
 * word for publication, then nothing but the time, and behind a bar or a dash the source.
 *
 *     > | 17.8.2026 06:00:00 CEST | Elbwerk A/S | Pressemeddelelse
 *     > | Geplaatst op 3 maart 2026
 */
import type { LanguagePack } from '../languages/pack.js'
import { alternation, anyCase } from '../tokens/alternation.js'
import { dateAt } from './dates.js'

const LONGEST = 110
const AFTER =
  /^(?:,?\s{0,2}[|–—/-]?\s{0,2}(?:(?:kl\.?|klokken|um|at|alle|alle ore|ore|om|בשעה)\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?:[ap]\.?m\.?|Uhr|uur|h)(?!\p{L}))?)?(?:[:.]\d{2})?\s{0,2}(?:[A-Z]{2,4}(?:\/[A-Z]{2,4})?)?\s{0,2}(?:[|–—,·/-].{0,80})?$/u
const leads = new WeakMap<LanguagePack, RegExp>()

/** The date of publication that a line states and nothing else, ISO 8601; null where it is another line. */
export function publishedAt(text: string, pack: LanguagePack): string | null {
  if (text.length > LONGEST) return null
  const from = leadPattern(pack).exec(text)?.[0].length ?? 0
  const date = dateAt(text, from, pack)
  return date?.iso && AFTER.test(text.slice(date.end)) ? date.iso : null
}

function leadPattern(pack: LanguagePack): RegExp {
  let pattern = leads.get(pack)
  if (!pattern) {
    pattern = anyCase(`^(?:${alternation(pack.publishedLeads)})\\s?:?\\s`, 'u')
    leads.set(pack, pattern)
  }
  return pattern
}
