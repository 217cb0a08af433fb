import { expect, test } from 'vitest';
import { type Payer, asKnownOn, invoicesOf } from '#test/support/payers.ts';
import type { BookItem } from './book-item.ts';
import { groundOf } from './learn-book.ts';
import { type OpenFact, type Part, predictPart } from './predict-part.ts';
import { payDay } from './reasons.ts';
import { trainOn } from './training.ts';

const asOf = 400;
const payers: Payer[] = [
  { customerId: 'PROMPT', delay: (draw) => Math.floor(draw * 3) - 1 },
  { customerId: 'SLOW', delay: (draw) => 18 + Math.floor(draw * 9) },
];
const future = invoicesOf(payers, { from: 0, until: 460, every: 2 }).map((item): BookItem => ({
  ...item,
  knownOn: item.paidOn,
  states: [],
}));
const stranger: BookItem = {
  invoiceId: 'N1',
  customerId: 'NEW',
  company: 'MAIN',
  currency: 'USD',
  terms: 'NET30',
  attr: '',
  issuedOn: 390,
  dueOn: 420,
  size: 100,
  paidOn: null,
  knownOn: null,
  states: [],
};
const known = asKnownOn(future, asOf).map((item): BookItem => ({
  ...item,
  knownOn: item.paidOn,
  states: [],
}));
const openAt = (items: readonly BookItem[]): OpenFact[] =>
  items
    .filter(({ paidOn, issuedOn }) => issuedOn <= asOf && (paidOn === null || paidOn > asOf))
    .map((item) => ({
      itemId: item.invoiceId,
      accountId: item.customerId,
      companyId: 'MAIN',
      currency: 'USD',
      document: item.invoiceId,
      dueOn: item.dueOn,
      open: 100_00n,
      disputed: 0n,
      promisedFor: null,
      instalments: [],
    }));

function partOf(items: readonly BookItem[], change: Partial<Part> = {}): Part {
  const all = [...items, stranger];
  return {
    asOf,
    items: all,
    open: openAt(all),
    kept: new Map(),
    deskKept: { judged: 0, kept: 0 },
    ground: groundOf({ items: all, asOf }),
    trained: trainOn(all, asOf, 'logistic'),
    ...change,
  };
}

test('what became known later changes nothing that a night says', () => {
  expect(predictPart(partOf(future))).toEqual(predictPart(partOf(known)));
});

test('a customer of whom nothing is known is told by the others, and that is said', () => {
  const told = predictPart(partOf(known)).items.find(({ fact }) => fact.itemId === 'N1');
  expect(told).toMatchObject({ lowHistory: true, model: 'empirical' });
  expect(told?.reasons.map(({ code }) => code)).toEqual(['low_history']);
  const others = predictPart(partOf(known)).items.filter(({ lowHistory }) => !lowHistory);
  expect(others.every(({ model }) => model === 'logistic')).toBe(true);
});

test('the reasons say how this customer pays, and a promise comes first', () => {
  const part = partOf(known);
  const slow = part.open.filter(({ accountId }) => accountId === 'SLOW');
  const promised = part.open.map((fact) => ({ ...fact, promisedFor: asOf + 30 }));
  const codes = (open: readonly OpenFact[]) =>
    predictPart({ ...part, open }).items.map(({ reasons }) => reasons.map(({ code }) => code));
  expect(codes(slow).every((own) => own.includes('usually_late'))).toBe(true);
  expect(codes(promised).every(([first]) => first === 'promise')).toBe(true);
});

test('an open dispute makes every coming week less likely', () => {
  const disputed = known.map((item) => ({
    ...item,
    states: [{ kind: 'disputed' as const, from: asOf - 3, until: null }],
  }));
  const plain = predictPart(partOf(known));
  const held = predictPart({ ...partOf(known), items: [...disputed, stranger] });
  const soon = ({ items }: typeof plain) => items.reduce((sum, { paid30 }) => sum + paid30, 0);
  expect(soon(held)).toBeLessThan(soon(plain));
  expect(held.items.some(({ reasons }) => reasons.some(({ code }) => code === 'disputed'))).toBe(
    true,
  );
});

test('a weekday on which half the money comes is a pay-day, an even week has none', () => {
  const week = new Float64Array(7).fill(0.5);
  // Day 1 of the count was a Friday.
  week[1] = 4;
  const even = new Float64Array(32).fill(1);
  expect(payDay(week, even)).toEqual([{ code: 'weekday', count: 5, percent: 57 }]);
  expect(payDay(new Float64Array(7).fill(1), even)).toEqual([]);
});
