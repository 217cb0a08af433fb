import { describe, expect, test } from 'vitest';
import { aReceipt, anInvoice, nothingIncoming } from '#test/support/books.ts';
import { tableOf, takeIn } from '#test/support/imports.ts';
import { day } from '#kernel/day.ts';
import { onlyRows, openRows, unreadOf, unreadTogether } from './snapshot-rows.ts';

const header = 'Number,Customer Number,Invoice Date,Due Date,Open Amount';

function unread(...lines: readonly string[]) {
  const table = tableOf(header, ...lines);
  const { detection, conversion } = takeIn(table, { kind: 'items' });
  if (!detection.plan) throw new Error('a question is open');
  return unreadOf(table, detection.plan, conversion);
}

test('the open rows are documents and money with their signs; what was paid is not open', () => {
  const rows = openRows({
    ...nothingIncoming,
    documents: [
      anInvoice('7#2'),
      anInvoice('8', { kind: 'credit_memo' }),
      anInvoice('9', { paidOn: day('2026-07-01') }),
    ],
    payments: [aReceipt('P1')],
  });
  expect(rows.map(({ externalId, number, open }) => `${externalId} ${number} ${open}`)).toEqual([
    '7#2 7 10000',
    '8 8 -10000',
    'P1 P1 -10000',
  ]);
  const { documents, payments } = onlyRows(rows, new Set([1, 2]));
  expect([...documents, ...payments].map(({ externalId }) => externalId)).toEqual(['8', 'P1']);
});

describe('what could not be read', () => {
  const good = 'A-1,C1,2026-06-01,2026-07-01,100.00';

  test('keeps every cell, as one of them may be a number', () => {
    const found = unread(good, 'A-2,C1,2026-06-01,2026-07-01,1x0');
    expect(found).toMatchObject({ rows: 2, truncated: false, nameless: [] });
    expect(found.cells).toContain('A-2');
  });

  test('names the lines that do not even say their number', () => {
    expect(unread(good, ',C1,2026-06-01,2026-07-01,100.00').nameless).toEqual([3]);
    expect(unread(good, 'A-2,C1,2026-06-01,2026-07-01,100.00,x,y').nameless).toEqual([3]);
  });

  test('a last row that breaks off is a cut file; a line of totals is none', () => {
    expect(unread(good, 'A-2,C1,2026-06').truncated).toBe(true);
    expect(unread(good, 'Total,100.00').truncated).toBe(false);
  });

  test('of several files comes together', () => {
    const one = unread(good);
    const two = unread(good, ',C1,2026-06-01,2026-07-01,100.00');
    expect(unreadTogether([one, two])).toMatchObject({ rows: 3, nameless: [3] });
  });
});
