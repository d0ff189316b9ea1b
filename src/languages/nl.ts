/**
 * Dutch, Flemish use included. Labels as ANP, Belga and Persportaal print them. It is hardest to tell from Afrikaans,
 * which has `die`, `nie`, `is` for every person and `y` for `ij`, then from Frisian and Low Saxon.
 */
import type { LanguagePack } from './pack.js'

// biome-ignore format: word lists read best in filled lines
export const nl = {
  tag: 'nl',
  iso639_3: 'nld',
  name: 'Dutch',
  wordList: 'dutch',
  broadList: 'language-nl-be',
  script: 'Latn',
  direction: 'ltr',
  letters: 'ëïéèüöáóê',
  charsets: ['windows-1252', 'macroman', 'cp850', 'iso-8859-15', 'cp437'],
  quotes: [['‘', '’'], ["'", "'"], ['“', '”'], ['"', '"'], ['„', '”'], ['„', '“'], ['‚', '’'], ['’', '’']],
  functionWords: [
    'de', 'het', 'een', 'van', 'en', 'in', 'is', 'dat', 'op', 'te', 'zijn', 'voor', 'met', 'die', 'niet', 'aan', 'er',
    'om', 'ook', 'als', 'maar', 'dan', 'bij', 'nog', 'uit', 'door', 'over', 'ze', 'zich', 'zij', 'hij', 'ik', 'je',
    'we', 'wij', 'jullie', 'hun', 'haar', 'heeft', 'hebben', 'had', 'was', 'waren', 'wordt', 'worden', 'werd',
    'werden', 'geen', 'naar', 'tot', 'of', 'kan', 'kunnen', 'moet', 'moeten', 'zal', 'zullen', 'zou', 'zouden', 'wil',
    'meer', 'deze', 'dit', 'daar', 'hier', 'zo', 'al', 'wel', 'nu', 'toch', 'tegen', 'onder', 'na', 'tussen', 'sinds',
    'tijdens', 'zonder', 'vanaf', 'omdat', 'want', 'toen', 'terwijl', 'waar', 'wat', 'wie', 'hoe', 'welke', 'elk',
    'elke', 'alle', 'alleen', 'andere', 'ander', 'twee', 'drie', 'eerste', 'jaar', 'nieuwe', 'grote', 'veel', 'zeer',
    'ons', 'onze', 'uw', 'u', 'mij', 'me', 'hem', 'zelf', 'gaat', 'doen', 'werken', 'binnen', 'volgens', 'vooral',
    'mogelijk', 'steeds', 'echter', 'ruim', 'miljoen', 'procent', 'nederlandse', 'goed', 'geweest', 'kon', 'iets',
    'waarin', 'waarbij', 'eigen', 'weer', 'komt',
  ],
  neighbours: [
    {
      iso639_3: 'afr',
      words: [
        'nie', 'sy', 'hy', 'vir', 'ek', 'hulle', 'by', 'baie', 'se', 'hierdie', 'daardie', 'jy', 'julle', 'nuwe',
        'as', 'sê', 'sal', 'my', 'kry', 'reeds', "'n", 'vrae', 'geword', 'syne', 'tyd', 'skool', 'asook', 'tydens',
      ],
    },
    {
      iso639_3: 'fry',
      words: [
        'yn', 'foar', 'mei', 'ek', 'binne', 'troch', 'oan', 'sy', 'har', 'wurdt', 'hat', 'oer', 'by', 'nei', 'dy',
        'hja', 'him', 'sa', 'út',
      ],
      letters: 'âêôûú',
    },
    {
      iso639_3: 'nds',
      words: ['un', 'nich', 'för', 'vun', 'hett', 'wi', 'ehr', 'vör', 'över', 'sünd', 'as'],
    },
    {
      iso639_3: 'lim',
      words: ['ein', 'vaan', 'väöl', 'neet', 'veur', 'waor', 'oet', 'höb', 'auch', 'zeen'],
    },
    {
      iso639_3: 'vls',
      words: ["'t", 'è', 'zyn', 'ip', 'nie', 'tusschn', 'wordn', 'byvoorbeeld'],
    },
  ],
  elisions: [],
  apostropheSuffixes: ['s', 'n', 'tje', 'tjes', 'er', 'ers'],
  clippedWords: { before: ['s', 't', 'n', 'm', 'k'], behind: [] },
  finalLetters: [],
  capitalEndings: [],
  // Unicode CLDR 44 for countries and languages; the largest cities and states where the language is spoken.
  // biome-ignore format: word lists read best in filled lines
  placeNames: [
    'België', 'Italië', 'Albanië', 'Arabië', 'Saoedi-Arabië', 'Argentinië', 'Armenië', 'Australië', 'Azië', 'Bosnië',
    'Brazilië', 'Caledonië', 'Ethiopië', 'Faeröer', 'Georgië', 'Haïti', 'Indonesië', 'Israël', 'Israëlisch', 'Jordanië',
    'Kaapverdië', 'Kirgizië', 'Kroatië', 'Libië', 'Macedonië', 'Maleisië', 'Mauritanië', 'Moldavië', 'Mongolië',
    'Namibië', 'Oekraïens', 'Oekraïne', 'Oekraïense', 'Polynesië', 'Roemenië', 'Servië', 'Slovenië', 'Somalië', 'Syrië',
    'Tsjechië', 'Tunesië', 'Brittannië', 'Scandinavië', 'Catalonië', 'Californië',
    'Curaçao', 'Réunion',
  ],
  prefixLetters: '',
  conjunctions: ['en', 'of', 'noch', 'tot'],
  abbreviations: [
    'bijv.', 'bv.', 'b.v.', 'd.w.z.', 'dwz.', 'enz.', 'e.d.', 'e.a.', 'etc.', 'evt.', 'm.a.w.', 'm.b.t.', 'i.v.m.',
    'i.p.v.', 'i.s.m.', 'o.a.', 'o.m.', 't.a.v.', 't.b.v.', 't.o.v.', 't/m.', 'n.a.v.', 'm.i.v.', 'resp.', 'ca.',
    'c.q.', 'incl.', 'excl.', 'max.', 'min.', 'mld.', 'mln.', 'nr.', 'nrs.', 'no.', 'blz.', 'pag.', 'p.', 'art.',
    'afd.', 'afb.', 'dr.', 'Dr.', 'drs.', 'Drs.', 'ir.', 'ing.', 'mr.', 'Mr.', 'mw.', 'mevr.', 'dhr.', 'prof.',
    'Prof.', 'St.', 'tel.', 'Tel.', 'str.', 'red.', 'jl.', 'a.s.', 'a.u.b.', 'ong.', 'vgl.', 'zgn.', 'zg.', 'z.s.m.',
    'jan.', 'feb.', 'mrt.', 'apr.', 'jun.', 'jul.', 'aug.', 'sep.', 'sept.', 'okt.', 'nov.', 'dec.', 'ma.', 'di.',
    'wo.', 'do.', 'vr.', 'za.', 'zo.', 'B.V.', 'N.V.', 'v.Chr.', 'n.Chr.', 'Chr.', 'alg.', 'secr.', 'ged.', 'gem.',
    'hfst.', 'verg.', 'mv.', 'd.d.', 'p/a.', 'vnl.',
  ],
  months: [
    ['januari', 'jan'],
    ['februari', 'feb', 'febr'],
    ['maart', 'mrt', 'mar'],
    ['april', 'apr'],
    ['mei'],
    ['juni', 'jun'],
    ['juli', 'jul'],
    ['augustus', 'aug'],
    ['september', 'sept', 'sep'],
    ['oktober', 'okt'],
    ['november', 'nov'],
    ['december', 'dec'],
  ],
  weekdays: [
    ['maandag', 'ma'],
    ['dinsdag', 'di'],
    ['woensdag', 'wo'],
    ['donderdag', 'do'],
    ['vrijdag', 'vr'],
    ['zaterdag', 'za'],
    ['zondag', 'zo'],
  ],
  ordinals: { before: [], after: ['e', 'ste', 'de'] },
  decimal: ',',
  thousands: '.',
  scales: [
    { word: 'duizend', factor: 1e3 },
    { word: 'miljoen', factor: 1e6 },
    { word: 'mln', factor: 1e6 },
    { word: 'miljard', factor: 1e9 },
    { word: 'mld', factor: 1e9 },
    { word: 'biljoen', factor: 1e12 },
    { word: 'dozijn', factor: 12 },
  ],
  percent: ['procent', 'pct'],
  pressLabels: [
    'Persbericht', 'Persmededeling', 'Nieuwsbericht', 'Mededeling', 'Persmelding', 'Persinformatie',
    'Bedrijfsbericht', 'Beursbericht', 'APS: persbericht', 'press release', 'news release', 'media release',
  ],
  promoLabels: [
    'Advertorial', 'Advertentie', 'Partnerbijdrage', 'Gesponsord', 'Gesponsorde inhoud', 'Gesponsord artikel',
    'Gesponsorde content', 'Betaalde inhoud', 'Betaalde content', 'Promotioneel', 'Ingezonden mededeling',
    'Partnercontent', 'Reclame', 'sponsored content', 'sponsored',
  ],
  immediateLabels: [
    'Voor directe publicatie', 'Voor onmiddellijke publicatie', 'Voor onmiddellijke vrijgave',
    'Per direct vrijgegeven', 'for immediate release',
  ],
  embargoLabels: [
    'Embargo tot', 'Onder embargo tot', 'Onder embargo', 'Niet publiceren voor', 'Embargo', 'embargoed until',
  ],
  aboutHeads: ['Over', 'About'],
  aboutTitles: [
    'Over ons', 'Over het bedrijf', 'Over de onderneming', 'Over de organisatie', 'Bedrijfsprofiel',
    'Bedrijfsinformatie', 'Profiel', 'Boilerplate', 'About us',
  ],
  contactLeads: [
    'Contact', 'Contactpersoon', 'Contactpersonen', 'Contactgegevens', 'Contactinformatie', 'Perscontact',
    'Perscontacten', 'Mediacontact', 'Contact voor de pers', 'Contact voor media', 'Woordvoering', 'Woordvoerder',
    'Persdienst', 'Persvoorlichting', 'Afdeling communicatie', 'Investor Relations', 'Voor meer informatie',
    'Meer informatie', 'Nadere informatie', 'Voor nadere informatie', 'Verdere informatie', 'Voor verdere informatie',
    'Meer weten', 'Lees meer', 'Voor vragen', 'Vragen', 'Voor interviews', 'Neem contact op met', 'Media contact',
    'For further information', 'For more information', 'Klik op de volgende link',
  ],
  phoneWords: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'gsm', 'fax', 'doorkiesnummer', 'phone'],
  noteHeads: [
    'Noot voor de redactie', 'Noot voor redacties', 'Noot voor de pers', 'Noot aan de redactie', 'Noot redactie',
    'Niet voor publicatie', 'Opmerking voor de redactie', 'Redactionele noot', 'Noten', 'notes to editors',
    'note to editors',
  ],
  endMarks: [
    'Einde', 'EINDE', '-EINDE-', '- Einde -', '- EINDE -', 'Einde bericht', 'Einde persbericht', '###', '# # #',
    '***', '* * *', '---', 'ENDS', '-30-',
  ],
  disclaimerPhrases: [
    'is officieel geldend in de originele brontaal', 'officieel geldende versie',
    'vertalingen zijn slechts als leeshulp', 'in geval van verschillen', 'bij verschillen tussen',
    'is de engelse versie', 'prevaleert de engelse', 'de enige rechtsgeldige versie', 'brontaal', 'juridisch bindend',
    'is verantwoordelijk voor de inhoud', 'vormt geen aanbod', 'the source language',
  ],
  forwardLooking: [
    'toekomstgerichte verklaringen', 'toekomstgerichte uitspraken', 'op de toekomst gerichte verklaringen',
    'vooruitziende verklaringen', 'vooruitblikkende verklaringen', 'forward-looking statements', 'disclaimer',
  ],
  photoLeads: [
    'Foto', "Foto's", 'Fotobijschrift', 'Bijschrift', 'Fotocredit', 'Beeld', 'Beeldmateriaal', 'Afbeelding',
    'Een foto bij deze aankondiging', "Foto's bij deze aankondiging", 'Een afbeelding bij dit bericht', 'Bijlage',
    'Bijlagen', 'Video', 'Logo', 'a photo accompanying this announcement', 'attachment', 'attachments', 'Photo',
  ],
  chromeLines: [
    'Delen', 'Deel dit artikel', 'Deel dit bericht', 'Deel via', 'Afdrukken', 'Printen', 'Print', 'Beschrijving',
    'Omschrijving', 'Bijlage', 'Bijlagen', 'Downloaden', 'Download', 'Meer tonen', 'Lees meer', 'Lees ook',
    'Lees verder', 'Gerelateerde artikelen', 'Gerelateerd', 'Advertentie', 'Reacties', 'Reageer', 'Home', 'Menu',
    'Zoeken', 'Inloggen', 'Aanmelden nieuwsbrief', 'Abonneren', 'Naar boven', 'Share', 'Tweet', 'Attachment',
    'Attachments', 'shareArticle', '[email protected]', 'Facebook', 'Twitter', 'LinkedIn', 'WhatsApp',
  ],
} as const satisfies LanguagePack
