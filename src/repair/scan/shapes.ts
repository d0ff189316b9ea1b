/**
 * What a scanner reads for a character of windows-1252 that was printed. The list of each character is written from
 * its shape, the likely first: the character itself, signs and letters of the same outline, its parts side by side.
 * An empty reading: it left no trace. Where a font lacks the character, a `?` or a box is printed for it, so these may
 * stand for any of the characters that old fonts lack. The numbers that follow from this are costs: natural
 * logarithms of one over a probability, rough on purpose, because every scanner has shares of its own.
 */

/** Readings are parted by a space; `_` stands for a space, `0` alone for no trace. */
const SHAPES: Readonly<Record<string, string>> = {
  '€': '€ ? C E ∅ £ G e c ¢',
  '\x81': '∅ . ? ,',
  '‚': "‚ , ' . ; ∅",
  ƒ: 'ƒ f F /',
  '„': '„ " ,, ” ? .. ∅',
  '…': '… ... .. . _ ∅',
  '†': '† t + f T 1 ?',
  '‡': '‡ t f + F',
  ˆ: "ˆ ^ * ~ ' ” ∅",
  '‰': '‰ % %o 9/00 8',
  Š: 'Š S 5 § 8',
  '‹': '‹ < ( c «',
  Œ: 'Œ CE OE Ce Oe CC G E ?',
  '\x8d': '∅ . ? ,',
  Ž: 'Ž Z 2 ?',
  '\x8f': '∅ . ? ,',
  '\x90': '∅ . ? ,',
  '‘': "‘ ' ` ’ ∅ , (",
  '’': "’ ' ‘ , ` ∅ )",
  '“': "“ \" ” '' ? * ‘‘ ∅",
  '”': "” \" “ '' ? * ’’ ∅",
  '•': '• . * o e · - ∅',
  '–': '– - — ~ _ ∅ =',
  '—': '— - – -- ~ _ ∅ =',
  '˜': '˜ ~ - \' ? ^ " ∅ —',
  '™': '™ TM ? tm " * T™ Tm ™™ ∅ " ”',
  š: 'š s 8 ? §',
  '›': '› > ) »',
  œ: 'œ oe ce ? e ae cc c 0e ∅',
  '\x9d': '∅ ? . e s , ; 2 " □',
  ž: 'ž z 2 ? Z ∅',
  Ÿ: 'Ÿ Y ? V ¥ y Y" 7',
  '\u00a0': '_ ∅ \u00a0',
  '¡': '¡ j i ! ; 1 l |',
  '¢': '¢ c e € C ?',
  '£': '£ E f L €',
  '¤': '¤ o n x * O a « ° e ∞',
  '¥': '¥ Y V y ¢ ?',
  '¦': '¦ | ! : I l i 1 ;',
  '§': '§ S 8 $ 5 6 s',
  '¨': "¨ \" ™ “ ” ' .. ~ '' * ^ - ∅",
  '©': '© @ ® (c) e 0 O o (C) ¢ ?',
  ª: 'ª ® a * ° " 4 @ 2 ?',
  '«': '« << < " ( ¢ « ‹‹ €',
  '¬': '¬ - ~ — – _ = 7 ^ " ?',
  '\u00ad': '∅ - \u00ad',
  '®': '® © @ ° (R) (r) * e',
  '¯': '¯ ~ - \' " ^ _ — – ∅',
  '°': '° º o 0 * \' " ® O',
  '±': '± + - t 4 £ =',
  '²': '² 2 ? * z " \' ° ª Z',
  '³': '³ 3 ? * " \' ° ª 5 8',
  '´': "´ ' ` ’ , ∅",
  µ: 'µ u y p U',
  '¶': '¶ { q 9 P | § 1 4 f [ J T (] ] Y',
  '·': '· . - • * ∅',
  '¸': '¸ , . ; ∅ : j _',
  '¹': '¹ 1 l t ! \' i I | " ] ) [ *',
  º: 'º ° o 0 * "',
  '»': '» >> > " ) ››',
  '¼': '¼ 1/4 \'/4 /4 % Y4 V4 Va " l/4 Ya 4 1⁄4',
  '½': "½ 1/2 % '/2 /2 Y2 V2 l/2 Ye",
  '¾': '¾ 3/4 % /4',
  '¿': '¿ ? 6 ; g',
}

/** The character itself, the second reading, and what every further one costs more. */
const FIRST = 0.7
const STEP = 0.35
/** A reading that the list does not have. */
const UNLISTED_SHAPE = 5.5
/** `?`, a box or nothing for a character that fonts of the day lack. */
const LACKED = 1.8
const FONTS_LACK = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x81\x8d\x8f\x90\x9d'
const BOXES = ['?', '□', '\ufffd', '▯']

export interface Shape {
  readonly seen: string
  readonly cost: number
}

const cache = new Map<string, readonly Shape[]>()

/** What a printed character may be read as, each reading once. */
export function shapesOf(printed: string): readonly Shape[] {
  const known = cache.get(printed)
  if (known) return known
  const costs = new Map<string, number>()
  const add = (seen: string, cost: number) => costs.set(seen, Math.min(cost, costs.get(seen) ?? Infinity))
  for (const [i, listed] of (SHAPES[printed] ?? printed).split(' ').entries())
    add(listed === '∅' ? '' : listed === '_' ? ' ' : listed, FIRST + i * STEP)
  if (FONTS_LACK.includes(printed)) for (const box of BOXES) add(box, LACKED)
  const shapes = [...costs].map(([seen, cost]) => ({ seen, cost }))
  cache.set(printed, shapes)
  return shapes
}

/** The printed characters of the bytes that UTF-8 writes a character in, from the second on. */
export function printedTail(char: string): string[] {
  const bytes = [...Buffer.from(char, 'utf8')].slice(1)
  return bytes.map(byte => CONTROL_CODES[byte - 0x80] ?? String.fromCharCode(byte))
}

/** windows-1252, bytes 80 to 9F; the five holes are the controls of the same number. */
const CONTROL_CODES = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ']

const thirds = new Map<string, ReadonlyMap<string, number>>()

/** What it costs that the third character of a mark was read as `tail`, before anything of the document is known. */
export function thirdCost(sign: string, tail: string): number {
  let costs = thirds.get(sign)
  if (!costs) {
    costs = new Map(shapesOf(printedTail(sign)[1] ?? '').map(s => [s.seen, s.cost]))
    thirds.set(sign, costs)
  }
  return costs.get(tail) ?? UNLISTED_SHAPE
}
