/** Every rule of EN 16931 that is judged, with an invoice that breaks it and one that does not. */
import { describe, expect, test } from 'vitest';
import { brokenRules, en16931Rules } from './judge.ts';
import type { TermAdjustment, TermLine, TermParty, Terms } from './model.ts';

const nobody: TermParty = {
  name: 'North',
  ids: [],
  legalId: null,
  vatId: null,
  taxId: null,
  electronic: null,
  hasAddress: true,
  country: 'DE',
};
const line: TermLine = {
  id: '1',
  quantity: '1',
  unit: 'C62',
  net: '100.00',
  period: null,
  allowances: [],
  charges: [],
  price: '100.00',
  grossPrice: null,
  name: 'Cups',
  standardId: null,
  classes: [],
  category: 'S',
  rate: '19',
  attributes: [],
};
const part: TermAdjustment = {
  amount: '10.00',
  base: null,
  reason: 'freight',
  code: null,
  category: 'S',
  rate: '19',
};
const s = { basis: '100.00', tax: '19.00', category: 'S', rate: '19', reason: null, code: null };

/** One line of 100.00 at 19 %, with everything that the standard asks for. */
const good: Terms = {
  profile: 'urn:cen.eu:en16931:2017',
  number: 'I-1',
  issuedOn: '2026-06-01',
  type: '380',
  currency: 'EUR',
  taxCurrency: null,
  taxPointOn: null,
  taxPointCode: null,
  dueOn: '2026-07-01',
  terms: null,
  preceding: [],
  seller: { ...nobody, vatId: 'DE123456789' },
  buyer: nobody,
  payee: null,
  representative: null,
  deliveredOn: null,
  period: null,
  deliverTo: null,
  payments: [{ code: '58', accounts: ['DE02120300000000202051'], card: null }],
  allowances: [],
  charges: [],
  totals: {
    lines: '100.00',
    allowances: null,
    charges: null,
    net: '100.00',
    tax: '19.00',
    taxAccounting: null,
    gross: '119.00',
    paid: null,
    rounding: null,
    payable: '119.00',
  },
  taxes: [s],
  documents: [],
  lines: [line],
};

const totals = (change: Partial<Terms['totals']>): Partial<Terms> => ({
  totals: { ...good.totals, ...change },
});
const ofLine = (change: Partial<TermLine>): Partial<Terms> => ({ lines: [{ ...line, ...change }] });
const seller = (change: Partial<TermParty>): Partial<Terms> => ({
  seller: { ...good.seller, ...change },
});
const buyer = (change: Partial<TermParty>): Partial<Terms> => ({
  buyer: { ...good.buyer, ...change },
});
const agent = (change: Partial<TermParty>): Partial<Terms> => ({
  representative: { ...nobody, vatId: 'DE1', ...change },
});
const allowance = (change: Partial<TermAdjustment>): Partial<Terms> => ({
  allowances: [{ ...part, ...change }],
});
const charge = (change: Partial<TermAdjustment>): Partial<Terms> => ({
  charges: [{ ...part, ...change }],
});
const backwards = { start: '2026-06-02', end: '2026-06-01' };
const odd = '1.001';

