/**
 * The parts of a mail (RFC 2046): which of them are its texts, and which are files. Of alternatives, which say the same, one is
 * taken: the plain text, if it says as much as the HTML does, because nobody had to take markup off it. Pictures that the HTML
 * shows and signatures are no files.
 */
import { lettersOf } from './mail-text.js'
import type { MimePart } from './mime-part.js'

/** A part without parts, and what it is. */
export interface Leaf {
  readonly part: MimePart
  /** As IMAP counts (RFC 9051, 6.4.5). */
  readonly number: string
  readonly role: 'text' | 'file' | 'left out'
  readonly fileName: string | null
}

/** With fewer letters than this share of the HTML's, a plain text is a note to read it elsewhere, or a beginning. */
const AS_MUCH = 0.8

const SIGNATURE = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)$/

/** The texts and files of a mail, in their order. `decodeWords` decodes file names (RFC 2047). */
export function leavesOf(root: MimePart, decodeWords: (text: string) => string): Leaf[] {
  const taken = textsOf(root)
  if (taken.length === 0 && root.childNodes.length === 0 && root.contentType.multipart !== false) taken.push(root)
  const leaves: Leaf[] = []
  const walk = (part: MimePart, number: string) => {
    if (part.childNodes.length > 0) {
      for (const [i, child] of part.childNodes.entries()) walk(child, number === '' ? `${i + 1}` : `${number}.${i + 1}`)
    } else if (part.content !== null) {
      const name = fileNameOf(part)
      const role = taken.includes(part) ? 'text' : isLeftOut(part) ? 'left out' : 'file'
      leaves.push({ part, number: number || '1', role, fileName: name && lastName(decodeWords(name)) })
    }
  }
  walk(root, '')
  return leaves
}

/** The parts that are the mail's own text, one of each set of alternatives. */
function textsOf(part: MimePart): MimePart[] {
  if (part.childNodes.length === 0) return isText(part) ? [part] : []
  const texts = part.childNodes.flatMap(textsOf)
  return part.contentType.multipart === 'alternative' ? bestOf(texts) : texts
}

function bestOf(texts: MimePart[]): MimePart[] {
  const plain = texts.filter(part => !isHtml(part))
  const html = texts.filter(isHtml)
  if (plain.length === 0 || html.length === 0) return texts.slice(0, 1)
  const lettersIn = (parts: MimePart[]) =>
    parts.reduce((sum, part) => sum + lettersOf(part.getTextContent(), isHtml(part)), 0)
  return lettersIn(plain) >= AS_MUCH * lettersIn(html) ? plain : html
}

const isHtml = (part: MimePart) => part.contentType.parsed.value === 'text/html'

/** A text without a name that is not sent as a file. */
function isText(part: MimePart): boolean {
  const type = part.contentType.parsed.value
  const isAttached = part.contentDisposition.parsed.value === 'attachment' || fileNameOf(part) !== null
  return (type === 'text/plain' || type === 'text/html') && !isAttached && part.content !== null
}

/** What the mail shows in its HTML or says another way, and what signs it. */
function isLeftOut(part: MimePart): boolean {
  const type = part.contentType.parsed.value
  return isText(part) || SIGNATURE.test(type) || (type.startsWith('image/') && part.contentId !== undefined)
}

const fileNameOf = ({ contentDisposition, contentType }: MimePart): string | null =>
  contentDisposition.parsed.params.filename || contentType.parsed.params.name || null

/** The name alone, without folders and controls; null where nothing is left. */
function lastName(path: string): string | null {
  const name = path
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\0-\x1F\x7F]+/g, ' ')
    .trim()
  return name === '' || name === '.' || name === '..' ? null : name
}
