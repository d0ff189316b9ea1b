/** Languages, neighbours, scripts, short and long texts. The texts are written for this test. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detect, detectBlock, SURE } from '../src/detect/detect.js'
import { packs, undetermined } from '../src/languages/index.js'

/** Languages are told apart as well where one of the neighbours below is supported too. */
const six = packs.filter(pack => ['da', 'de', 'en', 'he', 'it', 'nl'].includes(pack.tag))
const tag = (text: string) => detect(text, packs).tag

const sentences: [string, string][] = [
  ['en', 'The shipyard will build three new ferries for the northern islands before the end of next year.'],
  ['de', 'Die Werft baut bis zum Ende des nächsten Jahres drei neue Fähren für die nördlichen Inseln.'],
  ['da', 'Værftet bygger tre nye færger til de nordlige øer inden udgangen af næste år, siger direktøren.'],
  ['nl', 'De werf bouwt voor het einde van volgend jaar drie nieuwe veerboten voor de noordelijke eilanden.'],
  ['it', 'Il cantiere costruirà tre nuovi traghetti per le isole del nord entro la fine del prossimo anno.'],
  ['he', 'המספנה תבנה שלוש מעבורות חדשות לאיים הצפוניים עד סוף השנה הבאה, כך אמר המנכ"ל.'],
]

test.each(sentences)('%s: a sentence', (expected, text) => {
  expect(detect(text, packs)).toMatchObject({ tag: expected, guess: expected })
  expect(detect(text, packs).margin).toBeGreaterThan(0.8)
})

test.each([
  ['en', 'Five bridges over the river'],
  ['de', 'Fünf Brücken über den Fluss'],
  ['da', 'Vejen frem mod det nye år'],
  ['nl', 'De weg naar een nieuw jaar'],
  ['it', 'La strada verso il nuovo anno'],
  ['he', 'הדרך לשנה החדשה'],
])('%s: a heading', (expected, text) => {
  expect(tag(text)).toBe(expected)
})

test.each([
  ['Norwegian', 'Verftet skal bygge tre nye ferger til øyene i nord før utgangen av neste år, sier direktøren.'],
  ['Swedish', 'Varvet ska bygga tre nya färjor till öarna i norr före utgången av nästa år, säger direktören.'],
  ['Afrikaans', 'Die werf gaan voor die einde van volgende jaar drie nuwe veerbote vir die noordelike eilande bou.'],
  ['Spanish', 'El astillero construirá tres nuevos transbordadores para las islas del norte antes de fin de año.'],
  ['French', 'Le chantier construira trois nouveaux traversiers pour les îles du nord avant la fin de l’année.'],
  [
    'Luxembourgish',
    'D’Schantjen huet de Méindeg gesot, datt si dräi nei Fären fir d’Insele baut, déi nach dëst Joer fäerdeg ginn.',
  ],
  ['Icelandic', 'Skipasmíðastöðin mun smíða þrjár nýjar ferjur fyrir eyjarnar í norðri áður en næsta ár er liðið.'],
  ['Yiddish', 'די שיפבויעריי וועט בויען דריי נייע שיפן פאר די אינדזלען אין צפון, האט דער דירעקטאר געזאגט.'],
  ['Nynorsk', 'Verftet skal byggje tre nye ferjer til øyane i nord, men ingen veit når dei kjem, seier direktøren.'],
  [
    'Faroese',
    'Skipasmiðjan fer at byggja tríggjar nýggjar ferjur til oyggjarnar, sigur stjórin, men hvussu er ikki greitt.',
  ],
  ['Swiss German', 'D Werft bout bis Ändi vom nächschte Johr drü neui Fähre für d Insle, het dr Diräkter gseit.'],
  [
    'Low German',
    'De Warft will bet to dat Enn vun dat tokamen Johr dree ne’e Fähren för de Eilannen boen, hett he seggt.',
  ],
  [
    'Frisian',
    'De werf sil foar de ein fan takom jier trije nije fearboaten foar de eilannen bouwe, seit de direkteur.',
  ],
  ['Latin', 'Navium fabri tres novas naves insulis septentrionalibus ante finem anni aedificabunt, quod omnes sciunt.'],
  [
    'Catalan',
    'La drassana construirà tres transbordadors nous per a les illes del nord abans de final de l’any vinent.',
  ],
  ['Limburgish', 'Väöl höb neet waor veur auch oet ein vaan'],
  ['Ladino', 'איל אסטילייירו באה פראגואר טריס נאב׳יס נואיב׳אס פארה לאס איזלאס דיל נורטי, דישו איל דיריקטור'],
  ['Welsh', 'Bydd yr iard longau yn adeiladu tair fferi newydd i ynysoedd y gogledd cyn diwedd y flwyddyn nesaf.'],
  [
    'Vietnamese',
    'Nhà máy đóng tàu sẽ đóng ba chiếc phà mới cho các đảo phía bắc trước cuối năm tới, giám đốc cho biết.',
  ],
  ['Russian', 'Верфь построит три новых парома для северных островов до конца следующего года.'],
  ['Greek', 'Το ναυπηγείο θα κατασκευάσει τρία νέα πλοία για τα βόρεια νησιά μέχρι το τέλος του έτους.'],
])('%s is none of ours', (_, text) => {
  expect(detect(text, six).tag).toBe('und')
})

