/**
 * Places that releases are dated from: capitals, large cities, seats of exchanges and of business, by their English
 * names; names in other languages are in their packs. The key is the English name in lower case with hyphens, a hyphen,
 * and the ISO 3166 code of the country; it is the same in every language. Names are compared without regard to case,
 * accents, hyphens and Hebrew points, so one spelling of these is enough. From general knowledge; countries are not
 * here, since every Node carries their names.
 */

/** Names by the code of the country; spellings of one place have bars between them, and the first gives the key. */
// biome-ignore format: one country a paragraph
const names: Readonly<Record<string, readonly string[]>> = {
  ae: ['Abu Dhabi', 'Dubai'],
  am: ['Yerevan'],
  ar: ['Buenos Aires'],
  at: ['Bregenz', 'Graz', 'Innsbruck', 'Klagenfurt', 'Linz', 'Salzburg', 'Vienna'],
  au: ['Canberra', 'Melbourne', 'Perth', 'Sydney'],
  az: ['Baku'],
  ba: ['Sarajevo'],
  be: ['Antwerp', 'Bruges', 'Brussels|Bruxelles', 'Ghent', 'Leuven', 'Liège'],
  bg: ['Sofia'],
  br: ['Brasília', 'Rio de Janeiro', 'São Paulo|Sao Paulo'],
  by: ['Minsk'],
  ca: ['Calgary', 'Montreal|Montréal', 'Ottawa', 'Toronto', 'Vancouver'],
  ch: ['Basel|Basle', 'Bern|Berne', 'Davos', 'Geneva', 'Lausanne', 'Lucerne', 'Lugano',
    'St. Gallen|St Gallen|Sankt Gallen', 'Winterthur', 'Zug', 'Zurich|Zürich|Zuerich'],
  cl: ['Santiago|Santiago de Chile'],
  cn: ['Beijing|Peking', 'Chengdu', 'Guangzhou|Canton', 'Hangzhou', 'Shanghai', 'Shenzhen', 'Tianjin', 'Wuhan'],
  co: ['Bogotá'],
  cu: ['Havana'],
  cy: ['Nicosia'],
  cz: ['Prague'],
  de: ['Augsburg', 'Berlin', 'Bielefeld', 'Bochum', 'Bonn', 'Bremen', 'Chemnitz', 'Cologne|Köln', 'Dortmund',
    'Dresden', 'Duisburg', 'Düsseldorf|Duesseldorf', 'Erfurt', 'Essen',
    'Frankfurt|Frankfurt am Main|Frankfurt/Main|Frankfurt a. M.|Frankfurt a.M.', 'Freiburg|Freiburg im Breisgau',
    'Halle|Halle (Saale)|Halle an der Saale', 'Hamburg', 'Hanover|Hannover', 'Heidelberg', 'Jena', 'Karlsruhe',
    'Kassel', 'Kiel', 'Leipzig', 'Magdeburg', 'Mainz', 'Mannheim', 'Mönchengladbach', 'Munich', 'Münster',
    'Nuremberg', 'Potsdam', 'Rostock', 'Saarbrücken', 'Stuttgart', 'Ulm', 'Wiesbaden', 'Wolfsburg', 'Wuppertal'],
  dk: ['Aalborg|Ålborg', 'Aarhus|Århus', 'Copenhagen', 'Esbjerg', 'Odense', 'Randers', 'Roskilde'],
  dz: ['Algiers'],
  ee: ['Tallinn'],
  eg: ['Cairo'],
  es: ['Barcelona', 'Bilbao', 'Madrid', 'Valencia'],
  et: ['Addis Ababa'],
  fi: ['Helsinki'],
  fo: ['Tórshavn|Thorshavn'],
  fr: ['Lyon|Lyons', 'Marseille|Marseilles', 'Nice', 'Paris', 'Strasbourg', 'Toulouse'],
  gb: ['Belfast', 'Birmingham', 'Cambridge', 'Cardiff', 'Edinburgh', 'Glasgow', 'Leeds', 'Liverpool', 'London',
    'Manchester', 'Oxford'],
  gl: ['Nuuk'],
  gr: ['Athens', 'Thessaloniki'],
  hk: ['Hong Kong|Hongkong|Hong Kong SAR'],
  hr: ['Zagreb'],
  hu: ['Budapest'],
  id: ['Jakarta'],
  ie: ['Dublin'],
  il: ['Ashdod', "Beersheba|Be'er Sheva|Beer Sheva", 'Eilat', 'Haifa', 'Herzliya|Herzlia|Herzliya Pituach',
    'Jerusalem', 'Netanya', 'Petah Tikva|Petach Tikva|Petah Tiqwa', "Raanana|Ra'anana", 'Ramat Gan',
    'Rehovot|Rehovoth', 'Rishon LeZion|Rishon Lezion|Rishon Le-Zion', 'Tel Aviv|Tel Aviv-Yafo|Tel-Aviv'],
  in: ['Bangalore|Bengaluru', 'Chennai|Madras', 'Hyderabad', 'Mumbai|Bombay', 'New Delhi|Delhi'],
  iq: ['Baghdad'],
  ir: ['Tehran|Teheran'],
  is: ['Reykjavík'],
  it: ['Bari', 'Bergamo', 'Bologna', 'Bolzano', 'Brescia', 'Cagliari', 'Catania', 'Florence|Firenze', 'Genoa',
    'Milan', 'Monza', 'Naples', 'Padua', 'Palermo', 'Parma', 'Pisa', 'Rome', 'Trento', 'Trieste', 'Turin', 'Venice',
    'Verona'],
  jo: ['Amman'],
  jp: ['Kyoto', 'Osaka', 'Tokyo', 'Yokohama'],
  ke: ['Nairobi'],
  kr: ['Seoul'],
  kw: ['Kuwait City'],
  lb: ['Beirut'],
  li: ['Vaduz'],
  lt: ['Vilnius'],
  lu: ['Luxembourg|Luxembourg City'],
  lv: ['Riga'],
  ma: ['Casablanca'],
  mc: ['Monaco|Monte Carlo'],
  mo: ['Macau|Macao'],
  mt: ['Valletta'],
  mx: ['Mexico City'],
  my: ['Kuala Lumpur'],
  ng: ['Lagos'],
  nl: ['Amsterdam', 'Eindhoven', 'Groningen', 'Leiden', 'Maastricht', 'Nijmegen', 'Rotterdam',
    "'s-Hertogenbosch|Den Bosch", 'The Hague|Hague', 'Utrecht'],
  no: ['Bergen', 'Oslo', 'Trondheim'],
  nz: ['Auckland', 'Wellington'],
  pa: ['Panama City'],
  pe: ['Lima'],
  ph: ['Manila'],
  pl: ['Gdańsk', 'Kraków|Cracow', 'Warsaw'],
  pt: ['Lisbon', 'Porto|Oporto'],
  qa: ['Doha'],
  ro: ['Bucharest'],
  rs: ['Belgrade'],
  ru: ['Moscow', 'Saint Petersburg|St. Petersburg'],
  sa: ['Riyadh'],
  se: ['Gothenburg', 'Malmö', 'Stockholm'],
  sg: ['Singapore'],
  si: ['Ljubljana'],
  sk: ['Bratislava'],
  sy: ['Damascus'],
  th: ['Bangkok'],
  tn: ['Tunis'],
  tr: ['Ankara', 'Istanbul'],
  tw: ['Taipei'],
  ua: ['Kyiv|Kiev'],
  us: ['Atlanta', 'Austin', 'Boston', 'Cambridge', 'Charlotte', 'Chicago', 'Dallas', 'Denver', 'Detroit', 'Houston',
    'Las Vegas', 'Los Angeles', 'Miami', 'Minneapolis', 'New York|New York City|NYC', 'Palo Alto', 'Philadelphia',
    'Phoenix', 'Pittsburgh', 'Portland', 'Raleigh', 'Salt Lake City', 'San Diego', 'San Francisco',
    'San Jose|San José', 'Santa Clara', 'Seattle', 'Washington|Washington D.C.|Washington DC'],
  uy: ['Montevideo'],
  va: ['Vatican City'],
  vn: ['Hanoi', 'Ho Chi Minh City|Saigon'],
  za: ['Cape Town', 'Johannesburg', 'Pretoria'],
}

