/** What ends the name of a company, in any language; a name with one of these is no person. Capitals matter. */

// biome-ignore format: a list of forms
export const companyForms: readonly string[] = [
  'AG', 'SE', 'KG', 'KGaA', 'GmbH', 'mbH', 'gGmbH', 'UG', 'OHG', 'e.V.', 'eG', 'a. G.', 'a.G.', 'A/S', 'ApS', 'I/S', 'K/S', 'P/S',
  'a.m.b.a.', 'S.p.A.', 'SpA', 'S.r.l.', 'Srl', 'S.c.a.r.l.', 'B.V.', 'BV', 'N.V.', 'NV', 'C.V.', 'V.O.F.', 'Inc.', 'Inc',
  'Ltd.', 'Ltd', 'LLC', 'L.L.C.', 'LLP', 'LP', 'PLC', 'plc', 'Corp.', 'Corp', 'Corporation', 'Company', 'Co.', 'Limited', 'Group',
  'Gruppe', 'Gruppen', 'Gruppo', 'Groep', 'Holding', 'Holdings', 'Foundation', 'Stiftung', 'Fonden', 'Fondazione', 'Stichting',
  'AB', 'ASA', 'AS', 'Oyj', 'S.A.', 'SA', 'SAS', 'S.à r.l.', 'GbR', 'בע"מ', 'בע״מ', 'קבוצת',
]
