/** An escalation stands on the list of who is to act: first who was asked, then who asked. */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { rebuildAccounts } from '#areas/worklist/actions/build-worklist.ts';
import { accept } from '#kernel/outcome.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { escalate } from './escalate.ts';
import { moveEscalation } from './move-escalation.ts';

test('the account stands on the list of who must act, and leaves it when it is read', async () => {
  await using desk = await deskOwed1000();
  const [rosa, maya] = [await desk.member('collector'), await desk.member('manager')];
  const { accountId } = desk;
  const listed = async () => {
    await desk.done(async (context) => accept(await rebuildAccounts(context, [accountId])));
    const row = await desk.db.maybe(sql<{ kinds: string[]; worker_id: string | null }>`
      select kinds, worker_id from worklist.account_work where account_id = ${accountId}`);
    return row?.kinds.includes('clock_due') === true ? row.worker_id : undefined;
  };
  const wish = { accountId, desk: 'manager', toMember: null, question: 'Stop it?' } as const;
  const { escalationId } = await desk.done((context) => escalate(context, wish), rosa);
  expect(await listed()).toBe(maya.memberId);
  const move = { escalationId, text: 'Yes.', companies: 'all' } as const;
  await desk.done((context) => moveEscalation(context, { ...move, what: 'answered' }), maya);
  expect(await listed()).toBe(rosa.memberId);
  await desk.done((context) => moveEscalation(context, { ...move, what: 'read' }), rosa);
  expect(await listed()).toBeUndefined();
  expect(answerOf(await desk.act((context) => escalate(context, wish)))).toBe(
    'escalations.only_people',
  );
});
