/**
 * Series that issuers send out by a template, in six languages: point releases of a program, a yearly test, a monthly figure.
 * From one to the next little differs but numbers, ordinals, days and months. All of it is invented.
 */
import type { GroupableDocument } from '../src/group/group.js'
import { groupable } from './group-texts.js'

interface Template {
  readonly [tag: string]: {
    readonly paragraphs: readonly string[]
    readonly ordinals?: string
    readonly months?: string
  }
}

const POINT_RELEASES: Template = {
  en: {
    ordinals: 'first second third fourth fifth sixth',
    paragraphs: [
      'Kestrel Server {v} released',
      'The Kestrel project has released version {v} of its mail server. It is the {ord} update of the series.',
      'The update mends {a} faults, {b} of which were reported by users. Two of them concern security.',
      'All users should install the new version soon. Source code and packages are on the pages of the project.',
    ],
  },
  de: {
    ordinals: 'erste zweite dritte vierte fünfte sechste',
    paragraphs: [
      'Kestrel Server {v} erschienen',
      'Das Projekt Kestrel hat die Version {v} seines Mailservers veröffentlicht. Es ist die {ord} Aktualisierung der Reihe.',
      'Die Aktualisierung behebt {a} Fehler, von denen {b} durch Anwender gemeldet wurden. Zwei davon betreffen die Sicherheit.',
      'Alle Anwender sollten die neue Version bald installieren. Quelltext und Pakete stehen auf den Seiten des Projekts.',
    ],
  },
  it: {
    ordinals: 'primo secondo terzo quarto quinto sesto',
    paragraphs: [
      'Pubblicato Kestrel Server {v}',
      'Il progetto Kestrel ha pubblicato la versione {v} del suo server di posta. È il {ord} aggiornamento della serie.',
      "L'aggiornamento corregge {a} errori, {b} dei quali segnalati dagli utenti. Due riguardano la sicurezza.",
      'Tutti gli utenti dovrebbero installare presto la nuova versione. Codice sorgente e pacchetti sono sulle pagine del progetto.',
    ],
  },
  nl: {
    ordinals: 'eerste tweede derde vierde vijfde zesde',
    paragraphs: [
      'Kestrel Server {v} uitgebracht',
      'Het project Kestrel heeft versie {v} van zijn mailserver uitgebracht. Het is de {ord} bijwerking van de reeks.',
      'De bijwerking verhelpt {a} fouten, waarvan er {b} door gebruikers zijn gemeld. Twee daarvan betreffen de veiligheid.',
      "Alle gebruikers wordt aangeraden de nieuwe versie snel te installeren. Broncode en pakketten staan op de pagina's van het project.",
    ],
  },
  da: {
    ordinals: 'første anden tredje fjerde femte sjette',
    paragraphs: [
      'Kestrel Server {v} er udkommet',
      'Projektet Kestrel har udgivet version {v} af sin mailserver. Det er den {ord} opdatering i rækken.',
      'Opdateringen retter {a} fejl, hvoraf {b} blev meldt af brugere. To af dem vedrører sikkerheden.',
      'Alle brugere bør snart installere den nye version. Kildekode og pakker findes på projektets sider.',
    ],
  },
  he: {
    ordinals: 'הראשון השני השלישי הרביעי החמישי השישי',
    paragraphs: [
      'יצאה גרסה {v} של Kestrel Server',
      'מיזם Kestrel פרסם את גרסה {v} של שרת הדואר שלו. זהו העדכון {ord} בסדרה.',
      'העדכון מתקן {a} תקלות, ש-{b} מהן דווחו בידי משתמשים. שתיים מהן נוגעות לאבטחה.',
      'מומלץ לכל המשתמשים להתקין בקרוב את הגרסה החדשה. קוד המקור והחבילות נמצאים בדפי המיזם.',
    ],
  },
}

const MONTHS = {
  en: 'January February March April May June',
  de: 'Januar Februar März April Mai Juni',
  it: 'gennaio febbraio marzo aprile maggio giugno',
  nl: 'januari februari maart april mei juni',
  da: 'januar februar marts april maj juni',
  he: 'ינואר פברואר מרץ אפריל מאי יוני',
}