test('a text in a script of none of ours is surely none of ours', () => {
  expect(detect('Το ναυπηγείο θα κατασκευάσει τρία νέα πλοία', packs)).toMatchObject({
    tag: 'und',
    evidence: 'script',
    margin: 1,
  })
  expect(detectBlock('新造船三艘を建造する', packs, 'da').tag).toBe('und')
})

test('a sign of a formula is no text in another script', () => {
  expect(detectBlock('ΔT < 5', packs, 'da').tag).toBe('da')
})

test.each([
  ['da', 'Elbwerk Marine Software 4.2 er nu udgivet'],
  ['de', 'Elbwerk Marine Software 4.2 veröffentlicht'],
  ['it', 'Rilasciato Elbwerk Marine Software 4.2'],
  ['nl', 'Elbwerk Marine Software 4.2 uitgebracht'],
])('%s: English names do not outvote one word', (expected, text) => {
  expect(tag(text)).toBe(expected)
})

test('identifiers say little', () => {
  expect(tag('marine-kernel-source – ein Handbuch für die Entwicklung')).toBe('de')
  expect(tag('Lukket: archive.elbwerk.example og mail2.elbwerk.example')).toBe('da')
})

test.each(sentences)('%s: the margin of a sentence is sure', (_, text) => {
  expect(detect(text, packs).margin).toBeGreaterThanOrEqual(SURE)
})

test('a name alone is not sure', () => {
  expect(detect('Elbwerk Nordic Ferries', packs).margin).toBeLessThan(SURE)
})

test('Norwegian has itself as its best guess', () => {
  expect(detect('Verftet skal bygge tre nye ferger til øyene i nord før utgangen av neste år.', six)).toMatchObject({
    tag: 'und',
    guess: 'nb',
  })
})

test('Hebrew full of Latin names is Hebrew', () => {
  expect(detect('חברת Elbwerk Marine Group ו-Nordic Ferries Alliance חתמו על הסכם', packs)).toMatchObject({
    tag: 'he',
    evidence: 'script',
  })
})

test.each(['', ' \n', '12.345,67 %', '!?', '\ud800', 'https://elbwerk.example/the-new-ferries-of-the-north'])(
  'nothing to go by: %j',
  text => {
    expect(detect(text, packs)).toMatchObject({ tag: 'und', evidence: 'none', margin: 0 })
  },
)

