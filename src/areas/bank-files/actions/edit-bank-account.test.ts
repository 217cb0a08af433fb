import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { deskWithBank } from '#test/support/bank-files.ts';
import { type EditBankAccount, editBankAccount } from './edit-bank-account.ts';

test.each<[string, Partial<EditBankAccount>, string]>([
  ['is renamed and ended', {}, 'accepted'],
  ['is not there for whoever works elsewhere', { companies: [] }, 'no_such_bank_account'],
])('an account %s', async (_, part, answer) => {
  await using desk = await deskWithBank('2026-06-03');
  const { bankAccountId } = desk;
  const outcome = await desk.act((context) =>
    editBankAccount(context, {
      bankAccountId,
      name: 'Old operating',
      cashAccount: '1011',
      active: false,
      companies: 'all',
      ...part,
    }),
  );
  expect(outcome.ok ? 'accepted' : outcome.refusal).toContain(answer);
  const [card] = await desk.db.all(sql`
    select name, cash_account, active from bank_files.bank_account_card`);
  expect(card).toEqual(
    outcome.ok
      ? { name: 'Old operating', cash_account: '1011', active: false }
      : { name: 'Operating', cash_account: '1010', active: true },
  );
});