const YEARLY: Template = {
  en: {
    paragraphs: [
      'Siren test on Wednesday, {d} February {y}',
      'On Wednesday, {d} February {y}, all sirens in the district of Ostermoor will be tested between 13.30 and 14 hours.',
      'The test shows whether the sirens work by which the population is warned. Nobody has to do anything.',
      'Whoever hears the alarm outside of the test should listen to Radio Kvist and tell the neighbours.',
    ],
  },
  de: {
    paragraphs: [
      'Sirenentest am Mittwoch, {d}. Februar {y}',
      'Am Mittwoch, {d}. Februar {y}, werden zwischen 13.30 und 14 Uhr alle Sirenen im Bezirk Ostermoor geprüft.',
      'Der Test zeigt, ob die Sirenen arbeiten, mit denen die Bevölkerung gewarnt wird. Niemand muss etwas unternehmen.',
      'Wer den Alarm außerhalb des Tests hört, soll Radio Kvist einschalten und die Nachbarn informieren.',
    ],
  },
  it: {
    paragraphs: [
      'Prova delle sirene di mercoledì {d} febbraio {y}',
      'Mercoledì {d} febbraio {y}, tra le 13.30 e le 14, saranno provate tutte le sirene del distretto di Ostermoor.',
      'La prova mostra se funzionano le sirene con cui si avverte la popolazione. Nessuno deve fare nulla.',
      "Chi sente l'allarme al di fuori della prova ascolti Radio Kvist e avvisi i vicini.",
    ],
  },
  nl: {
    paragraphs: [
      'Sirenetest op woensdag {d} februari {y}',
      'Op woensdag {d} februari {y} worden tussen 13.30 en 14 uur alle sirenes in het district Ostermoor getest.',
      'De test laat zien of de sirenes werken waarmee de bevolking wordt gewaarschuwd. Niemand hoeft iets te doen.',
      'Wie het alarm buiten de test hoort, luistert naar Radio Kvist en waarschuwt de buren.',
    ],
  },
  da: {
    paragraphs: [
      'Sireneprøve onsdag den {d}. februar {y}',
      'Onsdag den {d}. februar {y} prøves alle sirener i distriktet Ostermoor mellem klokken 13.30 og 14.',
      'Prøven viser, om de sirener virker, som befolkningen advares med. Ingen behøver at foretage sig noget.',
      'Den, der hører alarmen uden for prøven, bør lytte til Radio Kvist og sige det til naboerne.',
    ],
  },
  he: {
    paragraphs: [
      'ניסוי צופרים ביום רביעי, {d} בפברואר {y}',
      'ביום רביעי, {d} בפברואר {y}, ייבדקו כל הצופרים במחוז אוסטרמור בין השעות 13.30 ל-14.',
      'הניסוי מראה אם פועלים הצופרים שבהם מזהירים את התושבים. איש אינו צריך לעשות דבר.',
      'מי ששומע אזעקה מחוץ לניסוי יאזין לרדיו קוויסט ויודיע לשכניו.',
    ],
  },
}

const MONTHLY: Template = {
  en: {
    months: MONTHS.en,
    paragraphs: [
      'Unemployment in {m} 2031',
      'At the end of {m} {a} people were without work in the canton of Velmora, {b} fewer than in the month before.',
      'The rate was {r} per cent. Most of those out of work had been employed in building and in tourism.',
      'The office publishes the figures every month. The next ones will follow in four weeks.',
    ],
  },
  de: {
    months: MONTHS.de,
    paragraphs: [
      'Arbeitslosigkeit im {m} 2031',
      'Ende {m} waren im Kanton Velmora {a} Personen ohne Arbeit, {b} weniger als im Monat davor.',
      'Die Quote betrug {rk} Prozent. Die meisten Arbeitslosen waren zuvor im Bau und im Tourismus beschäftigt.',
      'Das Amt veröffentlicht die Zahlen jeden Monat. Die nächsten folgen in vier Wochen.',
    ],
  },
  it: {
    months: MONTHS.it,
    paragraphs: [
      'Disoccupazione nel mese di {m} 2031',
      'Alla fine di {m} nel Cantone di Velmora erano senza lavoro {a} persone, {b} in meno rispetto al mese precedente.',
      "Il tasso era del {rk} per cento. La maggior parte dei disoccupati era stata occupata nell'edilizia e nel turismo.",
      "L'ufficio pubblica le cifre ogni mese. Le prossime seguiranno fra quattro settimane.",
    ],
  },
  nl: {
    months: MONTHS.nl,
    paragraphs: [
      'Werkloosheid in {m} 2031',
      'Eind {m} waren in het kanton Velmora {a} mensen zonder werk, {b} minder dan de maand ervoor.',
      'Het percentage was {rk} procent. De meeste werklozen hadden in de bouw en het toerisme gewerkt.',
      'Het bureau publiceert de cijfers elke maand. De volgende komen over vier weken.',
    ],
  },
  da: {
    months: MONTHS.da,
    paragraphs: [
      'Arbejdsløshed i {m} 2031',
      'Ved udgangen af {m} var {a} personer uden arbejde i kantonen Velmora, {b} færre end måneden før.',
      'Andelen var {rk} procent. De fleste arbejdsløse havde været beskæftiget i byggeriet og i turismen.',
      'Kontoret offentliggør tallene hver måned. De næste følger om fire uger.',
    ],
  },
  he: {
    months: MONTHS.he,
    paragraphs: [
      'אבטלה בחודש {m} 2031',
      'בסוף {m} היו בקנטון ולמורה {a} אנשים ללא עבודה, {b} פחות מאשר בחודש הקודם.',
      'השיעור היה {r} אחוזים. רוב המובטלים הועסקו קודם לכן בבנייה ובתיירות.',
      'המשרד מפרסם את הנתונים מדי חודש. הבאים יבואו בעוד ארבעה שבועות.',
    ],
  },
}

export const SERIES = { 'point releases': POINT_RELEASES, 'a yearly test': YEARLY, 'a monthly figure': MONTHLY }
export const INSTANCES = 6

/** What is put into the template of the k-th instance. */
function valuesOf(k: number, ordinals: string, months: string): Readonly<Record<string, string>> {
  const rate = (2.1 + 0.3 * k).toFixed(1)
  return {
    v: `7.${k + 2}`,
    ord: ordinals.split(' ')[k] ?? '',
    m: months.split(' ')[k] ?? '',
    a: String(141 + 37 * k),
    b: String(23 + 11 * k),
    d: String(1 + ((3 * k) % 7)),
    y: String(2026 + k),
    r: rate,
    rk: rate.replace('.', ','),
  }
}

/** The documents of a series, without dates beside the text, and the release of each. */
export function seriesOf(template: Template): { document: GroupableDocument; release: number }[] {
  return Array.from({ length: INSTANCES }, (_, k) =>
    Object.entries(template).map(([tag, { paragraphs, ordinals = '', months = '' }]) => {
      const values = valuesOf(k, ordinals, months)
      const texts = paragraphs.map(text => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!))
      return { document: groupable(tag, texts), release: k }
    }),
  ).flat()
}
