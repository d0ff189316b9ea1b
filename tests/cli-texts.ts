/** Short releases of an invented company in two languages, for tests of the command line; nothing in them is damaged. */

export const danish = `PRESSEMEDDELELSE

Nordkyst Vind åbner et nyt værksted i Esbjerg

ESBJERG, 4. maj 2026 - Nordkyst Vind har i dag åbnet et nyt værksted på havnen i Esbjerg, hvor 120 medarbejdere skal \
vedligeholde vindmøller fra hele Nordsøen.

Værkstedet har kostet 85 millioner kroner og er bygget på kun 14 måneder. Det siger selskabets direktør, som også \
fortæller, at de første møller allerede er på vej.

Borgmesteren sagde ved åbningen, at havnen nu har arbejde til mange år frem, og at byen er meget glad for de nye \
arbejdspladser.
`

export const german = `PRESSEMITTEILUNG

Nordkyst Vind eröffnet eine neue Werkstatt in Esbjerg

ESBJERG, 4. Mai 2026 - Nordkyst Vind hat heute am Hafen von Esbjerg eine neue Werkstatt eröffnet, in der 120 \
Beschäftigte Windräder aus der ganzen Nordsee warten sollen.

Die Werkstatt hat 85 Millionen Kronen gekostet und wurde in nur 14 Monaten gebaut. Das sagt die Leiterin des \
Unternehmens, die auch erzählt, dass die ersten Windräder bereits unterwegs sind.

Der Bürgermeister sagte bei der Eröffnung, dass der Hafen nun Arbeit für viele Jahre hat und dass die Stadt sich sehr \
über die neuen Arbeitsplätze freut.
`

const NAMES = ['Nordkyst', 'Sydhavn', 'Vesterled', 'Klintholm', 'Fjordby', 'Egelund', 'Strandmark', 'Birkeskov']
const TOWNS = ['Esbjerg', 'Randers', 'Vejle', 'Kolding', 'Horsens', 'Silkeborg', 'Herning']

/** The n-th release in both languages, which hardly share a name or a number with the others. */
const texts = (n: number) =>
  [danish, german].map(text =>
    text
      .replaceAll('Nordkyst Vind', `${NAMES[n % NAMES.length]} ${NAMES[(n * 3 + 1) % NAMES.length]}`)
      .replaceAll('Esbjerg', TOWNS[n % TOWNS.length]!)
      .replaceAll('ESBJERG', TOWNS[n % TOWNS.length]!.toUpperCase())
      .replace('120', String(120 + 7 * n))
      .replace(/85/, String(85 + 3 * n))
      .replace(/\b4\.(?= ma)/i, `${1 + (n % 28)}.`),
  )

/** The files of so many releases, two each, in a folder `in`. */
export const manyReleases = (from: number, to: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: to - from }, (_, k) => from + k).flatMap(n =>
      texts(n).map((text, i) => [`in/${n}-${i}.txt`, text]),
    ),
  )
