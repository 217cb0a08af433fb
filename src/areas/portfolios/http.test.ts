import { expect, test } from 'vitest';
import type { Role } from '#platform/auth/roles.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

/** Two companies; in ACME a Texan account owes $1,000 and one in New York nothing. */
async function deskOfTwo() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  await desk.company('OTHER');
  const doing = {
    action: 'test.book',
    actor: { ref: 'job:test', memberId: null },
    reason: 'for the test',
    input: null,
  };
  const done = await perform(desk, doing, async (context) => {
    const stated = [
      { customerNumber: 'NORTH', name: 'North', state: 'TX' },
      { customerNumber: 'YORK', name: 'York', state: 'NY' },
    ];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    const wish = documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' });
    accepted(await postItem(context, wish));
    return accept(null);
  });
  accepted(done);
  const rosa = await desk.member('collector');
  const as = async (role: Role) => desk.signIn(await desk.member(role));
  return { ...desk, rosa, as };
}

const base = '/api/v1/portfolio';

test('rules are saved, previewed, applied and taken back', async () => {
  await using desk = await deskOfTwo();
  const lead = await desk.as('manager');
  const rule = {
    name: 'Texas, over 500',
    when: { states: ['TX'], overdueFrom: '500.00' },
    give: { to: 'member', memberIds: [desk.rosa.memberId] },
  };
  const body = { company: 'ACME', rules: [rule], changed: 0, reason: 'spring' };
  expect((await lead.send('PUT', `${base}/rules`, body)).body).toEqual({ version: 1 });
  const kept = await lead.get(`${base}/rules?company=ACME`);
  expect(kept.body).toMatchObject({ version: 1, currency: 'USD', rules: [rule] });
  expect((await lead.send('PUT', `${base}/rules`, body)).body).toMatchObject({
    code: 'portfolios.rules_changed_meanwhile',
  });

  const wish = { company: 'ACME', reason: 'spring' };
  const preview = await lead.send('POST', `${base}/apply-rules?dryRun=true`, wish);
  expect(preview.body).toMatchObject({
    dryRun: true,
    answer: { accounts: 1, balance: '1000.00', moves: [{ account: 'NORTH', rule: 1 }] },
  });
  const applied = await lead.send('POST', `${base}/apply-rules`, { ...wish, expected: 1 });
  expect(applied.status).toBe(200);
  const seen = await lead.get(`${base}?company=ACME`);
  expect(seen.body).toMatchObject({
    unassigned: [{ account: 'YORK' }],
    acts: [{ kind: 'rules', accounts: 1, undone: false, reason: 'spring' }],
  });
  // Checked to be an effect just above.
  const { reassignmentId } = applied.body as { reassignmentId: string };
  const undone = await lead.send('POST', `${base}/acts/${reassignmentId}/undo`, { reason: 'no' });
  expect(undone.body).toEqual({ restored: 1, leftAlone: 0 });
});

test('the same key moves accounts once', async () => {
  await using desk = await deskOfTwo();
  const lead = await desk.as('manager');
  const body = {
    company: 'ACME',
    filter: { states: ['TX'] },
    memberIds: [desk.rosa.memberId],
    reason: 'hers',
  };
  const key = { 'idempotency-key': 'one-act' };
  const first = await lead.send('POST', `${base}/reassign`, body, key);
  const second = await lead.send('POST', `${base}/reassign`, body, key);
  expect(first.status).toBe(200);
  expect(second.body).toEqual(first.body);
  const { body: seen } = await lead.get(`${base}?company=ACME`);
  expect(seen).toMatchObject({ acts: [{ kind: 'bulk', accounts: 1 }] });
});

test('collectors read the portfolio and change none of it', async () => {
  await using desk = await deskOfTwo();
  const rosa = await desk.signIn(desk.rosa);
  expect((await rosa.get(`${base}?company=ACME`)).status).toBe(200);
  const body = { company: 'ACME', reason: 'mine' };
  expect((await rosa.send('POST', `${base}/apply-rules`, body)).status).toBe(403);
  expect((await rosa.send('POST', `${base}/rebalance`, body)).status).toBe(403);
});

test('a company that one does not work for is not there', async () => {
  await using desk = await deskOfTwo();
  const limited = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  for (const path of [`${base}?company=ACME`, `${base}/rules?company=ACME`]) {
    expect((await limited.get(path)).body).toMatchObject({ code: 'team.no_such_company' });
  }
  const body = { company: 'ACME', reason: 'mine' };
  const refused = await limited.send('POST', `${base}/apply-rules`, body);
  expect(refused.body).toMatchObject({ code: 'team.no_such_company' });
});

test('a campaign is started, seen with its figures, changed and ended', async () => {
  await using desk = await deskOfTwo();
  const lead = await desk.as('manager');
  const terms = { name: 'Texas week', text: 'Call first', goal: '500.00', endsOn: '2026-11-27' };
  const wish = { company: 'ACME', ...terms, filter: { states: ['TX'] } };
  const started = await lead.send('POST', '/api/v1/campaigns', wish);
  expect(started.body).toMatchObject({ accounts: 1, asked: '1000.00', currency: 'USD' });
  const { body } = await lead.get('/api/v1/campaigns?company=ACME');
  expect(body).toMatchObject({
    rows: [{ name: 'Texas week', goal: '500.00', collected: '0.00', running: true }],
  });
  const shared = { ...wish, name: 'Hers', memberIds: [desk.rosa.memberId] };
  await lead.send('POST', '/api/v1/campaigns', shared);
  const rosa = await desk.signIn(desk.rosa);
  // Whoever has no account in a campaign has no part of it.
  expect((await rosa.get('/api/v1/campaigns?running=true')).body).toMatchObject({
    rows: [
      { name: 'Hers', mine: { accounts: 1, done: 0, promised: 0, collected: '0.00' } },
      { name: 'Texas week', mine: null },
    ],
  });
  // Checked to be a campaign just above.
  const { campaignId } = started.body as { campaignId: string };
  const path = `/api/v1/campaigns/${campaignId}`;
  const changed = await lead.send('PUT', path, { ...terms, name: 'Texas', reason: 'shorter' });
  expect(changed.status).toBe(200);
  const other = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  expect((await other.send('POST', `${path}/end`, { reason: 'x' })).body).toMatchObject({
    code: 'portfolios.no_such_campaign',
  });
  const ended = await lead.send('POST', `${path}/end`, { reason: 'done' });
  expect(ended.body).toEqual({ endedOn: '2026-11-20' });
});
