/** What is left of quoted-printable mail is read, and signs of equality that are none of it stay. */
import { describe, expect, test } from 'vitest'
import { repair } from '../src/api/reading.js'
import { applyRepairs } from '../src/edits/edits.js'
import { repairQuotedPrintable } from '../src/repair/escapes.js'

const read = (text: string) => applyRepairs(text, repairQuotedPrintable(text).repairs)

describe('read', () => {
  test.each([
    ['Die Werft baut Schiffe f=C3=BCr den Norden.', 'Die Werft baut Schiffe für den Norden.'],
    ['La citt=E0 =E8 pi=F9 grande.', 'La città è più grande.'],
    ['A stone=E2=80=99s throw=20\naway =3D near.', 'A stone’s throw \naway = near.'],
    // A character cut in two.
    [`${'x'.repeat(60)} gr=C3=\n=B8n b=C3=A5d`, `${'x'.repeat(60)} grøn båd`],
    [
      `${'Elbwerk '.repeat(9)}an=\nd more ${'Elbwerk '.repeat(8)}he=\nre.`,
      `${'Elbwerk '.repeat(9)}and more ${'Elbwerk '.repeat(8)}here.`,
    ],
  ])('%s', (damaged, text) => expect(read(damaged)).toBe(text))

  test('Hebrew in windows-1255, by way of windows-1252', () => {
    const bytes = [0xf9, 0xec, 0xe5, 0xed]
    const word = bytes.map(byte => `=${byte.toString(16).toUpperCase()}`).join('')
    const { text } = repair(`${word} ${word} ${word} =F9=EC =E4=E7=E1=F8=E4 =E4=E5=E3=E9=F2=E4`)
    expect(text).toBe('שלום שלום שלום של החברה הודיעה')
  })
})

test.each([
  'a=20',
  'E=MC2 and x = AB=CD',
  'A=C4 B=D6',
  `Results\n${'='.repeat(60)}\nMore`,
  'https://elbwerk.example/?q=C3=BC&x=E4',
  'if (a ==\n b)',
  `${'x'.repeat(60)} wants a version >=\n2.0\n${'y'.repeat(60)} an option --size=\n5`,
  'M=FCnchen', // one alone is chance
  'color=DEADBEEF',
])('%s stays', text => expect(read(text)).toBe(text))
