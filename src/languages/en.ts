/**
 * English: labels and datelines as the large wires print them (GlobeNewswire, PR Newswire, Business Wire), and the
 * words that part it from its neighbours. English labels appear in releases of every language.
 */
import type { LanguagePack } from './pack.js'

// biome-ignore format: word lists read best in filled lines
export const en = {
  tag: 'en',
  iso639_3: 'eng',
  name: 'English',
  wordList: 'english',
  script: 'Latn',
  direction: 'ltr',
  letters: '',
  charsets: ['windows-1252', 'macroman', 'iso-8859-15', 'cp850', 'cp437'],
  quotes: [['“', '”'], ['"', '"'], ['‘', '’'], ["'", "'"]],
  functionWords: [
    'the', 'of', 'and', 'to', 'in', 'a', 'is', 'that', 'for', 'it', 'as', 'was', 'with', 'on', 'by', 'be', 'at',
    'are', 'this', 'from', 'or', 'an', 'have', 'has', 'had', 'not', 'but', 'they', 'their', 'which', 'you', 'his',
    'her', 'she', 'he', 'its', 'were', 'been', 'more', 'when', 'who', 'will', 'would', 'there', 'what', 'about', 'if',
    'out', 'up', 'into', 'than', 'other', 'can', 'could', 'should', 'these', 'those', 'such', 'some', 'any', 'all',
    'each', 'how', 'our', 'we', 'your', 'my', 'me', 'them', 'then', 'so', 'no', 'do', 'does', 'did', 'over', 'only',
    'most', 'after', 'before', 'also', 'because', 'between', 'through', 'where', 'while', 'both', 'during', 'under',
    'against', 'without', 'within', 'new', 'first', 'one', 'two', 'said', 'just', 'very', 'now', 'even', 'may',
    'being', 'made', 'many', 'much', 'own', 'same', 'us', 'every', 'another', "don't", "it's", 'here', 'why', 'never',
    'until', 'via', 'per', 'across',
  ],
  neighbours: [
    {
      iso639_3: 'sco',
      words: [
        'wis', 'frae', 'thae', 'isna', 'didna', 'mair', 'fae', 'aw', 'sae', 'hae', 'guid', 'wha', 'wes', 'thir',
      ],
    },
    {
      iso639_3: 'fry',
      words: ['yn', 'dat', 'wie', 'troch', 'oan', 'ek', 'mei', 'foar'],
      letters: 'âêôûú',
    },
  ],
  elisions: [],
  prefixLetters: '',
  abbreviations: [
    'Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Prof.', 'St.', 'Jr.', 'Sr.', 'Inc.', 'Ltd.', 'Co.', 'Corp.', 'LLC.', 'L.L.C.',
    'Bros.', 'No.', 'Nos.', 'vs.', 'v.', 'e.g.', 'i.e.', 'etc.', 'al.', 'approx.', 'ca.', 'cf.', 'dept.', 'Dept.',
    'est.', 'Fig.', 'fig.', 'ft.', 'Gen.', 'Gov.', 'Hon.', 'Rep.', 'Sen.', 'Lt.', 'Col.', 'Capt.', 'Sgt.', 'Rev.',
    'Mt.', 'Ave.', 'Blvd.', 'Rd.', 'Ste.', 'Tel.', 'tel.', 'Ext.', 'ext.', 'U.S.', 'U.K.', 'U.N.', 'E.U.', 'D.C.',
    'N.Y.', 'Calif.', 'Conn.', 'Fla.', 'Ill.', 'Mass.', 'Mich.', 'Minn.', 'Pa.', 'Tex.', 'Va.', 'Wash.', 'a.m.',
    'p.m.', 'Vol.', 'vol.', 'pp.', 'p.', 'Jan.', 'Feb.', 'Mar.', 'Apr.', 'Jun.', 'Jul.', 'Aug.', 'Sep.', 'Sept.',
    'Oct.', 'Nov.', 'Dec.', 'Mon.', 'Tue.', 'Wed.', 'Thu.', 'Fri.', 'Sat.', 'Sun.', 'M.D.', 'Ph.D.', 'B.V.', 'N.V.',
    'S.A.', 'S.p.A.', 'plc.', 'Assn.', 'Intl.', 'Univ.', 'min.', 'max.', 'mln.', 'bn.',
  ],
  months: [
    ['January', 'Jan'],
    ['February', 'Feb', 'Febr'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec'],
  ],
  weekdays: [
    ['Monday', 'Mon'],
    ['Tuesday', 'Tues', 'Tue'],
    ['Wednesday', 'Wed'],
    ['Thursday', 'Thurs', 'Thur', 'Thu'],
    ['Friday', 'Fri'],
    ['Saturday', 'Sat'],
    ['Sunday', 'Sun'],
  ],
  ordinals: { before: [], after: ['st', 'nd', 'rd', 'th'] },
  decimal: '.',
  thousands: ',',
  scales: [
    { word: 'thousand', factor: 1e3 },
    { word: 'million', factor: 1e6 },
    { word: 'mln', factor: 1e6 },
    { word: 'm', factor: 1e6 },
    { word: 'billion', factor: 1e9 },
    { word: 'bn', factor: 1e9 },
    { word: 'trillion', factor: 1e12 },
    { word: 'dozen', factor: 12 },
  ],
  percent: ['percent', 'per cent', 'pct'],
  pressLabels: [
    'press release', 'news release', 'media release', 'press statement', 'press announcement', 'press information',
    'media statement', 'company announcement', 'corporate announcement', 'regulatory release',
    'stock exchange announcement', 'stock exchange release',
  ],
  promoLabels: [
    'sponsored', 'sponsored content', 'sponsored post', 'promoted', 'promotional content', 'paid content',
    'paid advertisement', 'paid press release', 'partner content', 'branded content', 'advertisement', 'advertorial',
  ],
  immediateLabels: [
    'for immediate release', 'immediate release', 'for immediate publication', 'for release immediately',
  ],
  embargoLabels: [
    'embargoed until', 'embargo until', 'under embargo until', 'strictly embargoed until', 'not for release before',
    'not for publication before', 'hold for release until', 'embargo', 'embargoed',
  ],
  aboutHeads: ['About'],
  aboutTitles: [
    'About us', 'About the company', 'Company profile', 'Company information', 'Corporate profile', 'Boilerplate',
    'Who we are',
  ],
  contactLeads: [
    'contact', 'contacts', 'contact us', 'media contact', 'media contacts', 'press contact', 'press contacts',
    'press office', 'investor contact', 'investor relations', 'investor relations contact', 'media relations',
    'media inquiries', 'media enquiries', 'press inquiries', 'press enquiries', 'company contact',
    'contact information', 'contact details', 'for further information', 'for more information',
    'for additional information', 'further information', 'more information', 'for details', 'for media inquiries',
    'for press enquiries', 'for interviews', 'to learn more', 'learn more', 'for inquiries', 'for questions',
    'please contact', 'please click the following link', 'read more',
  ],
  phoneWords: ['phone', 'telephone', 'tel', 'mobile', 'cell', 'fax', 'direct', 'switchboard', 'toll-free', 'office'],
  noteHeads: [
    'notes to editors', 'note to editors', "editor's note", "editors' notes", "editor's notes", 'notes for editors',
    'editorial notes', 'notes', 'not for publication',
  ],
  endMarks: [
    '###', '# # #', '-30-', '- 30 -', 'ENDS', '-ENDS-', '- ENDS -', '-END-', '- END -', 'END', '-ends-', '***',
    '* * *', '---',
  ],
  disclaimerPhrases: [
    'the source language', 'official, authorized version', 'official and authorized version',
    'only version having legal effect', 'translations are provided as an accommodation',
    'translation is provided for convenience', 'in case of discrepancy', 'in the event of any discrepancy',
    'the original language version shall prevail', 'english version shall prevail',
    'assumes no responsibility for the content', 'solely responsible for the content', 'does not constitute an offer',
  ],
  forwardLooking: [
    'forward-looking statements', 'forward looking statements', 'forward-looking information', 'safe harbor',
    'safe harbour', 'cautionary statement', 'cautionary note', 'private securities litigation reform act',
  ],
  photoLeads: [
    'a photo accompanying this announcement', 'photos accompanying this announcement',
    'an infographic accompanying this announcement', 'a video accompanying this announcement', 'photo', 'photos',
    'photo credit', 'photo caption', 'image', 'logo', 'picture', 'attachment', 'attachments', 'video',
    'a photo is available at', 'view original content',
  ],
  chromeLines: [
    'Share', 'Share this', 'Share this article', 'shareArticle', 'Tweet', 'Print', 'Email', 'Attachment',
    'Attachments', 'Description', 'Download', 'Download image', 'Read more', 'Show more', 'Related articles',
    'Related links', 'Recommended', 'Advertisement', 'Comments', 'Home', 'Menu', 'Search', 'Login', 'Subscribe',
    'Back to top', 'Skip to main content', '[email protected]', 'Facebook', 'Twitter', 'LinkedIn', 'WhatsApp',
    'Recommended Reading', 'Click here to subscribe',
  ],
} as const satisfies LanguagePack
