import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOn } from '#test/support/builders.ts';
import { houseAccount } from './house-account.ts';

test('the house account has the company’s id and is made once', async () => {
  await using desk = await deskOn('2026-11-20');
  const twice = await desk.done(async (context) => {
    await houseAccount(context, desk.companyId);
    return accept(await houseAccount(context, desk.companyId));
  });
  expect(twice).toEqual({ accountId: desk.companyId, customerId: desk.companyId });
  const rows = await desk.db.all(sql`
    select a.account_id, a.kind
      from customers.account a
      join ledger.account l on l.account_id = a.account_id and l.company_id = a.company_id`);
  expect(rows).toEqual([{ account_id: desk.companyId, kind: 'house' }]);
});
