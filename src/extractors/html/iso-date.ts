/** Dates as machines write them. */

/** The date at the start of an ISO 8601 time, with the precision that it has; null for anything else. */
export function isoDate(text: string | undefined): string | null {
  const [date] = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?(?=$|[T\s])/.exec(text?.trim() ?? '') ?? []
  return date ?? null
}
