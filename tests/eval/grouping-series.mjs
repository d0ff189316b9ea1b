/**
 * Series of releases that are hard to tell apart, made from a seed: invented issuers, people and places in sentences of
 * six languages. Each kind is `{ name, releases }`, a release `{ name, texts: [{ tag, text, versionOf? }] }`; texts of
 * one release belong together.
 *
 * - weekly: one text with other numbers and dates every week, by a few issuers;
 * - one day: two releases of one issuer on one day, with one boilerplate, one spokesman and some figures in common;
 * - three figures: one text on one day, of which three figures differ;
 * - versions: releases of which some texts come again: copied, corrected, updated.
 */
import { random } from './relay.mjs'

const TAGS = ['da', 'de', 'en', 'he', 'it', 'nl']
const MONTHS = {
  da: 'januar februar marts april maj juni juli august september oktober november december',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  en: 'January February March April May June July August September October November December',
  he: 'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
}
const DATE = {
  da: (d, m, y) => `${d}. ${m} ${y}`,
  de: (d, m, y) => `${d}. ${m} ${y}`,
  en: (d, m, y) => `${d} ${m} ${y}`,
  he: (d, m, y) => `${d} ב${m} ${y}`,
  it: (d, m, y) => `${d} ${m} ${y}`,
  nl: (d, m, y) => `${d} ${m} ${y}`,
}

