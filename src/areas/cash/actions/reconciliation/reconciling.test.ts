import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { line } from '#test/support/bank-files.ts';
import { type CashDesk, deskWithCash } from '#test/support/cash-closing.ts';
import { readStatement } from '../../answers/reconciliation/statement.ts';
import type { StatementProof } from '../../contract/reconciliation.ts';
import { bankAccountsOf } from '../../store/reconciliation/accounts.ts';
import { clearCompany, clearLinesByHand, noteEntry, unclearLine } from './clear-lines.ts';
import { signStatement } from './sign-statement.ts';
import { treatLine } from './treat-line.ts';

const on = '2026-11-20';

async function proofOf(desk: CashDesk, statementId: Id): Promise<StatementProof> {
  const [bank] = await bankAccountsOf(desk.db, desk.companyId);
  const proof = bank && (await readStatement(desk.db, bank, statementId, 'en'));
  if (!proof) throw new Error('a statement');
  return proof;
}

/** 400.00 received by wire, a fee of 12.00 and interest of 1.50 at the bank; 500.00 before. */
async function deskWithStatement() {
  const desk = await deskWithCash(on);
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  const statementId = await desk.statement({ opening: '500.00', closing: '889.50' }, [
    line(on, '400.00', 'WIRE NORTH', { channel: 'wire' }),
    line(on, '-12.00', 'ANALYSIS CHARGE', { code: 'bai:698', channel: 'charge' }),
    line(on, '1.50', 'INTEREST', { code: 'bai:354' }),
  ]);
  const ids = { companyId: desk.companyId, bankAccountId: desk.bankAccountId };
  const row = async (said: string): Promise<Id> => {
    const found = (await proofOf(desk, statementId)).rows.find((each) => each.said === said);
    // An open row of the bank side is its line.
    return (found?.id ?? '') as Id;
  };
  const sign = (by = desk.second) =>
    desk.act((context) => signStatement(context, { ...ids, statementId, note: '' }), by);
  return { ...desk, statementId, ids, row, sign };
}

describe('a statement of the bank', () => {
  test('proves itself, is cleared, treated, booked and signed', async () => {
    await using desk = await deskWithStatement();
    const { companyId } = desk;
    expect(await desk.done((context) => clearCompany(context, companyId))).toEqual({ cleared: 1 });
    const before = await proofOf(desk, desk.statementId);
    expect(before.proof).toEqual({
      arithmetic: '0.00',
      continuity: '0.00',
      broughtForward: '500.00',
      adjustedBank: '889.50',
      adjustedBook: '889.50',
      difference: '0.00',
    });
    expect(before.rows.map((row) => row.proposal?.treatment)).toEqual(['bank_fee', 'interest']);
    expect(answerOf(await desk.sign())).toBe('cash.lines_untreated 2');
    const fee = await desk.row('ANALYSIS CHARGE');
    const interest = await desk.row('INTEREST');
    const treat = (lineId: Id, treatment: 'bank_fee' | 'interest') =>
      desk.act((context) => treatLine(context, { ...desk.ids, lineId, treatment }), desk.second);
    expect(await treat(fee, 'bank_fee')).toMatchObject({ ok: true });
    expect(await treat(interest, 'interest')).toMatchObject({ ok: true });
    expect(answerOf(await treat(fee, 'bank_fee'))).toBe('cash.row_not_open');
    const after = await proofOf(desk, desk.statementId);
    expect(after).toMatchObject({ rows: [], book: '389.50', untreated: 0 });
    expect(answerOf(await desk.sign(desk.poster))).toBe(`cash.second_person_signs ${on}`);
    expect(await desk.sign()).toMatchObject({ ok: true });
    expect(answerOf(await desk.sign())).toBe(`cash.statement_signed_already ${on}`);
    const journal = await desk.db.all(sql<{ line: string }>`
      select l.kind || ' ' || l.amount_minor || ' ' || l.bank as line
        from ledger.clearing_line l
       where l.account_id = ${companyId}
       order by 1`);
    expect(journal.map((each) => each.line)).toEqual(['bank_fee -1200 1010', 'interest 150 1010']);
  });

  test('whose own figures do not add up is never signed', async () => {
    await using desk = await deskWithCash(on);
    const wrong = { opening: '0.00', closing: '10.01' };
    const statementId = await desk.statement(wrong, [line(on, '10.00', 'X')]);
    const ids = { companyId: desk.companyId, bankAccountId: desk.bankAccountId };
    const wish = { ...ids, statementId, note: '' };
    expect(answerOf(await desk.act((context) => signStatement(context, wish)))).toBe(
      `cash.statement_wrong 0.01 USD ${on}`,
    );
  });

  test('the next one opens where the last one closed, and they are signed in order', async () => {
    await using desk = await deskWithCash(on);
    const ids = { companyId: desk.companyId, bankAccountId: desk.bankAccountId };
    const first = await desk.statement({ opening: '5.00', closing: '5.00' }, []);
    desk.on('2026-11-21');
    await desk.received('wire', [['NORTH', '20.00', 'W-2']]);
    const second = await desk.statement({ opening: '5.00', closing: '25.00' }, [
      line('2026-11-21', '20.00', 'WIRE'),
    ]);
    await desk.done((context) => clearCompany(context, desk.companyId));
    const sign = (statementId: Id) =>
      desk.act((context) => signStatement(context, { ...ids, statementId, note: '' }));
    expect(answerOf(await sign(second))).toBe(`cash.statement_before_unsigned ${on}`);
    expect(await sign(first)).toMatchObject({ ok: true });
    expect(await sign(second)).toMatchObject({ ok: true });
    expect((await proofOf(desk, second)).proof.broughtForward).toBe('5.00');
  });

  test('one that is missing between two is found by the balances', async () => {
    await using desk = await deskWithCash(on);
    await desk.statement({ opening: '5.00', closing: '5.00' }, []);
    desk.on('2026-11-23');
    const later = await desk.statement({ opening: '9.00', closing: '9.00' }, []);
    expect((await proofOf(desk, later)).proof.continuity).toBe('4.00');
  });
});

