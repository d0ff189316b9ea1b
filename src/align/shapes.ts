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
const MARK = /:\/\/|\.\.\.|(?<= )[-–—]{1,2}(?= )|\/|[?؟？\u037e!！([（【:：;؛；"„“”«»‟「」『』…%٪％@]/gu
const UNENDED = /[\p{L}\p{N}]\s*$/u // no mark at the end: a heading, or an item of a list
const COLON_END = /:\s*$/

/** Names of the marks in a text and how often each stands in it; `no-end` and `:-end` tell of its last character. */
export function shapesIn(text: string): Map<string, number> {
  const out = new Map<string, number>()
  const add = (name: string) => out.set(name, (out.get(name) ?? 0) + 1)
  for (const [mark] of text.matchAll(MARK)) add(CLASS_OF.get(mark) ?? nameOf(mark))
  const tail = text.slice(-20)
  if (UNENDED.test(tail)) add('no-end')
  if (COLON_END.test(tail)) add(':-end')
  return out
}

const nameOf = (mark: string) => (mark === '...' ? '…' : /^[-–—]/.test(mark) ? '–' : mark)
