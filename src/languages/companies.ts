/** Companies: what ends their names, and the exchanges that list them. */

/** What ends the name of a company, in any language; a name with one of these is no person. Capitals matter. */
// biome-ignore format: a list of forms
export const companyForms: readonly string[] = [
  'AG', 'SE', 'KG', 'KGaA', 'GmbH', 'mbH', 'gGmbH', 'UG', 'OHG', 'e.V.', 'eG', 'a. G.', 'a.G.', 'A/S', 'ApS', 'I/S', 'K/S', 'P/S',
  'a.m.b.a.', 'S.p.A.', 'SpA', 'S.r.l.', 'Srl', 'S.c.a.r.l.', 'B.V.', 'BV', 'N.V.', 'NV', 'C.V.', 'V.O.F.', 'Inc.', 'Inc',
  'Ltd.', 'Ltd', 'LLC', 'L.L.C.', 'LLP', 'LP', 'PLC', 'plc', 'Corp.', 'Corp', 'Corporation', 'Company', 'Co.', 'Limited', 'Group',
  'Gruppe', 'Gruppen', 'Gruppo', 'Groep', 'Holding', 'Holdings', 'Foundation', 'Stiftung', 'Fonden', 'Fondazione', 'Stichting',
  'AB', 'ASA', 'AS', 'Oyj', 'S.A.', 'SA', 'SAS', 'S.à r.l.', 'GbR', 'e. V.', 'Onlus', 'ONLUS', 'ODV', 'APS', 'ETS', 'vzw', 'nv', 'bv', 'S.C.', 'Soc. Coop.', 'בע"מ', 'בע״מ', 'קבוצת',
]

/**
 * Exchanges and markets as releases write them beside a symbol, and their codes of ISO 10383 (MIC); null where a name
 * stands for several markets. Capitals do not matter.
 */
