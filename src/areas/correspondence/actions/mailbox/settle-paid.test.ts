import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { boxFor, contactWith, mailComes } from '#test/support/mails.ts';
import { settlePaid } from './settle-paid.ts';

test('a mail whose invoices are paid is done by itself; one that asks more is not', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await desk.account('NORTH');
  const told = { amount: '100', issued: '2026-09-01', number: 'INV-4471' };
  const itemId = await desk.invoice(accountId, told);
  await contactWith(desk, accountId, 'kim@buyer.example');
  const box = await boxFor(desk, desk.companyId);
  const paid = await mailComes(desk, box, { body: 'We already paid INV-4471.' });
  const body = 'We already paid INV-4471. Please send us your W-9.';
  const more = await mailComes(desk, box, { body });
  const stateOf = async (mailId: Id): Promise<string> => {
    const row = await desk.db.one(sql<{ state: string }>`
      select state from correspondence.mail_now where mail_id = ${mailId}`);
    return row.state;
  };
  await desk.done((context) => settlePaid(context, accountId));
  expect(await stateOf(paid.mailId)).toBe('open');
  await desk.receipt(accountId, { amount: '100', on: '2026-11-20', pays: [[itemId, '100']] });
  await desk.done((context) => settlePaid(context, accountId));
  expect(await stateOf(paid.mailId)).toBe('done');
  expect(await stateOf(more.mailId)).toBe('open');
});
