/**
 * Names of countries, languages, states and large cities with letters beyond a-z, by tag of the language: a list drawn
 * from films has few of them, and news has many. Countries and languages are those of Unicode CLDR 44 (Unicode
 * licence) as `Intl.DisplayNames` gives them, written out so that no version of Node reads otherwise; cities and
 * states are the largest ones of the countries that the language is spoken in.
 */

// biome-ignore format: word lists read best in filled lines
export const placeNames: Readonly<Record<string, readonly string[]>> = {
  it: ['Perù', 'Curaçao', 'Fær', 'Øer', 'Forlì', 'Cantù', 'Cefalù', 'Nardò', 'Mondovì', 'Salò'],
  de: [
    'Dänemark', 'Dänen', 'dänisch', 'Französisch', 'französische', 'französischen', 'Färöer', 'färöisch', 'Grönland',
    'grönländisch', 'hebräisch', 'isländisch', 'niederländisch', 'niederländische', 'niederländischen', 'nördliche',
    'palästinensisch', 'palästinensische', 'Palästina', 'Rumänien', 'rumänisch', 'rumänische', 'Südafrika',
    'südafrikanisch', 'Südamerika', 'Südkorea', 'südkoreanisch', 'Südsudan', 'südlichen', 'Südosteuropa', 'Türkei',
    'türkisch', 'türkische', 'türkischen', 'thailändisch', 'Ägypten', 'ägyptisch', 'ägyptische', 'Äthiopien',
    'Äquatorialguinea', 'Österreich', 'österreichisch', 'österreichische', 'europäisch', 'europäische', 'Europäer',
    'Königreich', 'Baden-Württemberg', 'Thüringen', 'Köln', 'München', 'Münchner', 'Nürnberg', 'Düsseldorf', 'Zürich',
    'Lübeck', 'Münster', 'Würzburg', 'Tübingen', 'Göttingen', 'Saarbrücken', 'Osnabrück', 'Fürth', 'Mönchengladbach',
    'Gütersloh', 'Lüneburg', 'Wörgl', 'Pölten', 'Graubünden', 'Genève', 'Neuchâtel',
  ],
  da: [
    'Færøerne', 'færøsk', 'Grækenland', 'græsk', 'Grønland', 'grønlandsk', 'Rumænien', 'rumænsk', 'Østrig', 'østrigsk',
    'Ækvatorialguinea', 'oversøiske', 'palæstinensiske', 'Palæstina', 'europæisk', 'europæiske', 'Sjælland', 'Ærø',
    'Læsø', 'Samsø', 'Sønderjylland', 'Nordsjælland', 'København', 'københavnske', 'Helsingør', 'Køge', 'Næstved',
    'Sønderborg', 'Hørsholm', 'Hillerød', 'Holbæk', 'Rødovre', 'Brøndby', 'Åbenrå', 'Ålborg', 'Århus', 'Tønder',
    'Ringkøbing', 'Nykøbing', 'Nørresundby', 'Tórshavn', 'Malmø', 'Göteborg', 'Tromsø', 'Åland',
  ],
  nl: [
    'België', 'Italië', 'Albanië', 'Arabië', 'Saoedi-Arabië', 'Argentinië', 'Armenië', 'Australië', 'Azië', 'Bosnië',
    'Brazilië', 'Caledonië', 'Ethiopië', 'Faeröer', 'Georgië', 'Haïti', 'Indonesië', 'Israël', 'Israëlisch', 'Jordanië',
    'Kaapverdië', 'Kirgizië', 'Kroatië', 'Libië', 'Macedonië', 'Maleisië', 'Mauritanië', 'Moldavië', 'Mongolië',
    'Namibië', 'Oekraïens', 'Oekraïne', 'Oekraïense', 'Polynesië', 'Roemenië', 'Servië', 'Slovenië', 'Somalië', 'Syrië',
    'Tsjechië', 'Tunesië', 'Brittannië', 'Scandinavië', 'Catalonië', 'Californië',
    'Curaçao', 'Réunion',
  ],
}
