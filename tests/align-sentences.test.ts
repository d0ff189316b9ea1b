/** Segments: the sentences of a unit side by side, where texts merge, part, lack or move them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AlignableText, align } from '../src/align/align.js'
import { packOf } from '../src/languages/index.js'

const S: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Velmora opened a plant in Brunstad on 4 May 2031.',
    'It cost 312 million euros, and 840 people work there.',
    '“We came to stay,” said Petra Lindqvist.',
    'The works in Ostermoor will follow in 2033.',
  ],
  de: [
    'Velmora hat am 4. Mai 2031 ein Werk in Brunstad eröffnet.',
    'Es kostete 312 Millionen Euro, und 840 Menschen arbeiten dort.',
    '„Wir wollen bleiben“, sagte Petra Lindqvist.',
    'Das Werk in Ostermoor folgt 2033.',
  ],
  da: [
    'Velmora åbnede den 4. maj 2031 en fabrik i Brunstad.',
    'Den kostede 312 millioner euro, og 840 mennesker arbejder der.',
    '“Vi vil blive,” sagde Petra Lindqvist.',
    'Fabrikken i Ostermoor følger i 2033.',
  ],
  it: [
    'Velmora ha aperto il 4 maggio 2031 una fabbrica a Brunstad.',
    'È costata 312 milioni di euro e vi lavorano 840 persone.',
    '«Siamo qui per restare», ha detto Petra Lindqvist.',
    'La fabbrica di Ostermoor seguirà nel 2033.',
  ],
}
const IDS = Object.keys(S)
type Shape = readonly (readonly number[])[]

/** Paragraphs of a text from numbers of sentences. */
const text = (id: string, shape: Shape): AlignableText => ({
  id,
  pack: packOf(id) ?? null,
  paragraphs: shape.map(paragraph => ({ text: paragraph.map(k => S[id]![k]).join(' ') })),
})

/** What the segments hold, as numbers of sentences, by text. */
function held(shapes: Readonly<Record<string, Shape>>): Record<string, string>[] {
  const texts = Object.entries(shapes).map(([id, shape]) => text(id, shape))
  return align(texts).units.flatMap(unit =>
    unit.segments.map(segment =>
      Object.fromEntries(
        Object.entries(segment).map(([id, parts]) => {
          const given = texts.find(one => one.id === id)!
          const words = parts.map(part => given.paragraphs[part.paragraph]!.text.slice(part.start, part.end)).join(' ')
          return [id, S[id]!.flatMap((sentence, k) => (words.includes(sentence) ? [k] : [])).join()]
        }),
      ),
    ),
  )
}

const all = (k: string, ids = IDS) => Object.fromEntries([...ids].sort().map(id => [id, k]))

test('one paragraph of four sentences in every language', () => {
  const shapes = Object.fromEntries(IDS.map(id => [id, [[0, 1, 2, 3]]]))
  expect(held(shapes)).toEqual(['0', '1', '2', '3'].map(k => all(k)))
})

test('a sentence that one language lacks is a segment of the others', () => {
  expect(held({ en: [[0, 1, 2, 3]], de: [[0, 1, 2, 3]], da: [[0, 2, 3]], it: [[0, 1, 2, 3]] })).toEqual([
    all('0'),
    all('1', ['en', 'de', 'it']),
    all('2'),
    all('3'),
  ])
})

test('a sentence of one language only is a segment of its own', () => {
  expect(held({ en: [[0, 1, 2, 3]], de: [[0, 1, 3]], da: [[0, 1, 3]] })).toEqual([
    all('0', ['en', 'de', 'da']),
    all('1', ['en', 'de', 'da']),
    { en: '2' },
    all('3', ['en', 'de', 'da']),
  ])
})

test('paragraphs that one language merges are cut where the others part them', () => {
  expect(
    held({
      en: [
        [0, 1],
        [2, 3],
      ],
      de: [[0, 1, 2, 3]],
      da: [
        [0, 1],
        [2, 3],
      ],
      it: [[0, 1], [2], [3]],
    }),
  ).toEqual(['0', '1', '2', '3'].map(k => all(k)))
})

test('two sentences that one language writes as one are one segment', () => {
  const texts = ['en', 'de', 'da'].map(id => text(id, [[0, 1, 2, 3]]))
  const joined = `${S.it![0]!.slice(0, -1)}, ${S.it![1]!.replace('È costata', 'costata')} ${S.it![2]} ${S.it![3]}`
  const { units } = align([...texts, { id: 'it', pack: packOf('it')!, paragraphs: [{ text: joined }] }])
  const english = units[0]!.segments.map(segment => segment.en!.map(part => [part.start, part.end]))
  expect(units[0]!.segments.map(segment => Object.keys(segment).sort())).toEqual(
    [IDS, IDS, IDS].map(ids => [...ids].sort()),
  )
  expect(english[0]).toEqual([[0, `${S.en![0]} ${S.en![1]}`.length]])
})

test('law: whatever is merged or left out, characters are kept, and segments give the beads that units promise', () => {
  const shape = fc
    .tuple(fc.subarray([0, 1, 2, 3], { minLength: 1 }), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
    .map(([kept, breaks]): Shape => {
      const out: number[][] = []
      for (const k of kept) {
        if (out.length === 0 || breaks[k]) out.push([k])
        else out[out.length - 1]!.push(k)
      }
      return out
    })
  fc.assert(
    fc.property(fc.tuple(shape, shape, shape, shape), shapes => {
      const texts = shapes.map((given, k) => text(IDS[k]!, given))
      const alignment = align(texts)
      for (const { id, paragraphs } of texts) {
        const inUnits = new Set(alignment.units.flatMap(unit => unit.paragraphs[id] ?? []))
        for (const row of inUnits) {
          const parts = alignment.units
            .flatMap(unit => unit.segments.flatMap(segment => segment[id] ?? []))
            .filter(part => part.paragraph === row)
          const rebuilt = parts.map(part => paragraphs[row]!.text.slice(part.start, part.end)).join('')
          expect(rebuilt.replace(/\s/g, '')).toBe(paragraphs[row]!.text.replace(/\s/g, ''))
        }
        // A paragraph is in a unit because some text has a partner for it: its segments must say so too.
        const joined = new Set(
          texts.flatMap(other =>
            other.id === id ? [] : alignment.beads(id, other.id).flatMap(([left, right]) => (right.length ? left : [])),
          ),
        )
        expect(joined).toEqual(inUnits)
      }
    }),
    { numRuns: 40 },
  )
})
