import { expect, test } from 'vitest';
import { invoicesOf } from '#test/support/payers.ts';
import { calendarFrom } from './calendar.ts';
import { featureNames, fill, still, width } from './features.ts';
import { historiesOf } from './known-item.ts';
import { rowsOf } from './rows.ts';
import { openOn, seenOn } from './seen.ts';

const items = invoicesOf([{ customerId: 'NORTH', delay: () => 4 }], {
  from: 0,
  until: 200,
  every: 40,
});
const histories = historiesOf(items);

test('an invoice gives a row a day until it was paid, and says yes on that day alone', () => {
  // Issued on 80 and due on 110: paid on 114, which is the 24th day after the look.
  const rows = rowsOf(histories, { looks: [90], asOf: 200, horizon: 100 });
  expect(rows.count).toBe(24);
  expect([...rows.answers].indexOf(1)).toBe(23);
  expect(rows.matrix).toHaveLength(24 * width);
});

test('one that still waits gives rows without a yes, up to the day of the prediction', () => {
  const rows = rowsOf(histories, { looks: [90], asOf: 100, horizon: 100 });
  expect(rows.count).toBe(10);
  expect(rows.answers.includes(1)).toBe(false);
});

test('the features say where the day stands to the due day and what was skipped', () => {
  const waiting = items.map((item) => (item.issuedOn === 0 ? { ...item, paidOn: null } : item));
  const seen = seenOn(historiesOf(waiting), 160);
  const open = openOn(historiesOf(waiting), seen).find(({ item }) => item.issuedOn === 0);
  if (!open) throw new Error('the first invoice is open');
  const matrix = new Float32Array(width);
  const of = still(seen, open.item, open.customer);
  fill({ matrix, row: 0 }, { seen, calendar: calendarFrom(160, 170) }, of, 161);
  const told = Object.fromEntries(featureNames.map((name, at) => [name, matrix[at]]));
  expect(told).toMatchObject({ not_due: 0, due_today: 0, days_late_early: 1 });
  expect(told.days_late_long).toBeCloseTo(Math.log1p(131), 6);
  expect(told.skipped).toBeCloseTo(Math.log1p(3), 6);
});