describe('a block of a document', () => {
  test('without words it is in the language of the document', () => {
    expect(detectBlock('###', packs, 'da').tag).toBe('da')
  })

  test('a short heading leans on the document', () => {
    expect(detectBlock('Elbwerk Nordic Ferries', packs, 'da').tag).toBe('da')
    expect(detectBlock('Kontakt', packs, 'da').tag).toBe('da')
    expect(detectBlock('Kontakt', packs, 'de').tag).toBe('de')
  })

  test.each(sentences)('an English paragraph in a text in %s is found', documentTag => {
    expect(detectBlock(sentences[0]![1], packs, documentTag).tag).toBe('en')
  })

  test('so is a paragraph in another language', () => {
    expect(detectBlock(sentences[1]![1], packs, 'da').tag).toBe('de')
  })

  test.each(['da', 'de', 'it', 'nl'])('an English phrase in a text in %s is found', documentTag => {
    expect(detectBlock('the new ferries for the northern islands', packs, documentTag).tag).toBe('en')
  })

  test('a paragraph in none of ours is not taken for the document', () => {
    expect(
      detectBlock('Varvet ska bygga tre nya färjor till öarna i norr före nästa år, säger hon.', six, 'da').tag,
    ).toBe('und')
    expect(
      detectBlock('Telakka rakentaa kolme uutta lauttaa pohjoisille saarille ennen vuoden loppua.', six, 'da').tag,
    ).toBe('und')
  })

  test('in a document of no known language it stands alone', () => {
    expect(detectBlock(sentences[4]![1], packs, 'und').tag).toBe('it')
  })
})

test.each([
  ['swe', 'swedish', 'Varvet ska bygga tre nya färjor till öarna i norr före utgången av nästa år, säger direktören.'],
  ['nob', 'norwegian', 'Verftet skal bygge tre nye ferger til øyene i nord før utgangen av neste år, sier direktøren.'],
  [
    'afr',
    'afrikaans',
    'Die werf gaan voor die einde van volgende jaar drie nuwe veerbote vir die noordelike eilande bou.',
  ],
])('%s is found once a pack has its word list, and the others stay what they are', (iso, wordList, text) => {
  const more = [...six, { ...undetermined, tag: 'xx', iso639_3: iso, wordList }]
  expect(detect(text, more)).toMatchObject({ tag: 'xx', guess: 'xx' })
  for (const [expected, sentence] of sentences) expect(detect(sentence, more).tag).toBe(expected)
})

describe('laws', () => {
  test('any text gets an answer of the packs, or none', () => {
    const tags = [...packs.map(pack => pack.tag), 'und']
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const found = detect(text, packs)
        expect(tags).toContain(found.tag)
        if (found.tag !== 'und') expect(found.guess).toBe(found.tag)
        expect(found.margin).toBeGreaterThanOrEqual(0)
        expect(found.margin).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a long text is read in windows, and the beginning does not outvote the rest', () => {
    const english = `${sentences[0]![1]} `.repeat(4)
    const danish = `${sentences[2]![1]} `.repeat(4000)
    expect(tag(english + danish)).toBe('da')
  })

  test('the answer does not depend on what was read before', () => {
    const texts = ['Elbwerk Nordic Ferries', 'over 40 procent', 'Los barcos del norte', ...sentences.map(s => s[1])]
    const before = texts.map(text => detect(text, packs))
    const again = [...texts].reverse().map(text => detect(text, packs))
    expect(again.reverse()).toEqual(before)
  })

  test.each([
    ['one word', 'x'.repeat(5_000_000)],
    ['addresses', 'a@b '.repeat(1_000_000)],
    ['marks', '_-.:'.repeat(1_000_000)],
    ['apostrophes', 'l’'.repeat(2_000_000)],
  ])('five megabytes of %s', (_, text) => {
    expect([...packs.map(pack => pack.tag), 'und']).toContain(detectBlock(text, packs, 'da').tag)
  })

  test('one language alone can be looked for', () => {
    const danish = packs.filter(pack => pack.tag === 'da')
    expect(detect(sentences[2]![1], danish).tag).toBe('da')
    expect(detect(sentences[4]![1], danish).tag).toBe('und')
  })
})