const stated: Readonly<Record<string, Partial<Terms>>> = {
  'BR-01': { profile: null },
  'BR-02': { number: null },
  'BR-03': { issuedOn: null },
  'BR-04': { type: null },
  'BR-05': { currency: null },
  'BR-06': seller({ name: null }),
  'BR-07': buyer({ name: null }),
  'BR-08': seller({ hasAddress: false }),
  'BR-09': seller({ country: null }),
  'BR-10': buyer({ hasAddress: false }),
  'BR-11': buyer({ country: null }),
  'BR-12': totals({ lines: null }),
  'BR-13': totals({ net: null }),
  'BR-14': totals({ gross: null }),
  'BR-15': totals({ payable: null }),
  'BR-16': { lines: [] },
  'BR-17': { payee: { ...nobody, name: null } },
  'BR-18': agent({ name: null }),
  'BR-19': agent({ hasAddress: false }),
  'BR-20': agent({ country: null }),
  'BR-21': ofLine({ id: null }),
  'BR-22': ofLine({ quantity: null }),
  'BR-23': ofLine({ unit: null }),
  'BR-24': ofLine({ net: null }),
  'BR-25': ofLine({ name: null }),
  'BR-26': ofLine({ price: null }),
  'BR-27': ofLine({ price: '-1' }),
  'BR-28': ofLine({ grossPrice: '-1' }),
  'BR-29': { period: backwards },
  'BR-30': ofLine({ period: backwards }),
  'BR-31': allowance({ amount: null }),
  'BR-32': allowance({ category: null }),
  'BR-33': allowance({ reason: null }),
  'BR-36': charge({ amount: null }),
  'BR-37': charge({ category: null }),
  'BR-38': charge({ reason: null }),
  'BR-41': ofLine({ allowances: [{ ...part, amount: null }] }),
  'BR-42': ofLine({ allowances: [{ ...part, reason: null }] }),
  'BR-43': ofLine({ charges: [{ ...part, amount: null }] }),
  'BR-44': ofLine({ charges: [{ ...part, reason: null }] }),
  'BR-45': { taxes: [{ ...s, basis: null }] },
  'BR-46': { taxes: [{ ...s, tax: null }] },
  'BR-47': { taxes: [{ ...s, category: null }] },
  'BR-48': { taxes: [{ ...s, rate: null }] },
  'BR-49': { payments: [{ code: null, accounts: [], card: null }] },
  'BR-50': { payments: [{ code: '1', accounts: [null], card: null }] },
  'BR-51': { payments: [{ code: '48', accounts: [], card: '4111111111111111' }] },
  'BR-52': { documents: [null] },
  'BR-53': { taxCurrency: 'USD' },
  'BR-54': ofLine({ attributes: [{ name: 'Colour', value: null }] }),
  'BR-55': { preceding: [null] },
  'BR-56': agent({ vatId: null }),
  'BR-57': { deliverTo: { country: null } },
  'BR-61': { payments: [{ code: '30', accounts: [], card: null }] },
  'BR-62': seller({ electronic: { value: 'a@b.example', scheme: null } }),
  'BR-63': buyer({ electronic: { value: 'a@b.example', scheme: null } }),
  'BR-64': ofLine({ standardId: { value: '4012345', scheme: null } }),
  'BR-65': ofLine({ classes: [{ value: '44', scheme: null }] }),
};

const held: Readonly<Record<string, Partial<Terms>>> = {
  'BR-CO-03': { taxPointOn: '2026-06-01', taxPointCode: '3' },
  'BR-CO-04': ofLine({ category: null }),
  'BR-CO-09': buyer({ vatId: '123' }),
  'BR-CO-10': ofLine({ net: '99.99' }),
  'BR-CO-11': totals({ allowances: '1.00' }),
  'BR-CO-12': totals({ charges: '1.00' }),
  'BR-CO-13': totals({ net: '99.00' }),
  'BR-CO-14': totals({ tax: '19.01' }),
  'BR-CO-15': totals({ gross: '119.01' }),
  'BR-CO-16': totals({ payable: '118.00' }),
  'BR-CO-17': { taxes: [{ ...s, tax: '21.00' }] },
  'BR-CO-18': { taxes: [] },
  'BR-CO-19': { period: { start: null, end: null } },
  'BR-CO-20': ofLine({ period: { start: null, end: null } }),
  'BR-CO-25': { dueOn: null },
  'BR-CO-26': seller({ vatId: null, taxId: '12/345' }),
  'BR-DEC-01': allowance({ amount: odd }),
  'BR-DEC-02': allowance({ base: odd }),
  'BR-DEC-05': charge({ amount: odd }),
  'BR-DEC-06': charge({ base: odd }),
  'BR-DEC-09': totals({ lines: odd }),
  'BR-DEC-10': totals({ allowances: odd }),
  'BR-DEC-11': totals({ charges: odd }),
  'BR-DEC-12': totals({ net: odd }),
  'BR-DEC-13': totals({ tax: odd }),
  'BR-DEC-14': totals({ gross: odd }),
  'BR-DEC-15': totals({ taxAccounting: odd }),
  'BR-DEC-16': totals({ paid: odd }),
  'BR-DEC-17': totals({ rounding: odd }),
  'BR-DEC-18': totals({ payable: odd }),
  'BR-DEC-19': { taxes: [{ ...s, basis: odd }] },
  'BR-DEC-20': { taxes: [{ ...s, tax: odd }] },
  'BR-DEC-23': ofLine({ net: odd }),
  'BR-DEC-24': ofLine({ allowances: [{ ...part, amount: odd }] }),
  'BR-DEC-25': ofLine({ allowances: [{ ...part, base: odd }] }),
  'BR-DEC-27': ofLine({ charges: [{ ...part, amount: odd }] }),
  'BR-DEC-28': ofLine({ charges: [{ ...part, base: odd }] }),
};

