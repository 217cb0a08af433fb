/** The acceptance cases of cash matching, from the bank's line to the open items. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { unapplyCredit } from '#areas/cash/actions/move-credit.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { decidePolicy, proposePolicy } from '#areas/cash/actions/decide-policy.ts';
import { matchReceipts } from '#areas/cash/actions/match-receipts.ts';
import { standardDocument } from '#areas/cash/rules/receipts/policy-document.ts';
import { spreadOf } from '#areas/cash/rules/receipts/to-decide.ts';
import { postingsOf } from '#areas/cash/store/postings.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { agingOf } from '#test/support/agings.ts';
import { type Story, answerOf, usd } from '#test/support/builders.ts';
import { type MatchingDesk, deskMatching, remittanceOf } from '#test/support/matching-desk.ts';

const issued = '2026-04-20';

async function deskOwed(
  owed: Readonly<Record<string, string>>,
  { account = 'NORTHWIND', on = '2026-06-03' } = {},
) {
  const desk = await deskMatching(on);
  const accountId = await desk.account(account);
  const items = await owe(desk, accountId, owed);
  return { ...desk, accountId, items };
}

async function owe(
  desk: Story,
  accountId: Id,
  owed: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Id>> {
  const items = new Map<string, Id>();
  for (const [number, amount] of Object.entries(owed)) {
    items.set(number, await desk.invoice(accountId, { amount, number, issued }));
  }
  return items;
}

function remitted(...references: readonly string[]) {
  const lines = references.map((reference, index) => ({
    record: index + 1,
    kind: 'invoice' as const,
    reference,
    deductions: [],
  }));
  return { remittance: { record: 1, lines } };
}

async function proved(desk: Story): Promise<void> {
  const { checks } = await proveLedger(desk.db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

async function onlyReceipt(desk: MatchingDesk): Promise<Id> {
  const [receipt] = await desk.match();
  if (!receipt) throw new Error('a receipt that waits');
  return receipt.receipt.receiptId;
}

describe('P-10: one payment pays many invoices', () => {
  test('by its remittance, unattended; taken off, all open again with their ages', async () => {
    const owed = { 'I-201': '120', 'I-202': '310', 'I-203': '450', 'I-204': '880' };
    await using desk = await deskOwed(owed);
    const told = { payerName: 'NORTHWIND', channel: 'ach' as const };
    await desk.bank('2026-06-03', '1450', 'ACH CREDIT', {
      ...told,
      ...remitted('I-201', 'I-203', 'I-204'),
    });
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: true, band: 'auto' });
    expect(await desk.open(desk.accountId)).toEqual(['I-202 310.00']);

    const receiptId = matched?.receipt.receiptId;
    if (!receiptId) throw new Error('a receipt');
    const posting = (await postingsOf(desk.db, [receiptId])).get(receiptId);
    if (!posting) throw new Error('a posting');
    const { accountId } = desk;
    const off = { accountId, creditItemId: posting.itemId, itemIds: [], fault: true };
    await desk.done((context) => unapplyCredit(context, off));
    expect(await agingOf(desk, { asOf: '2026-06-03' })).toMatchObject({
      unapplied: '-1450.00',
      buckets: ['0.00', '1760.00', '0.00', '0.00', '0.00', '0.00'],
    });
    await proved(desk);
  });
});

describe('P-11: the only combination, without a word', () => {
  const owed = { A: '120', B: '310', C: '455', D: '880' };

  test('is proposed, and posted only where policy says so', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '1335', 'CREDIT', { payerName: 'NORTHWIND' });
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: false, decision: { kind: 'proposed' } });
    const best = matched?.decision.proposals[0]?.allocations.map(({ itemId }) => itemId);
    expect(new Set(best)).toEqual(new Set([desk.items.get('C'), desk.items.get('D')]));
  });

  test('a cent less is no proposal: it stays on account', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '1334.99', 'CREDIT', { payerName: 'NORTHWIND' });
    const [matched] = await desk.match();
    expect(matched?.decision.kind).toBe('on_account');
    expect((await agingOf(desk, { asOf: '2026-06-03' })).unapplied).toBe('-1334.99');
  });
});

describe('P-12 and I-7: two readings are a question', () => {
  const owed = { 'A-100': '100', 'A-200': '200', 'A-300': '300' };

  test('both are listed, the single one first, and nothing is posted', async () => {
    await using desk = await deskOwed(owed);
    await desk.policy({ autoUniqueSubset: true });
    await desk.bank('2026-06-03', '300', 'CREDIT', { payerName: 'NORTHWIND' });
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: false });
    const counts = matched?.decision.proposals.map(({ allocations }) => allocations.length);
    expect(counts?.slice(0, 2)).toEqual([1, 2]);
    expect(await desk.open(desk.accountId)).toHaveLength(3);
  });

  test('the number decides', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '300', 'A-300', { payerName: 'NORTHWIND' });
    expect(await desk.match()).toMatchObject([{ posted: true }]);
    expect(await desk.open(desk.accountId)).toEqual(['A-100 100.00', 'A-200 200.00']);
  });
});

describe('P-13: a short pay within the tolerance is closed, beyond it stays open', () => {
  test.each([
    ['800', '796.00', []],
    ['800', '795.99', ['INV-8 4.01']],
    ['2000', '1995.00', []],
    ['2000', '1994.99', ['INV-8 5.01']],
  ])('%s paid with %s leaves %j', async (amount, paid, left) => {
    await using desk = await deskOwed({ 'INV-8': amount });
    await desk.bank('2026-06-03', paid, 'INV-8', { payerName: 'NORTHWIND' });
    const [matched] = await desk.match();
    if (matched && !matched.posted) await acceptFirst(desk, matched.receipt.receiptId, matched);
    expect(await desk.open(desk.accountId)).toEqual(left);
    await proved(desk);
  });
});

describe('P-14: an overpayment', () => {
  test('stays on account, never income', async () => {
    await using desk = await deskOwed({ 'INV-5': '500' });
    await desk.bank('2026-06-03', '525', 'INV-5', { payerName: 'NORTHWIND' });
    const [matched] = await desk.match();
    if (matched && !matched.posted) await acceptFirst(desk, matched.receipt.receiptId, matched);
    expect(await agingOf(desk, { asOf: '2026-06-03' })).toMatchObject({
      unapplied: '-25.00',
      balance: '-25.00',
    });
  });
});

describe('P-15: many payments pay one invoice', () => {
  test('the third, which cites a paid one, stays unapplied and says why', async () => {
    await using desk = await deskOwed({ 'I-77': '1000' }, { on: '2026-06-12' });
    const told = { payerName: 'NORTHWIND' };
    for (const [on, amount, open] of [
      ['2026-06-03', '600', ['I-77 400.00']],
      ['2026-06-09', '400', []],
    ] as const) {
      await desk.bank(on, amount, 'I-77', told);
      const [matched] = await desk.match();
      if (matched && !matched.posted) await acceptFirst(desk, matched.receipt.receiptId, matched);
      expect(await desk.open(desk.accountId)).toEqual(open);
    }
    await desk.bank('2026-06-12', '400', 'I-77', told);
    const [third] = await desk.match();
    const said = [
      ...(third?.decision.reasons ?? []),
      ...(third?.decision.proposals ?? []).flatMap(({ reasons }) => reasons),
      ...(third?.decision.rejected ?? []).map(({ because }) => ({ kind: because })),
    ].map(({ kind }) => kind);
    expect(said.some((kind) => ['duplicate', 'already_paid'].includes(kind))).toBe(true);
    expect(await desk.open(desk.accountId)).not.toContain('I-77 400.00');
  });
});

describe('P-16: a name cut at 35 characters', () => {
  test('is suggested, taught by a person, and posts by itself from then on', async () => {
    const desk0 = await deskMatching('2026-06-03');
    await using desk = desk0;
    const long = await desk.account('Northwind Traders Holding International LLC');
    const bakery = await desk.account('Northwind Bakery');
    await owe(desk, long, { 'T-1': '640' });
    await owe(desk, bakery, { 'B-1': '640' });
    const told = { payerName: 'NORTHWIND TRADERS HOLDING INTERNATI' };
    await desk.bank('2026-06-03', '640', 'CREDIT', told);
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: false });
    expect(matched?.decision.proposals[0]?.accountId).toBe(long);
    if (!matched) throw new Error('a receipt');
    await acceptFirst(desk, matched.receipt.receiptId, matched, true);

    desk.on('2026-07-03');
    await owe(desk, long, { 'T-2': '210' });
    await desk.bank('2026-07-03', '210', 'CREDIT', told);
    expect(await desk.match()).toMatchObject([{ posted: true }]);
    expect(await desk.open(long)).toEqual([]);
    expect(await desk.open(bakery)).toEqual(['B-1 640.00']);
  });
});

describe('P-17: a number within another', () => {
  async function deskOfNumbers() {
    const desk = await deskOwed({ '1': '40' }, { account: 'ALPHA CORP' });
    const other = await desk.account('BETA CORP');
    await owe(desk, other, { '1004': '75', '10045': '75' });
    return { ...desk, other };
  }

  test('only the whole number is found', async () => {
    await using desk = await deskOfNumbers();
    await desk.bank('2026-06-03', '75', 'PAYMENT REF 10045 DATED 2026-10-04');
    const [matched] = await desk.match();
    if (matched && !matched.posted) await acceptFirst(desk, matched.receipt.receiptId, matched);
    expect(await desk.open(desk.other)).toEqual(['1004 75.00']);
    expect(await desk.open(desk.accountId)).toEqual(['1 40.00']);
  });

  test('a number of one digit is no reference', async () => {
    await using desk = await deskOfNumbers();
    await desk.bank('2026-06-03', '75', 'PAYMENT 1');
    expect(await desk.match()).toMatchObject([{ posted: false }]);
    expect(await desk.open(desk.accountId)).toEqual(['1 40.00']);
  });
});

describe('an equal amount alone identifies nobody', () => {
  const owed = { 'INV-10001': '671.25', 'INV-10002': '702.25' };
  const stranger = { payerName: 'ZEBRA HOLDINGS', channel: 'ach' as const };

  test('who quotes a number that no account has is unidentified', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '671.25', 'INV-99999', stranger);
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: false, band: 'hide' });
    expect(matched?.decision).toMatchObject({ kind: 'unidentified', proposals: [] });
    expect(matched?.decision.reasons).toEqual([
      { kind: 'unknown_reference', facts: { number: '99999' } },
    ]);
    expect(await likelyAccounts(desk)).toEqual([null]);
  });

  test('who says nothing leaves a hint to look at, and no likely account either', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '671.25', 'PAYMENT', stranger);
    const [matched] = await desk.match();
    expect(matched).toMatchObject({ posted: false, band: 'hide' });
    expect(matched?.decision.proposals).toHaveLength(1);
    expect(await likelyAccounts(desk)).toEqual([null]);
  });

  test('the number of an invoice finds its payer, whoever pays', async () => {
    await using desk = await deskOwed(owed);
    await desk.bank('2026-06-03', '671.25', 'INV-10001', stranger);
    expect(await desk.match()).toMatchObject([{ posted: true, band: 'auto' }]);
    expect(await desk.open(desk.accountId)).toEqual(['INV-10002 702.25']);
  });

  async function likelyAccounts(desk: MatchingDesk): Promise<(string | null)[]> {
    const rows = await desk.db.all(sql<{ likely: string | null }>`
      select likely_account::text as likely from cash.receipt_now`);
    return rows.map(({ likely }) => likely);
  }
});

describe('I-8: an invoice of somebody else', () => {
  test('changes nothing of what is posted for this payer', async () => {
    await using desk = await deskOwed({ 'I-1': '120', 'I-2': '310' });
    const other = await desk.account('CONTOSO');
    await owe(desk, other, { 'Z-1': '310', 'Z-2': '120', 'Z-3': '430' });
    await desk.bank('2026-06-03', '430', 'I-1 I-2', { payerName: 'NORTHWIND' });
    expect(await desk.match()).toMatchObject([{ posted: true }]);
    expect(await desk.open(desk.accountId)).toEqual([]);
    expect(await desk.open(other)).toHaveLength(3);
  });
});

describe('I-5: two workers on the same receipts', () => {
  test('post each of them once', async () => {
    await using desk = await deskOwed({ 'I-1': '120', 'I-2': '310' });
    await desk.bank('2026-06-03', '120', 'I-1', { payerName: 'NORTHWIND' });
    await desk.bank('2026-06-03', '310', 'I-2', { payerName: 'NORTHWIND' });
    const wish = { companyId: desk.companyId, receiptIds: 'all' } as const;
    const both = await Promise.all([
      desk.done((context) => matchReceipts(context, wish)),
      desk.done((context) => matchReceipts(context, wish)),
    ]);
    const decided = both.map(({ matched }) => matched.length);
    expect(decided.toSorted((a, b) => a - b)).toEqual([0, 2]);
    const [counted] = await desk.db.all(sql<{ postings: bigint; receipts: bigint }>`
      select (select count(*) from cash.posting) as postings,
             (select count(*) from ledger.item where kind = 'receipt') as receipts`);
    expect(counted).toEqual({ postings: 2n, receipts: 2n });
    await proved(desk);
  });

  test('and a person beside them, the same: who comes second is told', async () => {
    await using desk = await deskOwed({ 'I-1': '120', 'I-2': '120' });
    await desk.bank('2026-06-03', '120', 'CREDIT', { payerName: 'NORTHWIND' });
    const receiptId = await onlyReceipt(desk);
    const post = (number: string) => {
      const itemId = desk.items.get(number);
      if (!itemId) throw new Error(`no item ${number}`);
      const { accountId } = desk;
      const line = { accountId, itemId, amount: 12_000n, discount: 0n, short: 0n };
      const lines = [{ ...line, shortReason: null }];
      const spread = { accountId, lines, tolerate: true };
      const wish = { receiptId, spread, rank: null, learn: false };
      return desk.act((context) => postByHand(context, wish));
    };
    const answers = (await Promise.all([post('I-1'), post('I-2')])).map(answerOf).toSorted();
    expect(answers).toEqual(['accepted', 'cash.receipt_not_waiting posted']);
    await proved(desk);
  });
});

describe('a remittance that comes two days after its wire', () => {
  test('opens the receipt again that stands on account, and pays its invoices', async () => {
    await using desk = await deskOwed({ 'I-1': '120', 'I-2': '310', 'I-3': '77' });
    const told = { payerName: 'NORTHWIND', channel: 'wire' as const, references: ['FT-9'] };
    await desk.bank('2026-06-03', '460', 'WIRE IN', told);
    expect(await desk.match()).toMatchObject([{ decision: { kind: 'on_account' } }]);
    desk.on('2026-06-05');
    const head = { payerName: 'NORTHWIND', paymentReference: 'FT-9', paidOn: day('2026-06-03') };
    await desk.remittance(remittanceOf(head, ['I-1', usd('120')], ['I-2', usd('310')]));
    const [again] = await desk.match();
    expect(again?.decision.proposals[0]?.allocations).toHaveLength(2);
    if (again && !again.posted) await acceptFirst(desk, again.receipt.receiptId, again);
    expect((await desk.open(desk.accountId)).toSorted()).toEqual(['FT-9 -30.00', 'I-3 77.00']);
    await proved(desk);
  });
});

describe('a return that the bank reports', () => {
  test('takes the very receipt back, and its invoice opens with its own age', async () => {
    await using desk = await deskOwed({ 'I-1': '750' }, { on: '2026-06-10' });
    const told = { payerName: 'NORTHWIND', channel: 'check' as const, checkNumber: '1042' };
    await desk.bank('2026-06-03', '750', 'I-1', told);
    expect(await desk.match()).toMatchObject([{ posted: true }]);
    await desk.bank('2026-06-09', '-750', 'RETURNED CHECK 1042 NSF', {
      ...told,
      returned: { reason: 'NSF' },
    });
    expect(await desk.match()).toMatchObject([{ posted: true, decision: { kind: 'return' } }]);
    expect(await desk.open(desk.accountId)).toEqual(['I-1 750.00']);
    const states = await desk.db.all(sql<{ state: string }>`
      select state from cash.receipt_now order by changed_at, state`);
    expect(states.map(({ state }) => state).toSorted()).toEqual(['returned', 'settled']);
    await proved(desk);
  });
});

describe('a matching policy', () => {
  test('is in force once another person approves it, never by its author', async () => {
    await using desk = await deskOwed({});
    const { companyId } = desk;
    const author = await desk.member('manager');
    const document = { ...standardDocument, autoUniqueSubset: true };
    const { version } = await desk.done(
      (context) => proposePolicy(context, companyId, document),
      author,
    );
    const wish = { companyId, version, act: 'approved' } as const;
    const own = await desk.act((context) => decidePolicy(context, wish), author);
    expect(answerOf(own)).toBe('cash.self_approval');
    const other = await desk.member('controller');
    await desk.done((context) => decidePolicy(context, wish), other);
    const again = await desk.act((context) => decidePolicy(context, wish), other);
    expect(answerOf(again)).toBe('cash.policy_not_waiting');
  });
});

type First = Awaited<ReturnType<MatchingDesk['match']>>[number];

async function acceptFirst(
  desk: MatchingDesk,
  receiptId: Id,
  { decision }: First,
  learn = false,
): Promise<void> {
  const [best] = decision.proposals;
  if (!best) throw new Error(`nothing is proposed: ${decision.kind}`);
  const wish = { receiptId, spread: spreadOf(best), rank: 1, learn };
  await desk.done((context) => postByHand(context, wish));
}
