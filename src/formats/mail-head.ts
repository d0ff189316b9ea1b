/**
 * The header of a mail, told from a release that begins with `Date:` and `Contact:`: three fields or more, one of them such
 * as only a mail program writes.
 */

/** Header fields that only a mail program writes; a release may well begin with `Date:` or `Contact:`. */
const MAIL_FIELDS =
  /^(?:mime-version|message-id|received|return-path|delivered-to|content-transfer-encoding|dkim-signature)$/
const MAIL_FIELD = /^([!-9;-~]{1,76}):/

/** Does a text begin with the header of a mail? `start` has no byte order mark and no blanks before it. */
export function isMailHead(start: string): boolean {
  const names: string[] = []
  for (const line of start.split(/\r?\n/)) {
    if (line === '') break
    if (/^[ \t]/.test(line) || (names.length === 0 && line.startsWith('From '))) continue
    const name = MAIL_FIELD.exec(line)?.[1]
    if (name === undefined) break
    names.push(name.toLowerCase())
  }
  return names.length >= 3 && names.some(name => MAIL_FIELDS.test(name))
}
