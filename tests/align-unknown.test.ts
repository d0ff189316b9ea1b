/** Languages that no pack knows, among themselves and with one that is known: names, numbers and marks must do. */
import { expect, test } from 'vitest'
import { align } from '../src/align/align.js'
import { gramsOf } from '../src/align/grams.js'
import { linkable, linksBetween, overLinks } from '../src/align/links.js'
import { typeTable } from '../src/align/type-table.js'
import { vocabularyOf } from '../src/align/vocabulary.js'
import { packOf } from '../src/languages/index.js'
import { wordsIn } from '../src/tokens/words.js'

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Velmora opens a battery plant near Gdansk',
    'The carmaker Velmora opened a plant on Tuesday that will build 48,000 batteries a year. Some 620 people work there.',
    '“We came to stay,” said the head of the works, Marta Orlova.',
    'The works cost 315 million euros; the state of Poland paid 12 percent.',
    'In Berlin and Madrid, engineers develop the next generation. It will be ready in 2029.',
    'Is the price right? Analysts at Banco Lumera doubt it.',
    'Trains to Hamburg leave from the gate of the works.',
    'Velmora was founded in 1987 and has 9,400 employees.',
  ],
  fr: [
    'Velmora ouvre une usine de batteries près de Gdansk',
    'Le constructeur Velmora a ouvert mardi une usine qui produira 48 000 batteries par an. Quelque 620 personnes y travaillent.',
    '« Nous sommes venus pour rester », a dit la directrice de l’usine, Marta Orlova.',
    'L’usine a coûté 315 millions d’euros ; l’État polonais en a payé 12 %.',
    'À Berlin et à Madrid, des ingénieurs préparent la prochaine génération. Elle sera prête en 2029.',
    'Le prix est-il juste ? Les analystes de Banco Lumera en doutent.',
    'Des trains pour Hambourg partent de la porte de l’usine.',
    'Velmora a été fondée en 1987 et compte 9 400 salariés.',
  ],
  pl: [
    'Velmora otwiera fabrykę baterii koło Gdańska',
    'Producent samochodów Velmora otworzył we wtorek fabrykę, która będzie budować 48 tys. baterii rocznie. Pracuje w niej 620 osób.',
    '„Przyszliśmy, żeby zostać” – powiedziała szefowa zakładu Marta Orlova.',
    'Zakład kosztował 315 mln euro; państwo polskie zapłaciło 12 proc.',
    'W Berlinie i Madrycie inżynierowie pracują nad następną generacją. Będzie gotowa w 2029 r.',
    'Czy cena jest słuszna? Analitycy z Banco Lumera wątpią.',
    'Pociągi do Hamburga odjeżdżają spod bramy zakładu.',
    'Velmora powstała w 1987 r. i zatrudnia 9400 osób.',
  ],
  ru: [
    'Велмора открывает завод батарей под Гданьском',
    'Автопроизводитель Велмора открыл во вторник завод, который будет выпускать 48 000 батарей в год. Здесь работают 620 человек.',
    '«Мы пришли, чтобы остаться», — сказала директор завода Марта Орлова.',
    'Завод стоил 315 млн евро; Польша заплатила 12 %.',
    'В Берлине и Мадриде инженеры разрабатывают следующее поколение. Оно будет готово в 2029 году.',
    'Верна ли цена? Аналитики «Банко Лумера» сомневаются.',
    'Поезда в Гамбург отправляются от ворот завода.',
    'Велмора основана в 1987 году, в ней 9400 сотрудников.',
  ],
  el: [
    'Η Βελμόρα ανοίγει εργοστάσιο μπαταριών κοντά στο Γκντανσκ',
    'Η αυτοκινητοβιομηχανία Βελμόρα άνοιξε την Τρίτη ένα εργοστάσιο που θα φτιάχνει 48.000 μπαταρίες τον χρόνο. Εκεί εργάζονται 620 άνθρωποι.',
    '«Ήρθαμε για να μείνουμε», είπε η διευθύντρια Μάρτα Ορλόβα.',
    'Το εργοστάσιο κόστισε 315 εκατ. ευρώ· η Πολωνία πλήρωσε το 12 %.',
    'Στο Βερολίνο και στη Μαδρίτη μηχανικοί ετοιμάζουν την επόμενη γενιά. Θα είναι έτοιμη το 2029.',
    'Είναι σωστή η τιμή; Οι αναλυτές της Μπάνκο Λουμέρα αμφιβάλλουν.',
    'Τρένα για το Αμβούργο φεύγουν από την πύλη του εργοστασίου.',
    'Η Βελμόρα ιδρύθηκε το 1987 και έχει 9.400 εργαζομένους.',
  ],
  ar: [
    'فيلمورا تفتتح مصنعا للبطاريات قرب غدانسك',
    'افتتحت شركة السيارات فيلمورا يوم الثلاثاء مصنعا سينتج ٤٨٬٠٠٠ بطارية في السنة. يعمل فيه ٦٢٠ شخصا.',
    '«جئنا لنبقى»، قالت مديرة المصنع مارتا أورلوفا.',
    'كلف المصنع ٣١٥ مليون يورو؛ دفعت دولة بولندا ١٢٪.',
    'في برلين ومدريد يطور مهندسون الجيل القادم. سيكون جاهزا في ٢٠٢٩.',
    'هل السعر صحيح؟ يشك في ذلك محللو بانكو لوميرا.',
    'تنطلق القطارات إلى هامبورغ من بوابة المصنع.',
    'تأسست فيلمورا عام ١٩٨٧ ولديها ٩٬٤٠٠ موظف.',
  ],
  zh: [
    '维尔莫拉在格但斯克附近开设电池工厂',
    '汽车制造商维尔莫拉周二开设了一家工厂，每年将生产４８０００块电池。约有620人在那里工作。',
    '“我们来了就不走了。”工厂主任玛尔塔·奥尔洛娃说。',
    '工厂耗资3.15亿欧元；波兰政府支付了12%。',
    '柏林和马德里的工程师正在开发下一代产品。它将于2029年完成。',
    '价格合适吗？Banco Lumera的分析师表示怀疑。',
    '开往汉堡的列车从工厂门口出发。',
    '维尔莫拉成立于1987年，有9400名员工。',
  ],
  ja: [
    'ベルモラ、グダニスク近郊に電池工場を開設',
    '自動車会社ベルモラは火曜日、年間48000個の電池を生産する工場を開設した。約620人が働いている。',
    '「私たちはここに残るために来た」と工場主任のマルタ・オルロワは述べた。',
    '工場の費用は3億1500万ユーロで、ポーランド政府が12％を支払った。',
    'ベルリンとマドリードの技術者が次の世代を開発している。2029年に完成する。',
    '価格は適切か？Banco Lumeraの分析家は疑っている。',
    'ハンブルク行きの列車は工場の門から出る。',
    'ベルモラは1987年に設立され、9400人の従業員がいる。',
  ],
}
const IDS = Object.keys(TEXTS)
const text = (id: string, paragraphs: readonly string[]) => ({
  id,
  pack: packOf(id) ?? null,
  paragraphs: paragraphs.map(paragraph => ({ text: paragraph })),
})
const PAIRS = IDS.flatMap((a, k) => IDS.slice(k + 1).map(b => [a, b] as const))

