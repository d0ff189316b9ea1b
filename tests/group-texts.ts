/** Documents for tests of grouping; all companies and places are invented. */
import { createHash } from 'node:crypto'
import type { GroupableDocument } from '../src/group/group.js'

/** A document of paragraphs. */
export const groupable = (
  tag: string,
  texts: readonly string[],
  date: string | null = null,
  path = '',
): GroupableDocument => ({
  sha256: createHash('sha256')
    .update(`${tag} ${texts.join('\n\n')}`)
    .digest('hex'),
  path,
  language: { tag },
  dateline: { date },
  blocks: texts.map(text => ({ kind: 'paragraph' as const, text })),
})

export const english = [
  'Velmora Solar opens a plant in Ostermoor',
  'The plant in Ostermoor cost 312 million euros and employs 840 people, says Tomas Erlund of Velmora Solar.',
  'It makes modules of 455 watts for Norvik Energi. The first lorry leaves for Kvistholm on Monday at noon.',
  'Output doubles to 1.5 gigawatts by 2033, and a second hall will then be built behind the harbour.',
]
export const german = [
  'Velmora Solar eröffnet Werk in Ostermoor',
  'Das Werk in Ostermoor kostete 312 Millionen Euro und beschäftigt 840 Menschen, sagt Tomas Erlund.',
  'Es baut Module mit 455 Watt für Norvik Energi. Der erste Lastwagen fährt am Montag nach Kvistholm.',
  'Bis 2033 verdoppelt sich die Leistung auf 1,5 Gigawatt.',
]
