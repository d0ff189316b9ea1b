/**
 * A folder of mails in one file (RFC 4155): each begins with a line of `From `, an address and a date, behind a blank line.
 * In a text such a line is written `>From `, and one `>` is taken off (mboxrd). The mails are given as they are, and opened next.
 */
import type { Opened, OpenOptions } from './inner.js'

/** `From someone@example.net Tue Mar  3 10:15:00 2026`; the address may be missing, a year is always there. */
const FROM_LINE = /^From [^\r\n]{0,300}\d{4}[^\r\n]{0,40}\r?\n/
const QUOTED_FROM = /^>(>*From )/gm

/** The mails. */
export async function* openMbox(bytes: Uint8Array, path: string, _: OpenOptions): AsyncGenerator<Opened> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let message = 0
  for (let at = 0; at < text.length; ) {
    const end = nextMail(text, at + 1)
    const mail = text.slice(at + firstLine(text, at), end).replace(QUOTED_FROM, '$1')
    at = end
    if (mail.trim() === '') continue
    message++
    const step = { mbox: path, message }
    yield { suffix: `#${message}`, bytes: Buffer.from(mail, 'latin1'), step, facts: {}, format: 'mail' }
  }
}

/** The length of the line that begins a mail; 0 where the first mail begins without one. */
const firstLine = (text: string, at: number) => FROM_LINE.exec(text.slice(at, at + LONGEST_LINE))?.[0].length ?? 0

const LONGEST_LINE = 512

function nextMail(text: string, from: number): number {
  for (let at = text.indexOf('\nFrom ', from); at >= 0; at = text.indexOf('\nFrom ', at + 1)) {
    const isBehindBlank = text[at - 1] === '\n' || (text[at - 1] === '\r' && text[at - 2] === '\n')
    if (isBehindBlank && firstLine(text, at + 1) > 0) return at + 1
  }
  return text.length
}