/** Rows 3 and 4 merged, row 6 dropped. */
const changed = (rows: readonly string[], glue: string) => [
  ...rows.slice(0, 3),
  rows[3] + glue + rows[4],
  rows[5]!,
  rows[7]!,
]
const CHANGED = [
  [[0], [0]],
  [[1], [1]],
  [[2], [2]],
  [[3, 4], [3]],
  [[5], [4]],
  [[6], []],
  [[7], [5]],
]

test.each(PAIRS)('%s and %s, row by row', (a, b) => {
  const expected = TEXTS[a]!.map((_, row) => [[row], [row]])
  expect(align([text(a, TEXTS[a]!), text(b, TEXTS[b]!)]).beads(a, b)).toEqual(expected)
})

test.each(PAIRS)('%s and %s, of which two rows are merged and one is dropped', (a, b) => {
  const glue = b === 'zh' || b === 'ja' ? '' : ' '
  expect(align([text(a, TEXTS[a]!), text(b, changed(TEXTS[b]!, glue))]).beads(a, b)).toEqual(CHANGED)
})

test('words where no spaces are written', () => {
  const words = (given: string) => wordsIn(given).map(word => word.text)
  expect(words('北京的国际机场').length).toBeGreaterThan(2)
  expect(words('กรุงเทพมหานครเป็นเมืองหลวง').length).toBeGreaterThan(1)
  expect(words('Velmoraは東京で')).toContain('Velmora')
  const long = '東京の会社'.repeat(2000)
  expect(words(long).join('')).toBe(long)
})

test('names in other alphabets have the grams of Latin names', () => {
  const shared = (a: string, b: string) => gramsOf(a).filter(gram => gramsOf(b).includes(gram)).length
  expect(gramsOf('москва')).toEqual(gramsOf('moskva'))
  expect(shared('ολυμπια', 'olympia')).toBeGreaterThan(0)
  expect(shared('国際空港', '空港')).toBe(3)
  expect(shared('国際空港', '東京')).toBe(0)
})

test('an Arabic name is linked to a Latin one by its consonants', () => {
  const table = typeTable()
  const [arabic, latin] = [vocabularyOf(null, table), vocabularyOf(null, table)]
  arabic.row('وصل إلى برلين')
  latin.row('he arrived in Berlin')
  const { there } = linksBetween(linkable(table, [arabic, latin]), 0, 1)
  const found: number[] = []
  overLinks(there, table.known('word', 'برلين'), other => found.push(other))
  expect(found).toContain(table.known('word', 'berlin'))
})
