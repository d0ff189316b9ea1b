/** How large a file may be, and sizes as people write them: a thousand of something is 1024 of it, as for disks and `find`. */
import { UserError } from '../errors.js'

/**
 * The most bytes that can be read as one text. Texts and records are strings, which hold 2^29 characters, and a record
 * of a damaged text is some times as long as the text.
 */
export const MAX_BYTES = 2 ** 27

/** The most that is read unless the user says otherwise: a release has a few thousand characters, a year of a wire less than this. */
export const DEFAULT_BYTES = 2 ** 25

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const
const SIZE = /^(\d{1,15}(?:\.\d{1,6})?)\s?(?:([kmgt])i?b?|b)?$/i

/** `500k`, `1.5 MB` or `4096` as a number of bytes. Throws a UserError for anything else, and for more than `MAX_BYTES`. */
export function bytesOfSize(size: string): number {
  const match = SIZE.exec(size)
  if (!match) throw new UserError(`--max-bytes takes a size such as 500k, 64MB or 4096, not "${size}"`)
  const [, number, unit = ''] = match
  const power = unit === '' ? 0 : ' kmgt'.indexOf(unit.toLowerCase())
  return checkMaxBytes(Math.floor(Number(number) * 1024 ** power))
}

/** The limit of a run. Throws a UserError for one that is no whole number from 1, or more than a text can have. */
export function checkMaxBytes(bytes: number): number {
  if (!Number.isInteger(bytes) || bytes < 1)
    throw new UserError(`the most bytes of a file must be a whole number from 1, not ${bytes}`)
  if (bytes > MAX_BYTES)
    throw new UserError(
      `no file above ${sizeText(MAX_BYTES)} can be read as one text; use a smaller size and split the file`,
    )
  return bytes
}

/** A size for people: `1.4 MB`; whole numbers below a kilobyte and where there is nothing behind the point. */
export function sizeText(bytes: number): string {
  if (bytes === 1) return '1 byte'
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${(bytes / 1024 ** power).toFixed(1).replace(/\.0$/, '')} ${UNITS[power]}`
}