// biome-ignore format: one market a line
export const exchanges: readonly { readonly mic: string | null; readonly names: readonly string[] }[] = [
  { mic: 'XNYS', names: ['NYSE', 'New York Stock Exchange', 'New York: NYSE'] },
  { mic: 'XASE', names: ['NYSE American', 'NYSE MKT', 'NYSE AMEX', 'AMEX', 'NYSEAMERICAN'] },
  { mic: 'ARCX', names: ['NYSE Arca', 'NYSEARCA'] },
  { mic: 'XNAS', names: ['Nasdaq', 'NasdaqGS', 'NasdaqGM', 'NasdaqCM', 'Nasdaq Global Select', 'Nasdaq Global Market', 'Nasdaq Capital Market', 'Nasdaq GS', 'Nasdaq CM', 'נאסד"ק', 'נאסד״ק', 'נאסדק', 'נסד"ק', 'נסדק'] },
  { mic: 'OTCQ', names: ['OTCQB', 'OTC QB', 'OTCMKTS', 'OTC Markets'] },
  { mic: 'OTCX', names: ['OTCQX', 'OTC QX'] },
  { mic: 'PINX', names: ['OTC Pink', 'Pink Sheets', 'OTCPK', 'OTC'] },
  { mic: 'BATS', names: ['Cboe', 'Cboe BZX', 'BATS'] },
  { mic: 'XTSE', names: ['TSX', 'Toronto Stock Exchange'] },
  { mic: 'XTSX', names: ['TSXV', 'TSX-V', 'TSX.V', 'TSX Venture', 'TSX Venture Exchange', 'CVE'] },
  { mic: 'XCNQ', names: ['CSE', 'CNSX'] },
  { mic: 'NEOE', names: ['NEO', 'Cboe Canada'] },
  { mic: 'XLON', names: ['LSE', 'LON', 'London', 'London Stock Exchange'] },
  { mic: 'AIMX', names: ['AIM'] },
  { mic: 'XPAR', names: ['Euronext Paris', 'EPA', 'Paris'] },
  { mic: 'XAMS', names: ['Euronext Amsterdam', 'AMS', 'AEX', 'Amsterdam'] },
  { mic: 'XBRU', names: ['Euronext Brussels', 'Euronext Brussel', 'Euronext Brüssel', 'EBR'] },
  { mic: 'XDUB', names: ['Euronext Dublin', 'ISEQ'] },
  { mic: 'XLIS', names: ['Euronext Lisbon', 'Euronext Lisboa'] },
  { mic: 'MTAA', names: ['Euronext Milan', 'Euronext Milano', 'Borsa Italiana', 'Borsa di Milano', 'BIT', 'MTA', 'FTSE MIB', 'Milan', 'Milano'] },
  { mic: 'EXGM', names: ['Euronext Growth Milan', 'Euronext Growth Milano', 'EGM', 'AIM Italia'] },
  { mic: 'ALXP', names: ['Euronext Growth Paris', 'Euronext Growth'] },
  { mic: null, names: ['Euronext'] },
  { mic: 'XOSL', names: ['Euronext Oslo', 'Oslo Børs', 'OSE', 'OSL'] },
  { mic: 'XETR', names: ['Xetra', 'XETR', 'ETR'] },
  { mic: 'XFRA', names: ['FWB', 'FRA', 'FSE', 'Frankfurt', 'Frankfurter Wertpapierbörse', 'Börse Frankfurt', 'Frankfurt Stock Exchange', 'Prime Standard', 'General Standard', 'Scale'] },
  { mic: 'XSTU', names: ['Stuttgart', 'Börse Stuttgart'] },
  { mic: 'XSWX', names: ['SIX', 'SIX Swiss Exchange', 'SWX'] },
  { mic: 'XWBO', names: ['Wiener Börse', 'Vienna Stock Exchange', 'VIE', 'WBAG'] },
  { mic: 'XCSE', names: ['Nasdaq Copenhagen', 'Nasdaq København', 'Nasdaq Kopenhagen', 'OMX Copenhagen', 'OMXC', 'CPH'] },
  { mic: 'FNDK', names: ['First North Copenhagen', 'Nasdaq First North Copenhagen', 'Nasdaq First North Growth Market Denmark'] },
  { mic: 'XSTO', names: ['Nasdaq Stockholm', 'OMX Stockholm', 'STO'] },
  { mic: 'XHEL', names: ['Nasdaq Helsinki', 'OMX Helsinki', 'HEL'] },
  { mic: null, names: ['Nasdaq First North', 'First North', 'Nasdaq First North Growth Market'] },
  { mic: 'XICE', names: ['Nasdaq Iceland'] },
  { mic: 'XMAD', names: ['BME', 'Bolsa de Madrid', 'Madrid'] },
  { mic: 'XWAR', names: ['WSE', 'GPW', 'Warsaw Stock Exchange'] },
  { mic: 'XTAE', names: ['TASE', 'TLV', 'Tel Aviv', 'Tel Aviv Stock Exchange', 'ת"א', 'ת״א', 'תל אביב', 'הבורסה בתל אביב'] },
  { mic: 'XJSE', names: ['JSE', 'Johannesburg'] },
  { mic: 'XHKG', names: ['HKEX', 'HKSE', 'SEHK', 'HKG', 'Hong Kong Stock Exchange'] },
  { mic: 'XSHG', names: ['SSE', 'SHA', 'Shanghai', 'Shanghai Stock Exchange'] },
  { mic: 'XSHE', names: ['SZSE', 'SHE', 'Shenzhen'] },
  { mic: 'XTKS', names: ['TSE', 'TYO', 'Tokyo', 'Tokyo Stock Exchange'] },
  { mic: 'XKRX', names: ['KRX', 'KOSPI'] },
  { mic: 'XKOS', names: ['KOSDAQ'] },
  { mic: 'XTAI', names: ['TWSE', 'TPE'] },
  { mic: 'XSES', names: ['SGX', 'Singapore Exchange'] },
  { mic: 'XASX', names: ['ASX'] },
  { mic: 'XNZE', names: ['NZX'] },
  { mic: 'XNSE', names: ['NSE', 'National Stock Exchange of India'] },
  { mic: 'XBOM', names: ['BSE', 'Bombay Stock Exchange'] },
  { mic: 'BVMF', names: ['B3', 'BVMF'] },
  { mic: 'XMEX', names: ['BMV'] },
]
