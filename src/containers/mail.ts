/**
 * A mail: its body, further texts in it, and its attachments, each with its number as IMAP counts parts (`2.1` is the first
 * part of the second; a mail without parts is `1`). postal-mime reads the structure; the only door to it. The bytes of a text
 * are given as they were sent, with the charset that the mail states, so that what was lost on the way can be repaired.
 * Limits: postal-mime does not show its tree, so its version is fixed; signed mails (S/MIME) are an attachment.
 */
import type { SourceFacts } from '../model.js'
import { type Opened, type OpenOptions, reasonOf, refused } from './inner.js'
import { type Leaf, leavesOf } from './mail-parts.js'
import { charsetOf, unflowed } from './mail-text.js'
import type { MimePart } from './mime-part.js'
import { statedFacts } from './stated-facts.js'

/** Mails of people have a handful; the time grows with the product of boundaries and lines. */
const MOST_BOUNDARIES = 1000
/**
 * A line of a text takes up to 2.4 kB and 18 microseconds while it is read (300,000 lines: 720 MB; 840,000: 15 s). A mail of 17 MB in
 * base64 has as many.
 */
const MOST_LINES = 220_000

/** The texts and files of a mail; the body has no suffix, the second text is `#2`, an attachment `/report.pdf`. */
export async function* openMail(bytes: Uint8Array, path: string, { maxBytes }: OpenOptions): AsyncGenerator<Opened> {
  const excess = excessOf(bytes)
  if (excess !== null) return yield refused('', 'TOO_LARGE', excess)
  try {
    const { leaves, facts } = await parsed(bytes)
    const names = namer()
    const texts = leaves.filter(({ role }) => role === 'text')
    const files = leaves.filter(({ role }) => role === 'file')
    for (const [i, leaf] of texts.entries())
      yield textOf(leaf, { suffix: i === 0 ? '' : `#${i + 1}`, path, facts: i === 0 ? facts : withoutTitle(facts) })
    for (const [i, leaf] of files.entries()) {
      const suffix = names(leaf.fileName, texts.length + i + 1)
      if (leaf.part.content!.byteLength > maxBytes)
        yield refused(suffix, 'TOO_LARGE', `it has more than ${maxBytes} bytes`)
      else yield fileOf(leaf, { suffix, path, facts: withoutTitle(facts) })
    }
  } catch (error) {
    yield refused('', 'UNREADABLE', `the mail cannot be read: ${reasonOf(error)}`)
  }
}

/** What would take too long or too much memory to read; null for what mails have. */
function excessOf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let lines = 0
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines++
  if (lines > MOST_LINES) return `the mail has more than ${MOST_LINES} lines; save its attachments as files`
  const boundaries = text.toString('latin1').match(/\bboundary[*=\s]/gi)?.length ?? 0
  return boundaries > MOST_BOUNDARIES
    ? `the mail has more than ${MOST_BOUNDARIES} parts with parts; save what you need`
    : null
}

async function parsed(bytes: Uint8Array): Promise<{ leaves: Leaf[]; facts: SourceFacts }> {
  const { default: PostalMime, decodeWords } = await import('postal-mime')
  const parser = new PostalMime({ forceRfc822Attachments: true })
  const mail = await parser.parse(bytes)
  const { root } = parser as unknown as { readonly root: MimePart }
  const header = (key: string) => root.headers.find(line => line.key === key)?.value ?? ''
  const { subject: title, from } = mail
  const stated = { title, publisher: from?.name, date: header('date'), language: header('content-language') }
  return { leaves: leavesOf(root, decodeWords), facts: statedFacts(stated) }
}

interface Place {
  readonly suffix: string
  readonly path: string
  readonly facts: SourceFacts
}

function textOf({ part, number }: Leaf, { suffix, path, facts }: Place): Opened {
  const bytes = unflowed(part)
  if (bytes.every(byte => byte <= SPACE)) return refused(suffix, 'EMPTY', 'the mail has no text of its own')
  const charset = charsetOf(part, bytes)
  return {
    suffix,
    bytes,
    step: { mail: path, part: number },
    facts: { ...facts, ...stated(part) },
    format: part.contentType.parsed.value === 'text/html' ? 'html' : 'text',
    ...(charset && { charset }),
  }
}

const SPACE = 0x20

function fileOf({ part, number }: Leaf, { suffix, path, facts }: Place): Opened {
  const bytes = new Uint8Array(part.content!)
  const type = part.contentType.parsed.value
  const charset = type.startsWith('text/') ? charsetOf(part, bytes) : undefined
  const step = { mail: path, part: number }
  const place = { suffix, bytes, step, facts: { ...facts, ...stated(part) }, ...(charset && { charset }) }
  return type === 'message/rfc822' ? { ...place, facts: {}, format: 'mail' } : place
}

/** The language that a part states, if it states one. */
const stated = ({ headers }: MimePart) =>
  statedFacts({ language: headers.find(({ key }) => key === 'content-language')?.value })

/** The subject names the body, not what comes with it. */
const withoutTitle = ({ title: _, ...facts }: SourceFacts): SourceFacts => facts

/** Suffixes of attachments: the name, behind a number where it is the second of this name, or the number alone. */
function namer() {
  const seen = new Set<string>()
  return (fileName: string | null, number: number) => {
    if (fileName === null) return `#${number}`
    if (seen.has(fileName)) return `#${number}/${fileName}`
    seen.add(fileName)
    return `/${fileName}`
  }
}
