/** Subscripts and superscripts that became `?`: the rest of the formula or the unit tells which. */
import type { Repair } from '../../model.js'
import { type Ground, replaced } from '../pass.js'
import { isWordChar, lettersAfter, lettersBefore } from '../words.js'

const inFormula: Ground = { kind: 'lost-character', evidence: 'formula', lossy: true, confidence: 0.98 }

/** Formulas and units with a character outside the charsets of their languages. */
const FORMULAS = [
  'CO₂',
  'SO₂',
  'NO₂',
  'N₂O',
  'H₂O',
  'O₂',
  'H₂',
  'CH₄',
  'NH₃',
  'NOₓ',
  'SF₆',
  'TiO₂',
  'SiO₂',
  'Al₂O₃',
  'PM₁₀',
]
/** Of m² and m³ the square is far more frequent; the cube is not read. */
const UNITS = ['m²', 'km²', 'cm²', 'mm²']

/** The formula or unit whose one character stands at the site. */
export function formulaAt(text: string, at: number): { sign: string; before: string } | null {
  const before = lettersBefore(text, at)
  const after = lettersAfter(text, at + 1)
  for (const name of FORMULAS) {
    const place = [...name].findIndex(c => c > '\u2000')
    const behind = name.slice(place + 1)
    if (before === name.slice(0, place) && (behind ? after === behind : !/^\p{L}/u.test(after)))
      return { sign: name[place]!, before }
  }
  if (isWordChar(text[at + 1])) return null
  const unit = /\d\s$/.test(text.slice(Math.max(0, at - before.length - 2), at - before.length))
    ? UNITS.find(u => u.slice(0, -1) === before)
    : undefined
  return unit ? { sign: '²', before } : null
}

/** The sign restored; null where no formula or unit stands at the site. */
export function formula(text: string, at: number): Repair | null {
  const found = formulaAt(text, at)
  return found && replaced(text, at, 1, found.sign, inFormula)
}