/** The letter stands for a slot: C issuer, P person, Q second person, O other firm, L place, A B D numbers, T date. */
const SENTENCES = [
  {
    da: 'I ugen til {T} købte {C} {A} egne aktier for {B} euro på børsen i {L}.',
    de: 'In der Woche bis zum {T} kaufte {C} {A} eigene Aktien für {B} Euro an der Börse in {L}.',
    en: 'In the week to {T} {C} bought back {A} of its shares for {B} euros on the exchange in {L}.',
    he: 'בשבוע שהסתיים ב-{T} רכשה {C} {A} ממניותיה תמורת {B} אירו בבורסה של {L}.',
    it: 'Nella settimana fino al {T} {C} ha acquistato {A} azioni proprie per {B} euro alla borsa di {L}.',
    nl: 'In de week tot {T} kocht {C} {A} eigen aandelen voor {B} euro op de beurs van {L}.',
  },
  {
    da: 'Siden programmets begyndelse er der i alt erhvervet {D} aktier, oplyser {O}, der gennemfører købene.',
    de: 'Seit Beginn des Programms wurden insgesamt {D} Aktien erworben, teilt {O} mit, das die Käufe ausführt.',
    en: 'Since the programme began a total of {D} shares have been acquired, says {O}, which carries out the purchases.',
    he: 'מאז תחילת התוכנית נרכשו בסך הכול {D} מניות, מסרה {O}, המבצעת את הרכישות.',
    it: "Dall'inizio del programma sono state acquistate in tutto {D} azioni, comunica {O}, che esegue gli acquisti.",
    nl: 'Sinds het begin van het programma zijn in totaal {D} aandelen verworven, meldt {O}, dat de aankopen uitvoert.',
  },
  {
    da: '{C} åbner et nyt værk i {L}, hvor {A} medarbejdere skal fremstille varmepumper.',
    de: '{C} eröffnet ein neues Werk in {L}, in dem {A} Beschäftigte Wärmepumpen herstellen werden.',
    en: '{C} opens a new plant in {L}, where {A} employees will make heat pumps.',
    he: '{C} פותחת מפעל חדש ב{L}, שבו ייצרו {A} עובדים משאבות חום.',
    it: '{C} apre un nuovo stabilimento a {L}, dove {A} dipendenti produrranno pompe di calore.',
    nl: '{C} opent een nieuwe fabriek in {L}, waar {A} medewerkers warmtepompen zullen maken.',
  },
  {
    da: '„Vi har ventet på denne dag i årevis,“ siger {P}, direktør for {C}.',
    de: '„Auf diesen Tag haben wir jahrelang gewartet“, sagt {P}, die das Unternehmen {C} leitet.',
    en: '“We have waited for this day for years,” says {P}, chief executive of {C}.',
    he: '"חיכינו ליום הזה במשך שנים", אומרת {P}, מנכ"לית {C}.',
    it: '«Aspettavamo questo giorno da anni», dice {P}, che guida {C}.',
    nl: '“Op deze dag hebben wij jaren gewacht”, zegt {P}, topvrouw van {C}.',
  },
  {
    da: 'Omsætningen steg til {B} millioner euro, og ordrebeholdningen nåede {D} millioner euro.',
    de: 'Der Umsatz stieg auf {B} Millionen Euro, der Auftragsbestand erreichte {D} Millionen Euro.',
    en: 'Revenue rose to {B} million euros and the order book reached {D} million euros.',
    he: 'ההכנסות עלו ל-{B} מיליון אירו וצבר ההזמנות הגיע ל-{D} מיליון אירו.',
    it: 'Il fatturato è salito a {B} milioni di euro e il portafoglio ordini ha raggiunto {D} milioni di euro.',
    nl: 'De omzet steeg tot {B} miljoen euro en de orderportefeuille bereikte {D} miljoen euro.',
  },
  {
    da: 'Aftalen med {O} løber til {T} og omfatter {A} anlæg i og omkring {L}.',
    de: 'Der Vertrag mit {O} läuft bis zum {T} und umfasst {A} Anlagen in und um {L}.',
    en: 'The agreement with {O} runs until {T} and covers {A} units in and around {L}.',
    he: 'ההסכם עם {O} תקף עד {T} וכולל {A} מתקנים ב{L} ובסביבתה.',
    it: "L'accordo con {O} vale fino al {T} e comprende {A} impianti a {L} e dintorni.",
    nl: 'De overeenkomst met {O} loopt tot {T} en omvat {A} installaties in en rond {L}.',
  },
  {
    da: '{Q} afløser {P} som finansdirektør den {T}.',
    de: '{Q} löst {P} am {T} als Finanzvorstand ab.',
    en: '{Q} succeeds {P} as chief financial officer on {T}.',
    he: '{Q} תחליף את {P} בתפקיד סמנכ"ל הכספים ב-{T}.',
    it: '{Q} succede a {P} come direttore finanziario il {T}.',
    nl: '{Q} volgt {P} op {T} op als financieel directeur.',
  },
  {
    da: 'Projektet sparer {B} ton kuldioxid om året, viser en beregning fra {O}.',
    de: 'Das Vorhaben spart im Jahr {B} Tonnen Kohlendioxid, wie eine Berechnung von {O} zeigt.',
    en: 'The project saves {B} tonnes of carbon dioxide a year, according to a calculation by {O}.',
    he: 'הפרויקט חוסך {B} טונות של פחמן דו-חמצני בשנה, לפי חישוב של {O}.',
    it: "Il progetto risparmia {B} tonnellate di anidride carbonica l'anno, secondo un calcolo di {O}.",
    nl: 'Het project bespaart {B} ton kooldioxide per jaar, blijkt uit een berekening van {O}.',
  },
  {
    da: 'Byrådet i {L} godkendte planen med {A} stemmer, fortæller borgmester {Q}.',
    de: 'Der Rat von {L} stimmte dem Plan mit {A} Stimmen zu, berichtet Bürgermeister {Q}.',
    en: 'The council of {L} approved the plan by {A} votes, reports mayor {Q}.',
    he: 'מועצת העיר {L} אישרה את התוכנית ברוב של {A} קולות, מדווח ראש העיר {Q}.',
    it: 'Il consiglio di {L} ha approvato il piano con {A} voti, riferisce il sindaco {Q}.',
    nl: 'De raad van {L} keurde het plan met {A} stemmen goed, meldt burgemeester {Q}.',
  },
  {
    da: 'Den første levering på {D} moduler går til {O} i {L}.',
    de: 'Die erste Lieferung von {D} Modulen geht an {O} in {L}.',
    en: 'The first delivery of {D} modules goes to {O} in {L}.',
    he: 'המשלוח הראשון של {D} מודולים יוצא אל {O} ב{L}.',
    it: 'La prima consegna di {D} moduli va a {O} a {L}.',
    nl: 'De eerste levering van {D} modules gaat naar {O} in {L}.',
  },
]
const TITLES = [
  {
    da: '{C} melder om tilbagekøb af aktier',
    de: '{C} meldet Rückkauf von Aktien',
    en: '{C} reports on the buyback of shares',
    he: '{C} מדווחת על רכישה עצמית של מניות',
    it: '{C} informa sul riacquisto di azioni',
    nl: '{C} meldt inkoop van aandelen',
  },
  {
    da: '{C} vokser i {L}',
    de: '{C} wächst in {L}',
    en: '{C} grows in {L}',
    he: '{C} מתרחבת ב{L}',
    it: '{C} cresce a {L}',
    nl: '{C} groeit in {L}',
  },
]
const ABOUT = {
  da: 'Om {C}\n\n{C} blev grundlagt i {Y} af {Q} i {L} og beskæftiger {D} mennesker i {A} lande.',
  de: 'Über {C}\n\n{C} wurde {Y} von {Q} in {L} gegründet und beschäftigt {D} Menschen in {A} Ländern.',
  en: 'About {C}\n\n{C} was founded in {Y} by {Q} in {L} and employs {D} people in {A} countries.',
  he: 'אודות {C}\n\n{C} נוסדה ב-{Y} על ידי {Q} ב{L} ומעסיקה {D} בני אדם ב-{A} מדינות.',
  it: 'Informazioni su {C}\n\n{C} è stata fondata nel {Y} da {Q} a {L} e impiega {D} persone in {A} paesi.',
  nl: 'Over {C}\n\n{C} werd in {Y} opgericht door {Q} in {L} en telt {D} medewerkers in {A} landen.',
}
const CORRECTION = {
  da: 'RETTELSE: ',
  de: 'Berichtigung: ',
  en: 'CORRECTION: ',
  he: 'תיקון: ',
  it: 'RETTIFICA: ',
  nl: 'RECTIFICATIE: ',
}
const UPDATE = {
  da: 'OPDATERING: ',
  de: 'Update: ',
  en: 'UPDATE: ',
  he: 'עדכון: ',
  it: 'AGGIORNAMENTO: ',
  nl: 'UPDATE: ',
}

