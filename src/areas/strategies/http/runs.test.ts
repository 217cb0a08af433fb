import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { published } from '#test/support/policies.ts';
import {
  type StrategyFile,
  fileStep,
  ladderFile,
  robot,
  zone,
} from '#test/support/strategy-desk.ts';
import { finishBegun } from '../actions/finish-begun.ts';

const nobody = { ref: 'job:test', memberId: null };
const doing = { action: 'test.story', actor: nobody, reason: 'the story', input: null };

/** An account that is 50 days late, a ladder in force whose first step must be approved. */
async function deskWithLadder(file: object = {}) {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const done = await perform(desk, doing, async (context) => {
    const stated = [{ customerNumber: 'NORTH', name: 'North' }];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const owed = { amount: '1000', issued: '2026-09-01' };
    accepted(await postItem(context, documentWish(accountId, 'invoice', owed)));
    return accept(accountId);
  });
  await inForce(desk, { ...ladderFile, steps: [approvedStep], ...file });
  const mia = await desk.signIn(await desk.member('manager'));
  const finish = () => finishBegun(desk, { zone, actor: robot, reason: 'a minute later' });
  return { ...desk, companyId, accountId: accepted(done).answer, mia, finish };
}

const approvedStep = fileStep('l1', '5', 'email', { approval: 'always' });

type Opened = Awaited<ReturnType<typeof openDesk>>;

async function inForce(desk: Opened, file: StrategyFile): Promise<void> {
  const story = {
    done: async <T, R extends string>(work: Work<T, R>, actor = nobody): Promise<T> =>
      accepted(await perform(desk, { ...doing, actor }, work)).answer,
    async member(role: 'manager') {
      const { memberId } = await desk.member(role);
      return { ref: `member:${memberId}`, memberId };
    },
  };
  const from = desk.clock.today();
  const text = JSON.stringify(file);
  await published(story, file.key, text, { judged: file, from });
}
type Work<T, R extends string> = Parameters<typeof perform<T, R>>[2];

const reason = 'the Monday run';

test('a run is begun, goes on in the background, and is told with its reasons', async () => {
  await using desk = await deskWithLadder();
  const begun = await desk.mia.send('POST', '/api/v1/strategy-runs', { reason });
  expect(begun.status).toBe(200);
  expect(await desk.finish()).toBe(1);
  const { body } = await desk.mia.get('/api/v1/strategy-runs');
  expect(body).toMatchObject({
    rows: [{ state: 'complete', accounts: 1, stored: 1, proposed: 1, parts: 1, partsDone: 1 }],
    nextCursor: null,
  });
  const [runId] = idsOf(begun.body);
  const one = await desk.mia.get(`/api/v1/strategy-runs/${runId}`);
  expect(one.body).toMatchObject({
    run: { documents: [{ key: 'ladder', version: 1, experiment: false }] },
    reasons: [],
  });
  const replay = await desk.mia.get(`/api/v1/strategy-runs/${runId}/replay`);
  expect(replay.body).toEqual({ decisions: 1, same: 1, different: [] });
  const late = { reason: 'too late' };
  const over = await desk.mia.send('POST', `/api/v1/strategy-runs/${runId}/cancellation`, late);
  expect(over).toMatchObject({ status: 422, body: { code: 'strategies.run_ended' } });
});

function idsOf(body: unknown): readonly string[] {
  // The answer of the route above.
  return (body as { readonly runIds: readonly string[] }).runIds;
}

test('a run that is called off stops before its next part', async () => {
  await using desk = await deskWithLadder();
  const begun = await desk.mia.send('POST', '/api/v1/strategy-runs', { reason });
  const [runId] = idsOf(begun.body);
  const path = `/api/v1/strategy-runs/${runId}/cancellation`;
  expect(await desk.mia.send('POST', path, { reason: 'wrong day' })).toMatchObject({
    body: { state: 'cancelled' },
  });
  expect(await desk.finish()).toBe(0);
  expect((await desk.mia.get('/api/v1/strategy-steps')).body).toMatchObject({ rows: [] });
});

