/** A release of an invented company in four languages, in which all agree; for tests of `check`. */

import type { ReleaseRecord } from '../src/model.js'
import { readDocument } from '../src/pipeline/read-document.js'
import { oneRelease, releaseRecord } from '../src/pipeline/release-record.js'

export type Texts = Readonly<Record<string, readonly string[]>>

export const texts: Texts = {
  da: [
    'Nordkyst Vind åbner et nyt værksted i Esbjerg',
    'ESBJERG, 4. maj 2026 - Nordkyst Vind har i dag åbnet et nyt værksted på havnen, hvor 120 medarbejdere skal vedligeholde vindmøller fra hele Nordsøen.',
    'Værkstedet har kostet 85 millioner euro og er bygget på kun 14 måneder. Det siger direktør Mette Dalgaard, som også fortæller, at de første møller allerede er på vej. Den nye kran kan løfte 450 ton.',
    'Borgmesteren sagde ved åbningen, at havnen nu har arbejde til mange år frem. Han takkede Mette Dalgaard og hele Nordkyst Vind for de nye arbejdspladser.',
    'Den 12. juni 2026 holder Nordkyst Vind åbent hus sammen med Blue Harbour Works Company. Tilmelding sker på https://www.nordkyst.example/hus/2026.',
    'Selskabet ventede i 2025 en omsætning på 1,2 milliarder euro, hvilket er tre procent mere end året før. Resultatet steg til 96,4 millioner euro.',
    'Nordkyst Vind har også et kontor i Bremen, hvor Lars Holmegaard leder afdelingen for service. Mette Dalgaard og Lars Holmegaard svarer på spørgsmål efter mødet.',
  ],
  de: [
    'Nordkyst Vind eröffnet eine neue Werkstatt in Esbjerg',
    'ESBJERG, 4. Mai 2026 - Nordkyst Vind hat heute am Hafen eine neue Werkstatt eröffnet, in der 120 Beschäftigte Windräder aus der ganzen Nordsee warten sollen.',
    'Die Werkstatt hat 85 Millionen Euro gekostet und wurde in nur 14 Monaten gebaut. Das sagt Direktorin Mette Dalgaard, die auch erzählt, dass die ersten Windräder bereits unterwegs sind. Der neue Kran kann 450 Tonnen heben.',
    'Der Bürgermeister sagte bei der Eröffnung, dass der Hafen nun Arbeit für viele Jahre hat. Er dankte Mette Dalgaard und ganz Nordkyst Vind für die neuen Arbeitsplätze.',
    'Am 12. Juni 2026 lädt Nordkyst Vind gemeinsam mit der Blue Harbour Works Company zum Tag der offenen Tür. Anmeldung unter https://www.nordkyst.example/hus/2026.',
    'Das Unternehmen erwartete 2025 einen Umsatz von 1,2 Mrd. Euro, das sind 3 Prozent mehr als im Jahr zuvor. Der Gewinn stieg auf 96,4 Mio. Euro.',
    'Nordkyst Vind hat auch ein Büro in Bremen, wo Lars Holmegaard die Abteilung für Service leitet. Mette Dalgaard und Lars Holmegaard beantworten Fragen nach der Versammlung.',
  ],
  en: [
    'Nordkyst Vind opens a new workshop in Esbjerg',
    'ESBJERG, May 4, 2026 - Nordkyst Vind today opened a new workshop at the harbour, where 120 employees will maintain wind turbines from all over the North Sea.',
    'The workshop cost €85 million and was built in only 14 months. So says director Mette Dalgaard, who adds that the first turbines are already on their way. The new crane can lift 450 tonnes.',
    'The mayor said at the opening that the harbour now has work for many years to come. He thanked Mette Dalgaard and all of Nordkyst Vind for the new jobs.',
    'On June 12, 2026 Nordkyst Vind holds an open day together with Blue Harbour Works Company. Registration is at https://www.nordkyst.example/hus/2026.',
    'In 2025 the company expected sales of €1.2bn, which is three percent more than the year before. The profit rose to 96.4 million euros.',
    'Nordkyst Vind also has an office in Bremen, where Lars Holmegaard heads the department for service. Mette Dalgaard and Lars Holmegaard answer questions after the meeting.',
  ],
  it: [
    'Nordkyst Vind apre una nuova officina a Esbjerg',
    'ESBJERG, 4 maggio 2026 - Nordkyst Vind ha aperto oggi al porto una nuova officina, nella quale 120 dipendenti si occuperanno delle turbine eoliche di tutto il Mare del Nord.',
    'L’officina è costata 85 milioni di euro ed è stata costruita in soli quattordici mesi. Lo afferma la direttrice Mette Dalgaard, che racconta anche che le prime turbine sono già in viaggio. La nuova gru può sollevare 450 tonnellate.',
    'Il sindaco ha detto durante l’inaugurazione che il porto ha ora lavoro per molti anni. Ha ringraziato Mette Dalgaard e tutta la Nordkyst Vind per i nuovi posti di lavoro.',
    'Il 12 giugno 2026 Nordkyst Vind organizza una giornata aperta insieme a Blue Harbour Works Company. Ci si iscrive su https://www.nordkyst.example/hus/2026.',
    'Nel 2025 la società prevedeva un fatturato di 1,2 miliardi di euro, il 3% in più rispetto all’anno precedente. L’utile è salito a 96,4 milioni di euro.',
    'Nordkyst Vind ha anche un ufficio a Brema, dove Lars Holmegaard dirige il reparto assistenza. Mette Dalgaard e Lars Holmegaard rispondono alle domande dopo l’incontro.',
  ],
}

/** The texts with one part of one paragraph replaced in one language; an empty text drops the paragraph. */
export function changed(id: string, from: string, to: string, base: Texts = texts): Texts {
  const at = base[id]!.findIndex(text => text.includes(from))
  if (at < 0) throw new Error(`"${from}" is not in ${id}`)
  const own = base[id]!.map((text, i) => (i === at ? text.replace(from, to) : text)).filter(text => text !== '')
  return { ...base, [id]: own }
}

/** The record of a release whose documents are given by language. */
export const recordOf = (release: Texts): ReleaseRecord =>
  releaseRecord(
    oneRelease(
      Object.entries(release).map(([id, paragraphs]) =>
        readDocument(
          { path: `${id}.txt`, bytes: Buffer.from(`${paragraphs.join('\n\n')}\n`) },
          { language: id.slice(0, 2) },
        ),
      ),
    ),
  )