const pick = (list, next) => list[Math.floor(next() * list.length)]
const shuffled = (list, next) =>
  list
    .map(value => [next(), value])
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value)
const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'br', 'dr', 'gr', 'kr', 'tr', 'st']
const ENDS = ['', 'n', 'r', 'l', 's', 'm', 'nd', 'rt', 'lk']
const syllable = next => pick(ONSETS, next) + pick([...'aeiou'], next)
function word(next, syllables = 2) {
  let text = ''
  for (let k = 0; k < syllables; k++) text += syllable(next)
  text += pick(ENDS, next)
  return text[0].toUpperCase() + text.slice(1)
}
const HEBREW = { b: 'ב', d: 'ד', f: 'פ', g: 'ג', k: 'ק', l: 'ל', m: 'מ', n: 'נ', p: 'פ', r: 'ר', s: 'ס', t: 'ט' }
const VOWELS = { a: 'א', e: '', i: 'י', o: 'ו', u: 'ו' }
const hebrew = name =>
  name
    .toLowerCase()
    .replace(/[a-z]/g, (letter, at) => HEBREW[letter] ?? (at === 0 ? `א${VOWELS[letter]}`.slice(0, 2) : VOWELS[letter]))
const POINT_DECIMALS = new Set(['en', 'he'])

function number(value, tag) {
  const [whole, part] = String(value).split('.')
  const marks = POINT_DECIMALS.has(tag) ? [',', '.'] : ['.', ',']
  return whole.replace(/\B(?=(\d{3})+$)/g, marks[0]) + (part ? marks[1] + part : '')
}

function filled(template, slots, tag) {
  return template.replace(/\{(\w)\}/g, (_, slot) => {
    const value = slots[slot]
    if (slot === 'T') return DATE[tag](value.d, MONTHS[tag].split(' ')[value.m], value.y)
    if (slot === 'Y') return value
    if (typeof value === 'number') return number(value, tag)
    return tag === 'he' ? hebrew(value) : value
  })
}

/** Whole numbers of two to six digits and some with a decimal. */
function figure(next) {
  const value = Math.floor(10 ** (1.2 + 4.2 * next()))
  return next() < 0.3 ? value + Math.floor(1 + 8 * next()) / 10 : value
}
const figures = next => ({ A: Math.floor(11 + 900 * next()), B: figure(next), D: figure(next) })
const issuer = next => ({
  C: `${word(next)} ${pick(['Energi', 'Solar', 'Marine', 'Pharma', 'Systems'], next)}`,
  P: `${word(next)} ${word(next, 3)}`,
  Q: `${word(next)} ${word(next)}`,
  L: word(next, 3),
  about: {
    ...figures(next),
    Y: String(1900 + Math.floor(100 * next())),
    Q: `${word(next)} ${word(next)}`,
    L: word(next),
  },
})
const day = next => ({ d: 1 + Math.floor(28 * next()), m: Math.floor(12 * next()), y: 2031 + Math.floor(3 * next()) })
const story = next => ({
  Q: `${word(next)} ${word(next)}`,
  O: `${word(next)} ${pick(['Bank', 'Group', 'Lab'], next)}`,
  L: word(next),
})

/** Title, dateline and sentences (each with slots of its own), the boilerplate. */
function textOf(tag, { title, own, date, sentences }) {
  const head = filled(TITLES[title][tag], { ...own, ...sentences[0].slots }, tag)
  const place = tag === 'he' ? hebrew(own.L) : own.L
  const dateline = `${place}, ${filled('{T}', { T: date }, tag)} - `
  const body = sentences.map(({ k, slots }) => filled(SENTENCES[k][tag], { ...own, ...slots }, tag))
  return [head, dateline + body[0], ...body.slice(1), filled(ABOUT[tag], { ...own, ...own.about }, tag)].join('\n\n')
}

/** A translation may leave a sentence out. */
const thinned = (plan, next) =>
  plan.sentences.length > 4 && next() < 0.2 ? { ...plan, sentences: plan.sentences.toSpliced(2, 1) } : plan