test('proposed steps are listed, counted by channel and decided together', async () => {
  await using desk = await deskWithLadder();
  await desk.mia.send('POST', '/api/v1/strategy-runs', { reason });
  await desk.finish();
  const list = '/api/v1/strategy-steps?state=proposed&channel=email&approval=true';
  const { body } = await desk.mia.get(list);
  expect(body).toMatchObject({
    rows: [
      {
        account: 'NORTH',
        step: 'l1',
        act: 'email',
        amount: '1000.00',
        needsApproval: true,
        asks: [{ currency: 'USD', net: '1000.00', interest: '0.00', total: '1000.00' }],
      },
    ],
    counts: [{ state: 'proposed', channel: 'email', count: 1 }],
    count: 1,
  });
  // The answer of the route above.
  const { rows } = body as { readonly rows: readonly { readonly proposalId: Id }[] };
  const proposalIds = rows.map(({ proposalId }) => proposalId);
  const path = '/api/v1/strategy-steps/decisions';
  const decided = await desk.mia.send('POST', path, { act: 'approve', proposalIds, reason });
  expect(decided.body).toEqual({ changed: 1, queued: 0 });
  const approved = await desk.mia.get('/api/v1/strategy-steps?state=approved');
  expect(approved.body).toMatchObject({ rows: [{ account: 'NORTH', state: 'approved' }] });
});

test('a channel is off until it is switched on, and says who did and why', async () => {
  await using desk = await deskWithLadder();
  const path = `/api/v1/strategy-channels/${desk.companyId}/email`;
  const before = await desk.mia.get('/api/v1/strategy-channels');
  expect(before.body).toMatchObject({ strategies: ['ladder'] });
  expect(before.body).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ channel: 'email', isOn: false })]),
  });
  await desk.mia.send('PUT', path, { isOn: true, onlyFor: ['ladder'], reason: 'canary' });
  const after = await desk.mia.get('/api/v1/strategy-channels');
  expect(after.body).toMatchObject({
    rows: expect.arrayContaining([
      expect.objectContaining({
        channel: 'email',
        isOn: true,
        onlyFor: ['ladder'],
        reason: 'canary',
      }),
    ]),
  });
});

test('an experiment splits nothing until it is switched on, then tells both sides', async () => {
  const from = '2026-11-01';
  const experiment = { challenger: 'softer', share: '50', from, to: '2026-12-31' };
  await using desk = await deskWithLadder({ experiment });
  await inForce(desk, { ...ladderFile, key: 'softer', segment: { order: '99', where: [] } });
  await desk.mia.send('POST', '/api/v1/strategy-runs', { reason });
  await desk.finish();
  const path = '/api/v1/strategy-experiments';
  expect((await desk.mia.get(path)).body).toMatchObject({
    rows: [{ isOn: false, champion: { accounts: 0 }, challenged: { accounts: 0 } }],
  });
  expect((await desk.mia.get(path)).body).toMatchObject({
    rows: [{ state: 'off', lastWord: null }],
  });
  const refused = await desk.mia.send('PUT', `${path}/softer`, { isOn: true, reason });
  expect(refused).toMatchObject({ status: 422, body: { code: 'strategies.no_experiment' } });
  await desk.mia.send('PUT', `${path}/ladder`, { isOn: true, reason });
  await desk.mia.send('POST', '/api/v1/strategy-runs', { reason });
  await desk.finish();
  const { body } = await desk.mia.get(path);
  expect(body).toMatchObject({
    rows: [
      {
        state: 'runs',
        lastWord: { reason },
        strategy: 'ladder',
        challenger: 'softer',
        isOn: true,
        interval: null,
        better: null,
      },
    ],
  });
  // The answer of the route above.
  const { rows } = body as { readonly rows: readonly Sides[] };
  expect(rows.map((row) => row.champion.accounts + row.challenged.accounts)).toEqual([1]);
});

test('an experiment whose last day has passed is not started', async () => {
  const days = { from: '2026-11-01', to: '2026-11-10' };
  await using desk = await deskWithLadder({
    experiment: { challenger: 'softer', share: '50', ...days },
  });
  const path = '/api/v1/strategy-experiments';
  expect((await desk.mia.get(path)).body).toMatchObject({ rows: [{ state: 'over' }] });
  expect(await desk.mia.send('PUT', `${path}/ladder`, { isOn: true, reason })).toMatchObject({
    status: 422,
    body: { code: 'strategies.experiment_over' },
  });
});

type Side = { readonly accounts: number };
type Sides = { readonly champion: Side; readonly challenged: Side };

test('a collector may look and neither run, approve nor switch', async () => {
  await using desk = await deskWithLadder();
  const rosa = await desk.signIn(await desk.member('collector'));
  expect((await rosa.get('/api/v1/strategy-steps')).status).toBe(200);
  const proposalIds = [desk.accountId];
  const decision = { act: 'approve', proposalIds, reason };
  const channel = `/api/v1/strategy-channels/${desk.companyId}/email`;
  const refused = await Promise.all([
    rosa.send('POST', '/api/v1/strategy-runs', { reason }),
    rosa.send('POST', '/api/v1/strategy-steps/decisions', decision),
    rosa.send('PUT', channel, { isOn: true, reason }),
    rosa.send('PUT', '/api/v1/strategy-experiments/ladder', { isOn: true, reason }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
});
