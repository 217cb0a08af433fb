import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { deskOn } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { catalogue } from '../rules/catalogue.ts';
import type { MetricKey } from '../rules/metric.ts';
import { type Asked, measure, measures, series, wholeCompany } from './measure.ts';
import { partNamed, rowsOf } from './rows.ts';

/** July to September of rules.md: sales 400, 380 and 420 thousand; 610 before them, 650 after. */
async function aQuarter() {
  const story = await deskOn('2026-04-01');
  const north = await story.account('NORTH');
  const south = await story.account('SOUTH');
  const bill = (accountId: typeof north, amount: string, issued: string, due: string) =>
    story.invoice(accountId, { amount, issued, due, number: `I-${issued}-${amount}` });
  const old = await bill(north, '610000', '2026-05-20', '2026-06-20');
  const july = await bill(north, '400000', '2026-07-10', '2026-08-10');
  const august = await bill(south, '380000', '2026-08-05', '2026-10-05');
  await bill(south, '420000', '2026-09-15', '2026-10-30');
  story.on('2026-09-30');
  const paid = await story.receipt(north, { amount: '1160000', on: '2026-09-20' });
  await story.apply(north, { from: paid, onto: old, amount: '610000', on: '2026-09-20' });
  await story.apply(north, { from: paid, onto: july, amount: '400000', on: '2026-09-21' });
  return {
    ...story,
    north,
    south,
    old,
    july,
    august,
    [Symbol.asyncDispose]: story[Symbol.asyncDispose],
  };
}

function asked(companyId: Parameters<typeof wholeCompany>[0], name: string): Asked {
  const [metric = '', variant] = name.split('.');
  return {
    // The names of the table below are metrics.
    metric: metric as MetricKey,
    variant,
    scope: wholeCompany(companyId, currency('USD')),
    asOf: day('2026-09-30'),
    knownAt: null,
    period: { from: day('2026-07-01'), to: day('2026-09-30') },
  };
}

describe('a quarter', () => {
  test('has the figures that its arithmetic gives', async () => {
    await using story = await aQuarter();
    const names = ['ar', 'ar.gross', 'current', 'credit_sales', 'cash', 'unapplied', 'dso'];
    const figures = await measures(
      story.db,
      names.map((name) => asked(story.companyId, name)),
    );
    expect(figures.map(({ value }) => value)).toEqual([
      '650000.00',
      '800000.00',
      '800000.00',
      '1200000.00',
      '1160000.00',
      '150000.00',
      '49.83',
    ]);
  });

  test('has every figure of the catalogue, each from parts that their rows add up to', async () => {
    await using story = await aQuarter();
    for (const { metric, variant } of catalogue) {
      const question = asked(story.companyId, metric);
      const figure = await measure(story.db, { ...question, variant });
      for (const part of figure.parts.filter(({ rows }) => rows)) {
        const named = partNamed(part.name);
        if (!named) throw new Error(`no part ${part.name}`);
        const { total } = await rowsOf(story.db, question, named, { limit: null, offset: 0 });
        expect(`${part.name} ${total}`).toBe(`${part.name} ${part.value}`);
      }
      expect(figure.formula.en).not.toBe('');
    }
  });

  test('has a course of month ends', async () => {
    await using story = await aQuarter();
    const days = ['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'].map(day);
    const course = await series(story.db, asked(story.companyId, 'ar'), days);
    expect(course.map(({ value }) => value)).toEqual([
      '610000.00',
      '1010000.00',
      '1390000.00',
      '650000.00',
    ]);
  });
});

test('what is disputed is never more than what is owed', async () => {
  await using desk = await disputeDesk();
  const question = { ...asked(desk.companyId, 'disputed'), asOf: day('2026-11-20') };
  const disputed = async () => (await measure(desk.db, question)).value;
  await desk.open('300');
  expect(await disputed()).toBe('300.00');
  await desk.open('150');
  expect(await disputed()).toBe('450.00');
  const paid = await desk.receipt(desk.accountId, { amount: '350', on: '2026-11-20' });
  await desk.apply(desk.accountId, {
    from: paid,
    onto: desk.itemId,
    amount: '350',
    on: '2026-11-20',
  });
  expect(await disputed()).toBe('150.00');
});
