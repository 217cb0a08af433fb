import { expect, test } from 'vitest';
import { type Payer, asKnownOn, invoicesOf } from '#test/support/payers.ts';
import type { BookItem } from './book-item.ts';
import { commonFactor, tryCash } from './cash-back-test.ts';
import { groundOf, learnBook } from './learn-book.ts';
import { fromPlain, toPlain } from './model-text.ts';
import { chanceBetween, compare, lastLesson, predictBook, trainOn } from './training.ts';

const payers: Payer[] = [
  ...Array.from({ length: 5 }, (_, at) => ({
    customerId: `PROMPT${at}`,
    delay: (draw: number) => Math.floor(draw * 3) - 1,
  })),
  ...Array.from({ length: 5 }, (_, at) => ({
    customerId: `SLOW${at}`,
    delay: (draw: number) => 18 + Math.floor(draw * 9),
  })),
];
const asOf = 400;
const future: BookItem[] = invoicesOf(payers, { from: 0, until: 450, every: 4 }).map((item) => ({
  ...item,
  knownOn: item.paidOn,
  states: [],
}));
const book: BookItem[] = asKnownOn(future, asOf).map((item) => ({
  ...item,
  knownOn: item.paidOn,
  states: [],
}));

test('what became known later changes neither the lesson nor a prediction', () => {
  const lesson = { asOf, kind: 'logistic', live: null } as const;
  const honest = learnBook({ ...lesson, items: book });
  const tempted = learnBook({
    ...lesson,
    items: future.filter(({ issuedOn }) => issuedOn <= asOf),
  });
  expect(tempted.challenger).toEqual(honest.challenger);
  expect(predictBook(future, asOf, honest.challenger)).toEqual(
    predictBook(book, asOf, honest.challenger),
  );
  expect(groundOf({ items: future, asOf })).toEqual(groundOf({ items: book, asOf }));
});

test('a model is judged on whole weeks that it was not taught', () => {
  const { comparison, trainedTo, tried } = learnBook({
    items: book,
    asOf,
    kind: 'logistic',
    live: null,
  });
  expect(trainedTo).toBe(lastLesson(asOf));
  expect(comparison.from).toBe(trainedTo);
  expect(comparison.challenger.judged).toBeGreaterThan(100);
  expect(comparison.challenger.judged).toBe(comparison.other.judged);
  // Weeks begin on Mondays: day 4 of the count was one.
  expect(tried.weeks.every(({ weekStart }) => (weekStart - 4) % 7 === 0)).toBe(true);
});

test('the same model beside itself is not better', () => {
  const trained = trainOn(book, lastLesson(asOf), 'logistic');
  expect(compare(book, asOf, trained, trained)).toMatchObject({ difference: 0, isBetter: false });
});

test('a model that knows the customers beats one that knows nobody', () => {
  const trained = trainOn(book, lastLesson(asOf), 'logistic');
  const strangers = book.map((item) => ({ ...item, customerId: item.invoiceId }));
  const lost = trainOn(strangers, lastLesson(asOf), 'logistic');
  // Weights learnt where habits said nothing.
  const found = compare(book, asOf, trained, lost);
  expect(found.challenger.mae).toBeLessThan(found.other.mae);
  expect(found.isBetter).toBe(true);
});

test('a model comes back from its text as it was', () => {
  const { model, factors } = trainOn(book, asOf, 'logistic');
  const text: ReturnType<typeof toPlain> = JSON.parse(JSON.stringify(toPlain(model, factors)));
  expect(fromPlain(text)).toEqual({ model, factors });
});

test('past weeks are told as chances, and what they missed is what all customers share', () => {
  const trained = trainOn(book, lastLesson(asOf), 'logistic');
  const { weeks, scores } = tryCash(book, asOf, trained);
  expect(scores).toHaveLength(8);
  for (const { expected, actual } of weeks.filter(({ ahead }) => ahead === 1)) {
    expect(Math.abs(expected - actual)).toBeLessThan(0.5 * Math.max(expected, actual));
  }
  const exact = weeks.map((week) => ({ ...week, actual: week.expected }));
  const wild = weeks.map((week) => ({ ...week, actual: week.expected * 2 }));
  expect(commonFactor(exact)).toBeLessThan(0.1);
  expect(commonFactor(wild)).toBeGreaterThan(0.5);
  const [one] = predictBook(book, asOf, trained);
  expect(one && chanceBetween(one, asOf + 1, asOf + 5000)).toBeCloseTo(1, 2);
});
