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
