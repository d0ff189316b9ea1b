/** Characters that nobody sees: what is taken out, with its place and undone, and what is of use and stays. All texts are made up. */
import { describe, expect, test } from 'vitest'
import { repair } from '../src/api/reading.js'
import { undoRepairs } from '../src/edits/edits.js'

const [space, joiner, mark, soft, left, right] = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u200f']
const mended = (text: string) => {
  const result = repair(text)
  expect(undoRepairs(result.text, result.repairs)).toBe(text)
  expect(repair(result.text).repairs).toEqual([])
  return result
}

describe('is taken out', () => {
  test.each([
    [`Die Elb${space}werk AG baut Schiffe.`, 'Die Elbwerk AG baut Schiffe.'],
    [`Die Elbwerk${joiner}-${joiner}Gruppe baut.`, 'Die Elbwerk-Gruppe baut.'],
    [`${mark}Erster Teil.\n${mark}Zweiter Teil.`, 'Erster Teil.\nZweiter Teil.'],
    [`Der Bericht.\n${space}\nDie Zahlen.${space}\n`, 'Der Bericht.\n\nDie Zahlen.\n'],
    [`Die Schiff${soft}fahrts${soft}gesellschaft`, 'Die Schifffahrtsgesellschaft'],
    [`BUNDES${soft}TAG und Ge${soft}${space}setz`, 'BUNDESTAG und Gesetz'],
    [`החב${soft}רה הודי${space}עה היום`, 'החברה הודיעה היום'],
    [`${left}Nordkyst ApS (${left}Esbjerg${left})`, 'Nordkyst ApS (Esbjerg)'],
    // Many of them, also beside blanks.
    [`En ${space}ny ${space}havn ${space}i ${space}Esbjerg`, 'En ny havn i Esbjerg'],
    ['Westwinâ€‹d', 'Westwind'],
  ])('%j', (text, meant) => {
    const { text: found, repairs } = mended(text)
    expect(found).toBe(meant)
    expect(repairs.every(r => !r.lossy && r.confidence === 1)).toBe(true)
  })

  test('it has a kind of its own, and place', () => {
    expect(mended(`Elb${space}werk`).repairs).toEqual([
      {
        start: 3,
        end: 4,
        before: space,
        after: '',
        kind: 'invisible',
        evidence: 'pattern',
        lossy: false,
        confidence: 1,
      },
    ])
  })
})

const filler = 'Das Werk liegt an der Elbe und baut seit langer Zeit Schiffe aller Art. '.repeat(9)

test.each([
  // Beside a blank it parts nothing.
  `${filler} een ${space}${space}"nieuwe" haven`,
  // Between letters of scripts that are written without spaces, and what joins letters or emoji.
  `ꦏꦲ${space}ꦢꦶ, ភាសា${space}ខ្មែរ และ${space}ไทย`,
  'می\u200cخواهم، کتاب\u200cها; क्\u200dष; 👩\u200d🚀 ❤\ufe0f',
  // Direction in a text that needs it.
  `חברת ${right}Elbwerk AG${left} (${left}+49 40 123${left}) הודיעה`,
  // A hyphen at a line end, and hyphens that were drawn.
  `Baden${soft}Württemberg, 5${soft}10 Tage, E${soft}Mail, so ${soft} oder so`,
])('%j stays', text => {
  expect(repair(text).repairs).toEqual([])
})

test('what blanks alone part from the end of a line goes with it', () => {
  const { text } = repair(`${filler}abc\u202c ${space}${left} \n${space} Das Werk`)
  expect(text).toBe(`${filler}abc  \n Das Werk`)
})

test('a soft hyphen behind what is left of a lead is no soft hyphen', () => {
  expect(repair(`NÃO Ã${soft}ND`).repairs.filter(r => r.kind === 'invisible')).toEqual([])
})
