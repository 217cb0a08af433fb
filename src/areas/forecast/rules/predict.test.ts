import { describe, expect, test } from 'vitest';
import { asKnownOn, invoicesOf, type Payer } from '#test/support/payers.ts';
import { learn, modelKinds, predictOpen } from './predict.ts';

const prompt: Payer[] = Array.from({ length: 6 }, (_, at) => ({
  customerId: `PROMPT${at}`,
  delay: (draw) => Math.floor(draw * 3) - 1,
}));
const slow: Payer[] = Array.from({ length: 6 }, (_, at) => ({
  customerId: `SLOW${at}`,
  delay: (draw) => 18 + Math.floor(draw * 12),
}));
const items = invoicesOf([...prompt, ...slow], { from: 0, until: 420, every: 4 });
const asOf = 400;
const known = asKnownOn(items, asOf);
const paidOn = new Map(items.map((item) => [item.invoiceId, item.paidOn ?? 0]));

function missOf(predictions: ReturnType<typeof predictOpen>): number {
  const misses = predictions.map(({ item, p50 }) =>
    Math.abs(p50 - (paidOn.get(item.invoiceId) ?? 0)),
  );
  return misses.reduce((sum, each) => sum + each, 0) / misses.length;
}

describe('predicting payment days', () => {
  test.each(modelKinds)('the %s model tells the slow from the prompt', (kind) => {
    const model = learn(known, asOf, kind);
    // There is too little history for trees: the ensemble is the logistic model alone.
    expect(model.kind).toBe(kind === 'ensemble' ? 'logistic' : kind);
    const predictions = predictOpen(known, asOf, model);
    expect(predictions).toHaveLength(known.filter((item) => item.paidOn === null).length);
    const late = (name: string) =>
      predictions.filter(({ item }) => item.customerId.startsWith(name)).map((each) => each.late);
    expect(Math.min(...late('SLOW'))).toBeGreaterThan(0.8);
    expect(Math.max(...late('PROMPT').filter((chance) => chance < 1))).toBeLessThan(0.75);
    expect(missOf(predictions)).toBeLessThan(4);
  });

  test('what became known later changes nothing', () => {
    const honest = predictOpen(known, asOf, learn(known, asOf, 'logistic'));
    expect(predictOpen(items, asOf, learn(items, asOf, 'logistic'))).toEqual(honest);
  });

  test('every day predicted lies ahead, in order, and the weeks are no more than certain', () => {
    for (const { p10, p50, p90, weeks, late, late30 } of predictOpen(
      known,
      asOf,
      learn(known, asOf, 'ensemble'),
    )) {
      expect(p10).toBeGreaterThan(asOf);
      expect([p10, p50, p90]).toEqual([p10, p50, p90].toSorted((a, b) => a - b));
      expect(weeks.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1 + 1e-9);
      expect(late30).toBeLessThanOrEqual(late);
    }
  });

  test('little history is told without a model, and a new customer by the others', () => {
    const few = known.slice(0, 40);
    expect(learn(few, asOf, 'ensemble')).toEqual({ kind: 'empirical' });
    const [stranger] = known;
    if (!stranger) throw new Error('the history is empty');
    const newcomer = { ...stranger, customerId: 'NEW', invoiceId: 'N1', issuedOn: 390, dueOn: 420 };
    const open = [...known, { ...newcomer, paidOn: null }];
    const told = predictOpen(open, asOf, learn(known, asOf, 'logistic'));
    const found = told.find(({ item }) => item.invoiceId === 'N1');
    expect(found?.closed).toBe(0);
    expect(found?.p50).toBeGreaterThanOrEqual(419);
    expect(found?.p50).toBeLessThanOrEqual(452);
  });
});
