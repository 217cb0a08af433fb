import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('a plan of action is set, worked and ended, by who may work the list', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const auditor = await desk.signIn(await desk.member('auditor'));
  const path = `/api/v1/accounts/${accountId}/action-plans`;
  const wish = { response: 'refuses', goal: 'Decide by the end of the month.' };
  expect((await auditor.send('POST', path, wish)).status).toBe(403);
  const made = await rosa.send('POST', path, wish);
  // The answer was held to its contract by the server.
  const { planId } = made.body as { planId: string };
  const step = (no: number, body: object) =>
    rosa.send('POST', `${path}/${planId}/steps/${no}`, body);
  expect((await step(1, { what: 'done', note: 'Maya knows.' })).body).toEqual({ state: 'done' });
  expect((await step(2, { what: 'moved' })).body).toMatchObject({
    code: 'action_plan.day_missing',
  });
  const own = { title: 'Ask their bank', dueOn: '2030-01-02' };
  expect((await rosa.send('POST', `${path}/${planId}/steps`, own)).body).toEqual({ no: 5 });
  expect((await rosa.get('/api/v1/action-plans?mine=true')).body).toMatchObject({
    rows: [{ planId, state: 'open', steps: [{}, {}, {}, {}, {}] }],
  });
  const end = { result: 'escalated', note: 'With the lawyer.' };
  expect((await auditor.send('POST', `${path}/${planId}/end`, end)).status).toBe(403);
  expect((await rosa.send('POST', `${path}/${planId}/end`, end)).body).toEqual({
    result: 'escalated',
  });
  expect((await rosa.get(path)).body).toMatchObject({ rows: [{ state: 'ended' }] });
});
