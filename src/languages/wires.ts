/**
 * News agencies and distributors: the names that datelines carry, and what a text says elsewhere that came through one.
 * Names are compared without regard to case. Needed only for those that print no date beside their name; others are
 * known by their look. From the wires' own published texts.
 */

// biome-ignore format: a list of names
export const wires: readonly string[] = [
  'access newswire', 'accesswire', 'adnkronos', 'afp', 'agenparl', 'agi', 'ams', 'anp', 'ansa', 'ap', 'apa', 'apa-ots',
  'askanews', 'awp', 'belga', 'bloomberg', 'business wire', 'cision', 'cnw', 'dgap', 'dire', 'dpa', 'dpa-afx', 'dpa/ots',
  'dts', 'dts nachrichtenagentur', 'einpresswire', 'epd', 'eqs', 'globe newswire', 'globenewswire', 'immediapress',
  'italpress', 'keystone-sda', 'kna', 'labitalia', 'marketwired', 'newsfile', 'newsfile corp.', 'nova', 'novum', 'ntb',
  'obs', 'ots', 'pr newswire', 'prnewswire', 'pressetext', 'radiocor', 'reuters', 'ritzau', 'rtr', 'sda', 'sid', 'stt',
  'teleborsa', 'tt', 'via ritzau', 'xinhua', 'xinhua-asianet', '美國商業資訊', '美国商业资讯', 'ビジネスワイヤ',
]

const EQS = ['EQS-News', 'EQS-Ad-hoc', 'EQS-Adhoc', 'EQS-PVR']
const DGAP = ['DGAP-News', 'DGAP-Ad-hoc', 'DGAP-Adhoc', 'DGAP-PVR']

/** `says` stands at the end of a text, or of one of its blocks, or at the start of a line that the wire itself adds. */
export const signatures: readonly { readonly wire: string; readonly says: readonly string[] }[] = [
  { wire: 'news aktuell', says: ['übermittelt durch news aktuell', 'transmis par news aktuell', 'presseportal.de'] },
  { wire: 'APA-OTS', says: ['OTS-ORIGINALTEXT', 'APA-OTS'] },
  { wire: 'EQS', says: [...EQS, 'ein Service der EQS Group'] },
  { wire: 'DGAP', says: [...DGAP, 'DGAP-DD'] },
  {
    wire: 'Immediapress',
    says: [
      'Immediapress è un servizio',
      'responsabilità editoriale di Immediapress',
      'responsabilità editoriale Immediapress',
    ],
  },
  { wire: 'Via Ritzau', says: ['via ritzau', 'viaritzau.dk'] },
  { wire: 'GLOBE NEWSWIRE', says: ['GlobeNewswire, Inc.', 'distributed by GlobeNewswire'] },
  { wire: 'PRNewswire', says: ['SOURCE PR Newswire', 'prnewswire.com'] },
  { wire: 'BUSINESS WIRE', says: ['businesswire.com'] },
  { wire: 'ACCESSWIRE', says: ['accesswire.com'] },
]

/** Agencies that sign with their name in brackets or between slashes at the end: `(AWP)`, `/ritzau/`, `(ITALPRESS).` */
// biome-ignore format: a list of names
export const signers: readonly string[] = [
  'adnkronos', 'afp', 'agi', 'anp', 'ansa', 'ap', 'apa', 'askanews', 'awp', 'awp/sda', 'belga', 'dire', 'dpa', 'dpa-afx',
  'dts', 'epd', 'italpress', 'keystone-sda', 'kna', 'novum', 'ntb', 'ots', 'reuters', 'ritzau', 'sda', 'sid', 'stt', 'teleborsa',
  'tt',
]

/** What the first line of a wire's own frame begins with, before a colon (`EQS-News: Elbwerk AG / Schlagwort(e): ...`). */
export const wireHeads: readonly string[] = [...EQS, ...DGAP]

/** Words for the subject in such a frame, which may stand without the head. */
export const wireKeywords: readonly string[] = ['Schlagwort(e)', 'Schlagworte', 'Key word(s)', 'Keywords']

/** Beginnings of what wires and the law add to a text: it is no news wherever it stands. */
export const wireLines: readonly string[] = [
  'Veröffentlichung einer Insiderinformation',
  'Veröffentlichung von Insiderinformationen',
  'Für den Inhalt der Mitteilung ist der Emittent',
  'Disclosure of an inside information',
  'Public disclosure of inside information',
  'The issuer is solely responsible for the content of this announcement',
  'Die EQS Distributionsservices umfassen',
  'The EQS Distribution Services include',
  'OTS-ORIGINALTEXT PRESSEAUSSENDUNG',
  'Original-Content von:',
]
