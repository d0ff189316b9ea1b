/**
 * What a glyph says: ligatures and other forms that only print has are the letters they stand for, as all other texts of a
 * corpus write them.
 */
import { hasRightToLeft } from '../../tokens/direction.js'

/** Ligatures of Latin letters, Hebrew and Arabic forms (Unicode, Alphabetic and Arabic Presentation Forms). */
const FORMS = /[\ufb00-\ufb06\ufb13-\ufb4f\ufb50-\ufdfb\ufe70-\ufefc]/
/** Signs of fonts that have no letters: their bullets and arrows stand in the private use area. */
const PRIVATE = /^[\ue000-\uf8ff]$/
const BULLET = '•'
/** A hyphen that is seen is one: soft hyphens are not printed elsewhere. */
const SOFT_HYPHEN = /\u00ad/g
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g
const ALONE = /^\p{M}+$/u

/** The characters of a glyph, in visual order where it holds several from right to left. */
export function charactersOf(glyph: string): string {
  const text = glyph.replace(SOFT_HYPHEN, '-').replace(CONTROLS, '')
  if (PRIVATE.test(text)) return BULLET
  const plain = FORMS.test(text) ? text.normalize('NFKC') : text
  return plain.length > 1 && hasRightToLeft(plain) ? turnedRound(plain) : plain
}

/** Characters with their marks, the last one first. */
const turnedRound = (text: string) => (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []).reverse().join('')

/** Nothing but an accent or a point, which belongs to the letter before. */
export const isMark = (glyph: string): boolean => ALONE.test(glyph)
