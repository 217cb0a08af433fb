/** Money that is not receivables: a ledger account, a second person above a limit, a sister. */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideElsewhere, sendElsewhere } from '#areas/cash/actions/send-elsewhere.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { answerOf } from '#test/support/builders.ts';
import { type MatchingDesk, deskMatching } from '#test/support/matching-desk.ts';

async function received(desk: MatchingDesk, amount: string): Promise<Id> {
  await desk.bank('2026-06-03', amount, 'VENDOR REFUND 88', { payerName: 'ACME SUPPLY' });
  const [one] = await desk.match();
  if (!one) throw new Error('a receipt that waits');
  return one.receipt.receiptId;
}

async function booked(desk: MatchingDesk): Promise<string[]> {
  const rows = await desk.db.all(sql<{ line: string }>`
    select l.debit || ' ' || l.credit || ' ' || l.amount_minor as line
      from ledger.line l
     order by l.debit, l.credit`);
  return rows.map(({ line }) => line);
}

const account = { kind: 'account', ledgerAccount: '6150' } as const;

test('up to the limit it is booked onto its ledger account at once, and only once', async () => {
  await using desk = await deskMatching('2026-06-03');
  const wish = { receiptId: await received(desk, '1000.00'), to: account };
  const done = await desk.done((context) => sendElsewhere(context, wish));
  expect(done).toEqual({ booked: true, requestId: null });
  expect(await booked(desk)).toEqual(['cash-clearing other-receipts 100000']);
  const again = await desk.act((context) => sendElsewhere(context, wish));
  expect(answerOf(again)).toBe('cash.receipt_not_waiting elsewhere');
});

test('above it another person approves, never who asked', async () => {
  await using desk = await deskMatching('2026-06-03');
  const [poster, controller] = [await desk.member('poster'), await desk.member('controller')];
  const wish = { receiptId: await received(desk, '1000.01'), to: account };
  const { requestId } = await desk.done((context) => sendElsewhere(context, wish), poster);
  expect(await booked(desk)).toEqual([]);
  if (!requestId) throw new Error('a request');
  const approval = { requestId, outcome: 'approved' } as const;
  const own = await desk.act((context) => decideElsewhere(context, approval), poster);
  expect(answerOf(own)).toBe('cash.self_approval');
  await desk.done((context) => decideElsewhere(context, approval), controller);
  expect(await booked(desk)).toEqual(['cash-clearing other-receipts 100001']);
  const twice = await desk.act((context) => decideElsewhere(context, approval), controller);
  expect(answerOf(twice)).toBe('cash.request_decided');
});

test('a sister company’s money is owed to it, and waits among its own receipts', async () => {
  await using desk = await deskMatching('2026-06-03');
  const sisterId = await desk.company('SISTER');
  const to = { kind: 'sister', sisterId } as const;
  const wish = { receiptId: await received(desk, '400.00'), to };
  await desk.done((context) => sendElsewhere(context, wish));
  expect(await booked(desk)).toEqual([
    'cash-clearing due-to-affiliates 40000',
    'due-from-affiliates cash-clearing 40000',
  ]);
  const [theirs] = await desk.db.all(sql<{ state: string; payer_name: string }>`
    select state, payer_name from cash.receipt_card where company_id = ${sisterId}`);
  expect(theirs).toEqual({ state: 'unposted', payer_name: 'ACME SUPPLY' });
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});