/** What each category is called, its rate, and whether it says why there is no tax. */
const families = [
  { prefix: 'S', code: 'S', rate: '19', wrong: '0', exempt: false },
  { prefix: 'Z', code: 'Z', rate: '0', wrong: '19', exempt: false },
  { prefix: 'E', code: 'E', rate: '0', wrong: '19', exempt: true },
  { prefix: 'AE', code: 'AE', rate: '0', wrong: '19', exempt: true },
  { prefix: 'IC', code: 'K', rate: '0', wrong: '19', exempt: true },
  { prefix: 'G', code: 'G', rate: '0', wrong: '19', exempt: true },
  { prefix: 'O', code: 'O', rate: null, wrong: '0', exempt: true },
  { prefix: 'IG', code: 'L', rate: '7', wrong: '-1', exempt: false },
  { prefix: 'IP', code: 'M', rate: '4', wrong: '-1', exempt: false },
] as const;

/** An invoice wholly of one category that breaks nothing. */
function wholly({ code, rate, exempt }: (typeof families)[number]): Terms {
  const taxed = rate === null ? '0.00' : `${Number(rate)}.00`;
  const gross = `${100 + Number(rate ?? 0)}.00`;
  const out = code === 'O';
  const reason = exempt ? 'because' : null;
  return {
    ...good,
    seller: out ? { ...nobody, legalId: 'HRB 1' } : good.seller,
    buyer: out ? nobody : { ...nobody, vatId: 'FR12345678901' },
    deliveredOn: '2026-06-01',
    deliverTo: { country: 'FR' },
    lines: [{ ...line, category: code, rate }],
    taxes: [{ basis: '100.00', tax: taxed, category: code, rate, reason, code: null }],
    totals: { ...good.totals, tax: taxed, gross, payable: gross },
  };
}

type Case = readonly [id: string, invoice: Terms];

function familyCases(family: (typeof families)[number]): Case[] {
  const { prefix, code, rate, wrong, exempt } = family;
  const fine = wholly(family);
  const [group] = fine.taxes;
  if (group === undefined) throw new Error('there is one group');
  const own: TermAdjustment = { ...part, category: code, rate };
  const nobodys = { seller: nobody, buyer: nobody };
  const known = { seller: { ...nobody, vatId: 'DE1' }, buyer: nobody };
  const parties = code === 'O' ? known : nobodys;
  const at = (number: string): string => `BR-${prefix}-${number}`;
  return [
    [at('01'), { ...fine, taxes: [] }],
    [at('02'), { ...fine, ...parties }],
    [at('03'), { ...fine, ...parties, allowances: [own] }],
    [at('04'), { ...fine, ...parties, charges: [own] }],
    [at('05'), { ...fine, lines: [{ ...line, category: code, rate: wrong }] }],
    [at('06'), { ...fine, allowances: [{ ...own, rate: wrong }] }],
    [at('07'), { ...fine, charges: [{ ...own, rate: wrong }] }],
    [at('08'), { ...fine, taxes: [{ ...group, basis: '50.00' }] }],
    [at('09'), { ...fine, taxes: [{ ...group, tax: '55.00' }] }],
    [at('10'), { ...fine, taxes: [{ ...group, reason: exempt ? null : 'because' }] }],
  ];
}

const [, , , , community, , outside] = families;
const further: readonly Case[] = [
  ['BR-IC-11', { ...wholly(community), deliveredOn: null }],
  ['BR-IC-12', { ...wholly(community), deliverTo: null }],
  ['BR-O-11', { ...wholly(outside), taxes: [...wholly(outside).taxes, s] }],
  ['BR-O-12', { ...wholly(outside), lines: [line] }],
  ['BR-O-13', { ...wholly(outside), allowances: [part] }],
  ['BR-O-14', { ...wholly(outside), charges: [part] }],
];

const cases: readonly Case[] = [
  ...Object.entries({ ...stated, ...held }).map(([id, change]): Case => [
    id,
    { ...good, ...change },
  ]),
  ...families.flatMap(familyCases),
  ...further,
];

describe('the rules of EN 16931', () => {
  test('find nothing wrong with an invoice that keeps to them', () => {
    expect(brokenRules(good)).toEqual([]);
  });

  test.each(families)('nor with one that is wholly of category $code', (family) => {
    expect(brokenRules(wholly(family)).map(({ id }) => id)).toEqual([]);
  });

  test.each(cases)('%s is broken by an invoice that breaks it', (id, invoice) => {
    expect(brokenRules(invoice).map((rule) => rule.id)).toContain(id);
  });

  test('each has an invoice here that breaks it, and the words of the standard', () => {
    const broken = new Set(cases.map(([id]) => id));
    expect(en16931Rules.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
    expect(en16931Rules.every(({ text }) => text.endsWith('.'))).toBe(true);
    expect(en16931Rules).toHaveLength(new Set(en16931Rules.map(({ id }) => id)).size);
  });
});