/** `Bogotá` in Colombia is `bogota-co`. */
function keyOf(name: string, country: string): string {
  const letters = name.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '')
  return [...letters.split(/[^a-z0-9]+/), country].filter(part => part !== '').join('-')
}

/** The English names of each place by its key, in the order of the keys. */
export const places: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(names)
    .flatMap(([country, all]) =>
      all.map(spellings => spellings.split('|')).map(own => [keyOf(own[0]!, country), own] as const),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1)),
)

/** Codes and names of states and provinces that stand behind a place, by the country they belong to. */
// biome-ignore format: word lists read best in filled lines
export const provinces: Readonly<Record<string, readonly string[]>> = {
  us: [
    'AL', 'AK', 'AZ', 'AR', 'CA', 'CO', 'CT', 'DE', 'FL', 'GA', 'HI', 'ID', 'IL', 'IN', 'IA', 'KS', 'KY', 'LA', 'ME',
    'MD', 'MA', 'MI', 'MN', 'MS', 'MO', 'MT', 'NE', 'NV', 'NH', 'NJ', 'NM', 'NY', 'NC', 'ND', 'OH', 'OK', 'OR', 'PA',
    'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VT', 'VA', 'WA', 'WV', 'WI', 'WY', 'DC', 'Ala', 'Alaska', 'Ariz', 'Ark',
    'Calif', 'California', 'Colo', 'Colorado', 'Conn', 'Del', 'Fla', 'Florida', 'Hawaii', 'Idaho', 'Ill', 'Illinois',
    'Ind', 'Indiana', 'Iowa', 'Kan', 'Kansas', 'Ky', 'Kentucky', 'Maine', 'Mass', 'Massachusetts', 'Mich', 'Michigan',
    'Minn', 'Minnesota', 'Mo', 'Missouri', 'Mont', 'Montana', 'Neb', 'Nebraska', 'Nev', 'Nevada', 'New Hampshire',
    'New Jersey', 'New Mexico', 'New York', 'North Carolina', 'North Dakota', 'Ohio', 'Okla', 'Oklahoma', 'Ore',
    'Oregon', 'Penn', 'Pennsylvania', 'South Carolina', 'South Dakota', 'Tenn', 'Tennessee', 'Tex', 'Texas', 'Utah',
    'Vermont', 'Virginia', 'Wash', 'Washington', 'Wis', 'Wisconsin', 'Wyo', 'Wyoming',
  ],
  ca: [
    'AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'ON', 'PE', 'QC', 'SK', 'Alberta', 'British Columbia', 'Manitoba', 'Ontario',
    'New Brunswick', 'Nova Scotia', 'Quebec', 'Saskatchewan',
  ],
  gb: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
}

/** Other names of countries than those that every Node carries, by ISO 3166 code. */
// biome-ignore format: word lists read best in filled lines
export const countryAliases: Readonly<Record<string, readonly string[]>> = {
  ae: ['UAE', 'VAE'],
  cn: ['PRC', 'VR China', 'Volksrepublik China', "People's Republic of China", 'Repubblica Popolare Cinese'],
  de: ['BRD'],
  gb: ['UK', 'Great Britain', 'Großbritannien', 'Storbritannien', 'Gran Bretagna', 'Groot-Brittannië', 'בריטניה'],
  hk: ['Hong Kong', 'Hongkong'],
  kr: ['Korea', 'Republic of Korea'],
  nl: ['Holland', 'Niederlande', 'Paesi Bassi', 'Olanda', 'הולנד'],
  tr: ['Turkey', 'Türkei', 'Tyrkiet', 'Turchia', 'Turkije'],
  us: ['USA', 'US', 'United States', 'ארה"ב'],
}
