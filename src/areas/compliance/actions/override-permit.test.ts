import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { intend, locate } from '#test/support/gate.ts';
import { overridePermit } from './override-permit.ts';
import { placeHold } from './place-hold.ts';

async function deskAtNight() {
  const desk = await deskOwed1000();
  const { accountId } = desk;
  await locate(desk, accountId, { zone: 'Pacific/Auckland' });
  const call = () =>
    desk.done(async (context) =>
      accept(await overridePermit(context, intend(accountId), 'she waits for us')),
    );
  const permits = () =>
    desk.db.all(sql`
      select p.kind, p.reasons -> 0 ->> 'id' as first, p.inputs ->> 'override' as why
        from compliance.permit p
       order by p.recorded_at, p.permit_id`);
  return { ...desk, call, permits };
}

test('the firm’s own hours give way to a reason, which is stored with the permit', async () => {
  await using desk = await deskAtNight();
  expect(await desk.call()).toMatchObject({ allowed: true });
  expect(await desk.permits()).toEqual([
    { kind: 'allowed', first: 'B2B.HOURS', why: 'she waits for us' },
  ]);
});

test('a stay gives way to no reason', async () => {
  await using desk = await deskAtNight();
  const { accountId } = desk;
  await desk.done((context) =>
    placeHold(context, {
      accountId,
      kind: 'bankruptcy',
      startsOn: context.today,
      endsOn: null,
      evidence: 'case 26-10417',
      details: {},
    }),
  );
  expect(await desk.call()).toMatchObject({ allowed: false });
  expect(await desk.permits()).toMatchObject([{ kind: 'blocked', why: null }]);
});
