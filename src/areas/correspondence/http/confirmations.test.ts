import { expect, test } from 'vitest';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { giveClerk } from '#test/support/statement-runs.ts';

async function deskWithClerk() {
  const desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const doing = { action: 'test.story', actor: { ref: 'job:test', memberId: null } };
  const done: Parameters<typeof giveClerk>[0]['done'] = async (work) =>
    accepted(await perform(desk, { ...doing, reason: 'test', input: '' }, work)).answer;
  await giveClerk({ done }, accountId, 'ann@north.example');
  const { contact_id: contactId } = await desk.db.one(sql<{ contact_id: string }>`
    select contact_id from customers.contact`);
  const said = 'currency=USD&amount=818.00&dueOn=2026-11-27&disputed=40.00';
  const at = `/api/v1/accounts/${accountId}/call-confirmation?contactId=${contactId}&${said}`;
  return { ...desk, at };
}

test('a confirmation reads as it will go out, in either language', async () => {
  await using desk = await deskWithClerk();
  const rosa = await desk.signIn(await desk.member('collector'));
  const spanish = await rosa.get(`${desk.at}&language=es`);
  expect(spanish).toMatchObject({
    status: 200,
    body: { subject: expect.stringContaining('lo acordado'), text: expect.any(String) },
  });
  expect(JSON.stringify(spanish.body)).toMatch(/Acordamos:\\n- .*818\.00 a más tardar el/u);
  const english = await rosa.get(`${desk.at}&language=en`);
  expect(JSON.stringify(english.body)).toMatch(/about .*40\.00.*; you need not pay that part/u);
});

test('who makes no calls sees none of it', async () => {
  await using desk = await deskWithClerk();
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect((await auditor.get(`${desk.at}&language=en`)).status).toBe(403);
});
