import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { accept } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import type { HeardEvent } from '#platform/events/listener.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { endRequestWatch, letRequestLapse, watchRequest } from './reactions.ts';

type Hear = (context: Context, event: HeardEvent) => Promise<void>;

async function deskThatHears() {
  const desk = await deskOwed1000();
  const { accountId, companyId } = desk;
  const at = instant('2026-07-20T16:00:00Z');
  return {
    ...desk,
    hear: (listen: Hear, name: string, payload: HeardEvent['payload']) =>
      desk.done(async (context) =>
        accept(await listen(context, { eventId: newId(), name, at, accountId, payload })),
      ),
    asked: (requestId: Id) => ({ requestId, companyId, kind: 'refund', expiresOn: '2026-08-03' }),
    standing: () =>
      desk.db.all(sql`select kind, state, due_on from clocks.clock_card order by clock_id`),
  };
}

test('a request is watched until it ends, and lapses when nobody decides', async () => {
  await using desk = await deskThatHears();
  const [decided, taken, forgotten] = [newId(), newId(), newId()];
  for (const requestId of [decided, taken, forgotten]) {
    await desk.hear(watchRequest, 'approvals.approval_asked', desk.asked(requestId));
  }
  await desk.hear(endRequestWatch, 'approvals.request_granted', { requestId: decided });
  await desk.hear(endRequestWatch, 'approvals.request_withdrawn', { requestId: taken });
  const clock = { kind: 'approval_expiry', due_on: '2026-08-03' };
  expect(await desk.standing()).toEqual([
    { ...clock, state: 'met' },
    { ...clock, state: 'void' },
    { ...clock, state: 'running' },
  ]);
  const key = `approval/${forgotten}/expiry`;
  await desk.hear(letRequestLapse, 'clocks.clock_passed', { kind: 'dispute_answer', key });
  expect((await desk.standing()).at(-1)).toMatchObject({ state: 'running' });
  await desk.hear(letRequestLapse, 'clocks.clock_passed', { kind: 'approval_expiry', key });
  expect((await desk.standing()).at(-1)).toMatchObject({ state: 'void' });
});
