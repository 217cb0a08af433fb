/**
 * Every kind of approval, walked alike: who asked may not decide, who has no authority may not,
 * a second person may, and what is done and taken back stands in the audit trail, which proves.
 */
import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { type Actor, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { openDb } from '#platform/postgres/db.ts';
import { sql } from '#platform/postgres/sql.ts';
import { decideRequest } from '#areas/approvals/actions/decide-request.ts';
import { approvalKinds } from '#areas/approvals/rules/authority.ts';
import { requestsOf } from '#areas/approvals/store/requests.ts';
import { proveCommand } from '#cli/prove.ts';
import { listeners } from '#server/wiring.ts';
import { type ApprovalDesk, rows } from '#test/support/approval-rows.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';

test('every kind is walked below', () => {
  const walked = rows.map(({ kind }) => kind);
  expect(walked.toSorted()).toEqual([...approvalKinds].toSorted());
});

test.each(rows.map((row) => [row.kind, row] as const))(
  '%s: only a second person with authority says yes, and all of it is in the trail',
  async (kind, row) => {
    await using desk = await deskOwed1000();
    const omar = await desk.member(row.asker ?? 'cfo');
    const requestId = await row.ask(desk, omar);
    const stands = async () => {
      const [request] = await requestsOf(desk.db, { requestId, companies: 'all' });
      return request;
    };
    expect(await stands()).toMatchObject({ kind, ended: null, outcome: null });

    // Whoever asked, at any amount and with every role; and who has no authority.
    expect(answerOf(await decide(desk, requestId, omar))).toBe('approvals.own_request');
    const rosa = await desk.member('collector');
    expect(answerOf(await decide(desk, requestId, rosa))).toMatch(/^approvals\.beyond_authority/u);
    await carryOut(desk, requestId, kind);
    expect(await stands()).toMatchObject({ ended: null, outcome: null, decisions: [] });

    const approvers = [await desk.member('cfo'), await desk.member('cfo')];
    for (const approver of approvers.slice(0, (await stands())?.needs)) {
      expect(answerOf(await decide(desk, requestId, approver))).toBe('accepted');
    }
    await carryOut(desk, requestId, kind);
    expect(await stands()).toMatchObject({ ended: 'granted', outcome: { how: 'done' } });

    const before = await trailOf(desk, omar);
    await row.reverse(desk, omar);
    expect(await trailOf(desk, omar)).toBeGreaterThan(before);
    expect(await trailOf(desk, approvers[0])).toBe(1);
    expect(await runCommand([proveCommand], 'prove', desk, [])).toMatchObject({ exit: 0 });
  },
);

test(
  'after 10,000 actions at once the trail proves; one altered byte is found and named',
  { timeout: 180_000 },
  async () => {
    await using desk = await deskOwed1000();
    const rosa = await desk.member('collector');
    const maya = await desk.member('manager');
    const total = 10_000;
    let next = 0;
    // As many at once as there are connections, of several persons, until all are done.
    async function work(actor: Actor): Promise<void> {
      for (let index = next++; index < total; index = next++) {
        const input = { index };
        const doing = { action: 'test.did', actor, reason: 'because', input };
        await perform(desk, doing, async (context) => {
          context.did({ what: 'thing', id: newId(), facts: { index } });
          return accept(index);
        });
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, at) => work(at % 2 === 0 ? rosa : maya)));
    expect(await runCommand([proveCommand], 'prove', desk, [])).toMatchObject({ exit: 0 });

    const owner = openDb(desk.url, { asOwner: true, poolSize: 1 });
    const at = 5_000;
    const { audit_id: auditId } = await owner.one(sql<{ audit_id: string }>`
      select audit_id from platform.audit_seal where position = ${at}`);
    await owner.run(sql`
      update platform.audit
         set action = 'test.dad'
       where audit_id = ${auditId}`);
    await owner.close();
    const proved = await runCommand([proveCommand], 'prove', desk, []);
    expect(proved.exit).toBe(1);
    expect(proved.err).toContain(`row changed at position ${at}, audit row ${auditId}`);
  },
);

function decide(desk: ApprovalDesk, requestId: Id, by: Actor) {
  return desk.act(
    (context) => decideRequest(context, { requestId, said: 'yes', companies: 'all' }),
    by,
  );
}

/** What the product does on the news that it is granted; nothing while it is not. */
async function carryOut(desk: ApprovalDesk, requestId: Id, kind: string): Promise<void> {
  const name = 'approvals.request_granted';
  const { accountId } = desk;
  const event = { eventId: newId(), name, at: desk.clock.now(), accountId };
  for (const { hear, listener } of listeners.filter((each) => each.event === name)) {
    if (listener === 'clocks.end_request_watch') continue;
    await desk.done(async (context) =>
      accept(await hear(context, { ...event, payload: { requestId, kind } })),
    );
  }
}

/** How many actions of a person the audit trail holds. */
async function trailOf(desk: ApprovalDesk, actor: Actor | undefined): Promise<number> {
  const { count } = await desk.db.one(sql<{ count: bigint }>`
    select count(*) as count from platform.audit where actor = ${actor?.ref ?? ''}`);
  return Number(count);
}
