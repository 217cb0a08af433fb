/** Tests of the figures behind a chart. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { figuresIn } from '../figures.ts';
import { quantitiesIn } from '../quantity.ts';
import { cumulativeShares, shares, tableOf } from './table.ts';

const english = quantitiesIn('en', figuresIn('en', day('2026-11-17')).money);
const spanish = quantitiesIn('es', figuresIn('es', day('2026-11-17')).money);

test('a line with its band is a row a week, the band as from and to', () => {
  const table = tableOf(
    {
      kind: 'line',
      head: 'Week',
      points: ['16 Nov', '23 Nov'],
      series: [{ name: 'Cash', tone: 'accent', values: ['1200.50', null] }],
      band: { name: 'Likely', low: ['1000.00', null], high: ['1500.00', null] },
      unit: 'money',
      currency: 'USD',
    },
    english,
  );
  expect(table).toEqual({
    heads: ['Week', 'Cash', 'Likely'],
    rows: [
      ['16 Nov', '$1,200.50', '$1,000.00 – $1,500.00'],
      ['23 Nov', '–', '–'],
    ],
  });
});

test('a Pareto chart says the share reached with each cause', () => {
  expect(cumulativeShares(['60', '30', '10'])).toEqual([60, 90, 100]);
  expect(cumulativeShares(['0'])).toEqual([null]);
  const table = tableOf(
    {
      kind: 'pareto',
      head: 'Cause',
      points: ['Price', 'Short shipment'],
      values: ['75', '25'],
      measured: { name: 'Cases', unit: 'count' },
      cumulative: 'Reached',
    },
    english,
  );
  expect(table.rows).toEqual([
    ['Price', '75', '75\u00a0%'],
    ['Short shipment', '25', '100\u00a0%'],
  ]);
});

test('a funnel says each step as a share of the first', () => {
  expect(shares([8, 4, 2])).toEqual([100, 50, 25]);
  expect(shares([0, 0])).toEqual([null, null]);
});

test('a dot is written in the units of its two sides, in the language of the reader', () => {
  const table = tableOf(
    {
      kind: 'scatter',
      head: 'Persona',
      dots: [{ name: 'Ana', x: 41, y: '12500.00' }],
      x: { name: 'Contactos', unit: 'count' },
      y: { name: 'Cobrado', unit: 'money', currency: 'EUR' },
    },
    spanish,
  );
  expect(table.rows).toEqual([['Ana', '41', 'EUR 12,500.00']]);
  expect(spanish.whole('40.95', 'days')).toBe('41 días');
  expect(english.short('1234567.89', 'money')).toBe('1.2M');
  expect(english.whole('-3.25', 'percent')).toBe('\u22123.3\u00a0%');
});
