/**
 * The forms that one side of a bead can have: one, two or three rows that follow each other, or two rows with one
 * between them that the other text lacks (a paragraph inserted into the middle of what the other text has merged).
 */

/** `span`: rows from the first to the last; `rows`: offsets of those that belong to it. */
export interface Form {
  readonly span: number
  readonly rows: readonly number[]
}

export const FORMS: readonly Form[] = [
  { span: 1, rows: [0] },
  { span: 2, rows: [0, 1] },
  { span: 3, rows: [0, 1, 2] },
  { span: 3, rows: [0, 2] },
]

/** Rows of the widest form, from the first to the last. */
export const WIDEST_FORM = 3

/** Forms without a hole. */
export const SOLID = 3
export const HOLED = 3

/** Pairs of forms that a bead may join, the narrow ones first: solid ones, and a form with a hole against a single row. */
export const SHAPES: readonly (readonly [number, number])[] = FORMS.flatMap((_, f) =>
  FORMS.map((_, g) => [f, g] as const),
)
  .filter(([f, g]) => (f < SOLID && g < SOLID) || f + g === HOLED)
  .sort(([f, g], [h, k]) => f + g - h - k || f - h)
/** How wide beads are looked at: the first so many shapes, of the first so many forms. */
export interface Width {
  readonly shapes: number
  readonly forms: number
}
/** One row against one. */
export const SINGLE: Width = { shapes: 1, forms: 1 }
/** The same, and one row against two. */
export const NARROW: Width = { shapes: 3, forms: 2 }
export const ALL: Width = { shapes: SHAPES.length, forms: FORMS.length }

/** Some rows of a text as one number: the first row and the form. */
export type SpanCode = number
export const spanCode = (start: number, form: number): SpanCode => start * FORMS.length + form
export const spanStart = (code: SpanCode): number => Math.floor(code / FORMS.length)
export const spanForm = (code: SpanCode): number => code % FORMS.length

/** The rows that a code stands for. */
export const spanRows = (code: SpanCode): number[] =>
  FORMS[spanForm(code)]!.rows.map(offset => spanStart(code) + offset)

/** The code of rows, or -1 where no form fits them. */
export function codeOfRows(rows: readonly number[]): SpanCode {
  const form = FORMS.findIndex(
    ({ rows: offsets }) =>
      offsets.length === rows.length && offsets.every((offset, k) => rows[k] === rows[0]! + offset),
  )
  return form < 0 ? -1 : spanCode(rows[0]!, form)
}