describe('what a person says', () => {
  test('puts two lines and an entry of one amount together, and takes it back', async () => {
    await using desk = await deskWithCash(on);
    await desk.received('wire', [['NORTH', '300.00', 'W-1']]);
    const statementId = await desk.statement({ opening: '0.00', closing: '300.00' }, [
      line(on, '100.00', 'PART ONE'),
      line(on, '200.00', 'PART TWO'),
    ]);
    const ids = { companyId: desk.companyId, bankAccountId: desk.bankAccountId };
    const { rows } = await proofOf(desk, statementId);
    // Rows of the bank side are lines; the book side's own key is text.
    const lineIds = rows.filter(({ side }) => side === 'bank').map((row) => row.id as Id);
    const entryKeys = rows.filter(({ side }) => side === 'book').map((row) => row.id);
    const clear = (lines: Id[]) =>
      desk.act((context) => clearLinesByHand(context, { ...ids, lineIds: lines, entryKeys }));
    expect(await clear(lineIds.slice(0, 1))).toMatchObject({
      refusal: 'cash.clear_differs',
      facts: { bank: '100.00', book: '300.00', difference: '-200.00' },
    });
    expect(await clear(lineIds)).toMatchObject({ ok: true });
    expect(answerOf(await clear(lineIds))).toBe('cash.row_not_open');
    expect((await proofOf(desk, statementId)).rows).toEqual([]);
    const [lineId] = lineIds;
    if (!lineId) throw new Error('a line');
    const undo = () => desk.act((context) => unclearLine(context, { ...ids, lineId }));
    expect(await undo()).toMatchObject({ ok: true });
    expect(answerOf(await undo())).toBe('cash.not_cleared');
    expect((await proofOf(desk, statementId)).rows).toHaveLength(3);
  });

  test('stands beside an entry that the bank does not show although it might by now', async () => {
    await using desk = await deskWithCash('2026-11-10');
    await desk.received('check', [['NORTH', '300.00', '1042']]);
    desk.on(on);
    await desk.statement({ opening: '0.00', closing: '0.00', on: '2026-11-10' }, []);
    const statementId = await desk.statement({ opening: '0.00', closing: '0.00' }, []);
    const [row] = (await proofOf(desk, statementId)).rows;
    expect(row).toMatchObject({ side: 'book', amount: '300.00', needsWord: true });
    const wish = {
      companyId: desk.companyId,
      bankAccountId: desk.bankAccountId,
      entryKey: row?.id ?? '',
    };
    await desk.done((context) => noteEntry(context, wish));
    expect((await proofOf(desk, statementId)).rows[0]).toMatchObject({ needsWord: false });
  });
});