const inLanguages = (plan, next, count = 3 + Math.floor(3 * next())) =>
  shuffled(TAGS, next)
    .slice(0, count)
    .sort()
    .map(tag => ({ tag, text: textOf(tag, thinned(plan, next)), plan }))

function weekly(next) {
  return [...Array(6)].flatMap((_, i) => {
    const own = issuer(next)
    const bank = { O: story(next).O, L: own.L }
    return [...Array(10)].map((_, week) => {
      const date = { d: 1 + 7 * (week % 4), m: 2 + Math.floor(week / 4), y: 2032 }
      const slots = { ...bank, ...figures(next), T: date }
      const plan = { title: 0, own, date, sentences: [0, 1, 3, 4].map(k => ({ k, slots })) }
      return { name: `weekly-${i}-${week}`, texts: inLanguages(plan, next) }
    })
  })
}

/** Three sentences with figures at least. */
function freshPlan(own, date, next, length = 6) {
  const figured = shuffled([2, 4, 5, 7, 8, 9], next)
  const kinds = [...figured.slice(0, 3), ...shuffled([...figured.slice(3), 3, 6], next)]
  const slots = () => ({ ...story(next), ...figures(next), T: day(next) })
  return { title: 1, own, date, sentences: kinds.slice(0, length).map(k => ({ k, slots: slots() })) }
}

function oneDay(next) {
  return [...Array(30)].flatMap((_, i) => {
    const own = issuer(next)
    const date = day(next)
    return ['a', 'b'].map(part => ({ name: `day-${i}${part}`, texts: inLanguages(freshPlan(own, date, next), next) }))
  })
}

function threeFigures(next) {
  return [...Array(20)].flatMap((_, i) => {
    const plan = freshPlan(issuer(next), day(next), next)
    return ['a', 'b', 'c'].map(part => {
      const sentences = plan.sentences.map(({ k, slots }, at) =>
        at < 3 ? { k, slots: { ...slots, ...figures(next) } } : { k, slots },
      )
      return { name: `figures-${i}${part}`, texts: inLanguages({ ...plan, sentences }, next) }
    })
  })
}

function versions(next) {
  return [...Array(40)].map((_, i) => {
    const plan = freshPlan(issuer(next), day(next), next)
    const texts = inLanguages(plan, next)
    const [first] = shuffled(texts, next)
    const slots = { ...plan.sentences[1].slots, ...figures(next) }
    const changed = { ...plan, sentences: plan.sentences.with(1, { ...plan.sentences[1], slots }) }
    const longer = { ...plan, sentences: [...plan.sentences, freshPlan(plan.own, plan.date, next, 1).sentences[0]] }
    const again = [
      () => first.text.replaceAll('\n\n', '\n\n\n'),
      () => CORRECTION[first.tag] + textOf(first.tag, changed),
      () => UPDATE[first.tag] + textOf(first.tag, longer),
    ][i % 3]()
    return {
      name: `versions-${i}`,
      texts: [...texts, { tag: first.tag, text: again, versionOf: texts.indexOf(first) }],
    }
  })
}

/**
 * One issuer and no end of releases, each in five languages with its date (ISO 8601): `daily` is one text with other numbers and
 * dates day by day, `template` one text of one day of which three figures differ.
 * @param {'daily' | 'template'} kind
 */
export function* oneIssuer(kind, seed) {
  const next = random(seed)
  const own = issuer(next)
  const bank = { O: story(next).O, L: own.L }
  const form = freshPlan(own, day(next), next)
  for (let k = 0; ; k++) {
    const date = kind === 'daily' ? dayAfter(FIRST_DAY, k) : form.date
    const slots = { ...bank, ...figures(next), T: date }
    const sentences = [0, 1, 3, 4].map(k => ({ k, slots }))
    const template = form.sentences.map(({ k, slots }, at) =>
      at < 3 ? { k, slots: { ...slots, ...figures(next) } } : { k, slots },
    )
    const plan = kind === 'daily' ? { title: 0, own, date, sentences } : { ...form, sentences: template }
    const iso = [date.y, date.m + 1, date.d].map(part => String(part).padStart(2, '0')).join('-')
    yield { date: iso, texts: inLanguages(plan, next, 5) }
  }
}

const FIRST_DAY = Date.UTC(1990, 0, 1)
function dayAfter(first, count) {
  const date = new Date(first + count * 86_400_000)
  return { d: date.getUTCDate(), m: date.getUTCMonth(), y: date.getUTCFullYear() }
}

/** The kinds by name. */
export function groupingSeries(seed) {
  const kinds = { weekly, 'one day': oneDay, 'three figures': threeFigures, versions }
  return Object.entries(kinds).map(([name, make], k) => ({ name, releases: make(random(seed * 100 + k)) }))
}
