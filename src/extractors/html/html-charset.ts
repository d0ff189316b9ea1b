/**
 * The charset that a page states in its first bytes, by the prescan of the HTML standard (13.2.3.2), and the declaration
 * of XML that XHTML has. Nothing is decoded; whether the statement is true is for others to judge.
 */

/** The standard looks at 1,024 bytes; pages with long comments state it behind them, and browsers then start anew. */
const PRESCAN = 4096
const SPACE = '[\\t\\n\\f\\r /]'
const XML = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*(?:"([^"]*)"|'([^']*)')/i
const COMMENT_OR_META = new RegExp(`<!--(?:>|->|[^]*?-->|[^]*$)|<meta${SPACE}((?:[^>"']|"[^"]*"|'[^']*')*)`, 'gi')
const ATTRIBUTE = /([^\s/>"'=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g
const IN_CONTENT = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i

/** Labels of the Encoding standard whose charset has another name, or another meaning, for iconv-lite. */
const NAMES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  // what states it in bytes of ASCII is not UTF-16: the standard reads UTF-8
  'utf-16': 'utf-8',
  'utf-16le': 'utf-8',
  'utf-16be': 'utf-8',
  unicode: 'utf-8',
  'ucs-2': 'utf-8',
  'iso-10646-ucs-2': 'utf-8',
  // what says Latin-1 is read as windows-1252
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  iso88591: 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  l1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  cp1252: 'windows-1252',
  'x-cp1252': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso8859-9': 'windows-1254',
  latin5: 'windows-1254',
  // logical Hebrew has a name of its own, the bytes are the same
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  logical: 'iso-8859-8',
  visual: 'iso-8859-8',
  hebrew: 'iso-8859-8',
  'tis-620': 'windows-874',
  'iso-8859-11': 'windows-874',
  macintosh: 'macroman',
  'x-mac-roman': 'macroman',
  mac: 'macroman',
  'x-mac-cyrillic': 'maccyrillic',
  'x-sjis': 'shift_jis',
  'x-gbk': 'gbk',
  gb2312: 'gbk',
  'x-euc-jp': 'euc-jp',
  'ks_c_5601-1987': 'euc-kr',
  koi8: 'koi8-r',
}
/** Names that both know as they are. */
const SAME =
  /^(?:utf-8|windows-(?:874|125[0-8])|iso-8859-(?:[2-7]|8|1[03-6])|koi8-[ru]|ibm866|gbk|gb18030|big5|big5-hkscs|euc-jp|euc-kr|shift_jis)$/

/** The charset that a page states, by the name that iconv-lite has for it; null where it states none that is known. */
export function statedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1')
  for (const { 1: attributes } of head.matchAll(COMMENT_OR_META)) {
    const found = attributes === undefined ? null : charsetOf(metaCharset(attributes))
    if (found) return found
  }
  const xml = XML.exec(head.replace(/^\xef\xbb\xbf/, ''))
  return charsetOf(xml?.[1] ?? xml?.[2])
}

/** What one `<meta>` states: `charset`, or `content` where it is that of `Content-Type`. */
function metaCharset(attributes: string): string | undefined {
  const found = new Map<string, string>()
  for (const [, name = '', ...values] of attributes.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!found.has(key)) found.set(key, values.find(value => value !== undefined) ?? '')
  }
  if (found.has('charset')) return found.get('charset')
  if (found.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined
  return IN_CONTENT.exec(found.get('content') ?? '')
    ?.slice(1)
    .find(value => value !== undefined)
}

function charsetOf(label: string | undefined): string | null {
  const name = label?.trim().toLowerCase() ?? ''
  const known = Object.hasOwn(NAMES, name)
    ? NAMES[name]!
    : name.replace(/^(?:x-)?cp(?=125\d$)/, 'windows-').replace(/^iso_?(?=8859)/, 'iso-')
  return SAME.test(known) || known === 'macroman' || known === 'maccyrillic' ? known : null
}
