/**
 * Releases in German and in languages that have no pack, with a record for each as `build` makes it where a manifest says what
 * belongs together. All texts are invented, and so are the companies.
 */
import type { ReleaseRecord } from '../src/model.js'
import { lines, runCli } from './run-cli.js'
import { tempFolder } from './temp-folder.js'

const YARD = {
  de: `Fjordwerk AG eröffnet neue Werft in Wismar

WISMAR, 5. Mai 2026 (NORDLINE) -- Die Fjordwerk AG hat am Dienstag in Wismar eine neue Werft eröffnet. Der Bau kostete 312 Millionen Euro und schafft 140 Arbeitsplätze.

„Wir bauen hier die Fähren der Zukunft“, sagte die Vorsitzende Lena Brandt. Die erste Fähre soll 2028 ausgeliefert werden.

Die Werft ist 420 Meter lang und hat zwei Docks.
`,
  ar: `شركة فيوردفيرك تفتتح حوض سفن جديدا في فيسمار

فيسمار، 5 مايو 2026 (NORDLINE) -- افتتحت شركة فيوردفيرك يوم الثلاثاء حوض سفن جديدا في مدينة فيسمار. بلغت تكلفة البناء 312 مليون يورو، وسيوفر المشروع 140 وظيفة.

قالت رئيسة مجلس الإدارة لينا براندت: "نبني هنا عبارات المستقبل". ومن المقرر تسليم أول عبارة في عام 2028.

يبلغ طول الحوض 420 مترا وفيه رصيفان.
`,
  pl: `Fjordwerk AG otwiera nową stocznię w Wismarze

WISMAR, 5 maja 2026 (NORDLINE) -- Spółka Fjordwerk AG otworzyła we wtorek w Wismarze nową stocznię. Budowa kosztowała 312 milionów euro i stworzyła 140 miejsc pracy.

„Budujemy tutaj promy przyszłości”, powiedziała prezes zarządu Lena Brandt. Pierwszy prom ma zostać przekazany w 2028 roku.

Stocznia ma 420 metrów długości i dwa doki.
`,
  ru: `Компания Fjordwerk AG открыла новую верфь в Висмаре

ВИСМАР, 5 мая 2026 (NORDLINE) -- Компания Fjordwerk AG во вторник открыла в Висмаре новую верфь. Строительство обошлось в 312 миллионов евро и создало 140 рабочих мест.

«Мы строим здесь паромы будущего», -- сказала председатель правления Лена Брандт. Первый паром должен быть передан заказчику в 2028 году.

Длина верфи составляет 420 метров, в ней два дока.
`,
}

const BRIDGE = {
  de: `Sundbau übergibt die Brücke über den Strelasund

STRALSUND, 11. Juni 2026 (NORDLINE) -- Der Baukonzern Sundbau hat am Donnerstag die neue Brücke übergeben. Sie ist 2.830 Meter lang und kostete 96 Millionen Euro.

Der Verkehr läuft seit 6 Uhr. Gebaut wurde vier Jahre.
`,
  pl: `Sundbau przekazuje most nad Strelasundem

STRALSUND, 11 czerwca 2026 (NORDLINE) -- Koncern budowlany Sundbau przekazał w czwartek nowy most. Ma on 2830 metrów długości i kosztował 96 milionów euro.

Ruch odbywa się od godziny 6. Budowa trwała cztery lata.
`,
  ar: `شركة زوندباو تسلم الجسر فوق مضيق شتريلازوند

شترالزوند، 11 يونيو 2026 (NORDLINE) -- سلمت شركة زوندباو يوم الخميس الجسر الجديد. ويبلغ طوله 2830 مترا وبلغت تكلفته 96 مليون يورو.

بدأت حركة المرور منذ الساعة السادسة. واستغرق البناء أربع سنوات.
`,
}

/** A second German text of the release, in other words: no version of the first. */
const YARD_IN_SHORT = `Zahlen und Fakten zur neuen Werft

Standort: Wismar. Eigentümerin ist die Fjordwerk AG, gebaut wurde von 2023 an, und im Sommer kommen die ersten Gäste zu einem Rundgang.

Zwei Docks, 420 Meter, 140 Beschäftigte und 312 Millionen Euro: so steht es im Geschäftsbericht.
`

const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(YARD).map(([tag, text]) => [`yard/${tag}.txt`, text])),
  'yard/ar-corrected.txt': YARD.ar.replace('140', '145'),
  'yard/de-facts.txt': YARD_IN_SHORT,
  ...Object.fromEntries(Object.entries(BRIDGE).map(([tag, text]) => [`bridge/${tag}.txt`, text])),
  'east/ar.txt': YARD.ar.replaceAll('فيسمار', 'روستوك'),
  'east/ru.txt': YARD.ru.replaceAll('Висмаре', 'Ростоке').replace('ВИСМАР', 'РОСТОК'),
}

/**
 * The records of three releases: a yard in German twice, Arabic twice (one corrects the other), Polish and Russian; a bridge in
 * German, Polish and Arabic; and one in Arabic and Russian alone.
 */
export async function foreignRecords(): Promise<ReleaseRecord[]> {
  const manifest = Object.keys(FILES).map(path => `${path.split('/')[0]}\t${path}\n`)
  const cwd = tempFolder({ ...FILES, 'manifest.tsv': manifest.join('') })
  const args = ['build', 'yard', 'bridge', 'east', '--root', '.', '--group', 'manifest=manifest.tsv']
  const { code, out, err } = await runCli(args, { cwd })
  if (code !== 0) throw new Error(err)
  return lines<ReleaseRecord>(out)
}

/** The record that has a file. */
export const withFile = (records: readonly ReleaseRecord[], path: string): ReleaseRecord =>
  records.find(({ documents }) => documents.some(document => document.path === path))!
