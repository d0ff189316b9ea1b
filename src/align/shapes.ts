/**
 * The shape of a text: marks that translations keep, by class, whichever sign a language writes them with. One pass.
 */

const CLASSES: Readonly<Record<string, string>> = {
  '?': '?؟？\u037e',
  '!': '!！',
  '(': '([（【',
  ':': ':：',
  ';': ';؛；',
  '"': '"„“”«»‟「」『』',
  '…': '…',
  '%': '%٪％',
  '@': '@',
}
const CLASS_OF = new Map(
  Object.entries(CLASSES).flatMap(([name, signs]) => [...signs].map(sign => [sign, name] as const)),
)
const CLASSED = 0x3100 // all signs of classes that are not full width stand before it
const FULL_WIDTH = 0xff00
/** The class of a sign by its code, the full-width ones behind the others; undefined for what is no mark. */
const CLASS_AT = Array.from({ length: CLASSED + 0x100 }, (_, at) =>
  CLASS_OF.get(String.fromCharCode(at < CLASSED ? at : at - CLASSED + FULL_WIDTH)),
)
const UNENDED = /[\p{L}\p{N}]\s*$/u // no mark at the end: a heading, or an item of a list
const COLON_END = /:\s*$/
const [SPACE, SLASH, STOP] = [0x20, 0x2f, 0x2e]

/**
 * Calls `visit` with the name of every mark in a text, in order, and at last with `no-end` and `:-end` for what its last
 * character tells.
 */
export function overShapes(text: string, visit: (name: string) => void): void {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x5b && code < 0xa0) continue // small letters, most of the text
    const name =
      code < CLASSED ? CLASS_AT[code] : code >= FULL_WIDTH ? CLASS_AT[code - FULL_WIDTH + CLASSED] : undefined
    if (name !== undefined) {
      const isProtocol = name === ':' && text.startsWith('://', at)
      visit(isProtocol ? '://' : name)
      if (isProtocol) at += 2
    } else if (code === SLASH) visit('/')
    else if (code === STOP && text.startsWith('...', at)) {
      visit('…')
      at += 2
    } else if (text.charCodeAt(at - 1) === SPACE && isDash(code)) {
      const next = at + (isDash(text.charCodeAt(at + 1)) ? 2 : 1)
      if (text.charCodeAt(next) !== SPACE) continue
      visit('–')
      at = next - 1
    }
  }
  const tail = text.slice(-20)
  if (UNENDED.test(tail)) visit('no-end')
  if (COLON_END.test(tail)) visit(':-end')
}

const isDash = (code: number) => code === 0x2d || code === 0x2013 || code === 0x2014
