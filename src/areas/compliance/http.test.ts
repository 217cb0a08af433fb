/** The gate over HTTP: asked, recorded, listed; what is refused and who is. */
import { describe, expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { ensureAccounts } from '#areas/customers/index.ts';
import { postItem } from '#areas/ledger/actions/post-item.ts';
import { documentWish } from '#test/support/builders.ts';
import { openDesk } from '#test/support/http-desk.ts';

const doing = {
  action: 'test.book',
  actor: { ref: 'job:test', memberId: null },
  reason: 'for the test',
  input: null,
};

/** NORTH in Ohio owes $1,000 since October; Rosa collects, Max manages. */
async function deskWithNorth() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  const done = await perform(desk, doing, async (context) => {
    const stated = [
      {
        customerNumber: 'NORTH',
        name: 'North',
        state: 'OH',
        country: 'US',
        email: 'ann@north.example',
        phone: '614-555-0142',
        contactName: 'Ann Orr',
      },
    ];
    const ensured = await ensureAccounts(context, companyId, stated, { source: 'test' });
    const accountId = ensured.get('NORTH')?.accountId ?? companyId;
    await postItem(
      context,
      documentWish(accountId, 'invoice', { amount: '1000', issued: '2026-09-01' }),
    );
    return accept(accountId);
  });
  const accountId = accepted(done).answer;
  const rosa = await desk.signIn(await desk.member('collector'));
  const max = await desk.signIn(await desk.member('manager'));
  return { ...desk, accountId, rosa, max, path: `/api/v1/accounts/${accountId}` };
}

const reasonsIn = (body: unknown): unknown =>
  // The contract's answer.
  (body as { reasons: { id: string }[] }).reasons.map(({ id }) => id);

describe('the gate over HTTP', () => {
  test('answers what stands about an account, by channel and person', async () => {
    await using desk = await deskWithNorth();
    const { body } = await desk.rosa.get(`${desk.path}/compliance`);
    expect(body).toMatchObject({
      channels: [
        { channel: 'call', contactName: 'Ann Orr', address: '614-555-0142', allowed: true },
        { channel: 'sms', allowed: false, reasons: [{ id: 'MISSING.consent' }] },
        { channel: 'email', allowed: true },
        { channel: 'letter', contactName: null, allowed: true },
      ],
      profile: { purpose: 'commercial', state: 'OH', zones: ['America/New_York'], stated: null },
      holds: [],
      consents: [],
    });
  });

  test('answers a question without a permit, and stores one that is asked for', async () => {
    await using desk = await deskWithNorth();
    const asked = await desk.rosa.get(
      `${desk.path}/may-contact?channel=call&address=6145550142&at=2026-11-20T11:00:00Z`,
    );
    expect(asked.body).toMatchObject({
      allowed: false,
      reasons: [
        { id: 'B2B.HOURS', pack: 'POLICY-B2B', text: expect.stringContaining('business day') },
      ],
      nextAllowedAt: '2026-11-20T13:00:00.000000Z',
    });
    expect((await desk.rosa.get(`${desk.path}/permits`)).body).toMatchObject({ count: 0 });
    const permit = await desk.rosa.send('POST', `${desk.path}/permits`, { channel: 'sms' });
    expect(permit.status).toBe(200);
    expect(reasonsIn(permit.body)).toEqual(['MISSING.address', 'MISSING.consent']);
    expect((await desk.rosa.get(`${desk.path}/permits?kind=blocked`)).body).toMatchObject({
      count: 1,
      rows: [{ account: 'NORTH', kind: 'blocked', channel: 'sms', used: false }],
    });
  });

  test('writes a contact down under its permit, once', async () => {
    await using desk = await deskWithNorth();
    const asked = await desk.rosa.send('POST', `${desk.path}/permits`, {
      channel: 'call',
      address: '6145550142',
    });
    // The contract's answer.
    const { permitId } = asked.body as { permitId: Id };
    const made = { permitId, channel: 'voicemail', result: 'left_message', address: '6145550142' };
    expect((await desk.rosa.send('POST', `${desk.path}/contact-log`, made)).status).toBe(200);
    expect(await desk.rosa.send('POST', `${desk.path}/contact-log`, made)).toMatchObject({
      status: 422,
      body: { code: 'compliance.permit_used' },
    });
    expect((await desk.rosa.get('/api/v1/compliance/contacts')).body).toMatchObject({
      count: 1,
      rows: [
        { account: 'NORTH', channel: 'voicemail', result: 'left_message', permitKind: 'allowed' },
      ],
    });
  });

  test('lists what was reported with its breach, and gives the log as a file', async () => {
    await using desk = await deskWithNorth();
    const told = {
      direction: 'out',
      channel: 'visit',
      result: 'conversation',
      about: 'visit',
      purpose: 'collect',
      at: '2026-11-20T03:00:00Z',
    };
    const done = await desk.rosa.send('POST', `${desk.path}/contact-log/reported`, told);
    expect(done.body).toMatchObject({ breaches: ['B2B.HOURS'] });
    const log = await desk.rosa.get('/api/v1/compliance/contacts?breach=true');
    expect(log.body).toMatchObject({ count: 1, rows: [{ breaches: [{ id: 'B2B.HOURS' }] }] });
    const csv = await desk.rosa.get('/api/v1/compliance/contacts/file?format=csv');
    expect(csv.text).toContain('NORTH,North,,visit,by us,conversation');
    const sheet = await desk.rosa.get('/api/v1/compliance/contacts/file?format=xlsx');
    expect(sheet.headers['content-type']).toContain('spreadsheetml');
    expect((await desk.rosa.get('/api/v1/compliance/contacts?direction=in')).body).toMatchObject({
      count: 0,
    });
  });

  test('an account’s contacts and permits page through', async () => {
    await using desk = await deskWithNorth();
    for (const channel of ['sms', 'email', 'call']) {
      await desk.rosa.send('POST', `${desk.path}/permits`, { channel });
    }
    const first = await desk.rosa.get(`${desk.path}/permits?limit=2`);
    expect(first.body).toMatchObject({
      count: 3,
      rows: [{ channel: 'call' }, { channel: 'email' }],
    });
    // The contract's answer.
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await desk.rosa.get(`${desk.path}/permits?limit=2&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ rows: [{ channel: 'sms' }], nextCursor: null });
    const all = await desk.rosa.get('/api/v1/compliance/permits?kind=blocked&channel=email');
    expect(all.body).toMatchObject({ count: 1 });
  });
});

describe('what people say', () => {
  test('is written down by whoever hears it; only who may lifts a hold', async () => {
    await using desk = await deskWithNorth();
    const stop = { said: 'no', channel: 'sms', address: '614 555 0142', source: 'call' };
    expect((await desk.rosa.send('POST', `${desk.path}/consents`, stop)).status).toBe(200);
    const placed = await desk.rosa.send('POST', `${desk.path}/holds`, {
      kind: 'bankruptcy',
      evidence: 'Petition 26-10442',
      details: { court: 'S.D. Ohio' },
    });
    // The contract's answer.
    const { holdId } = placed.body as { holdId: Id };
    const { body } = await desk.rosa.get(`${desk.path}/compliance`);
    expect(body).toMatchObject({
      holds: [{ kind: 'bankruptcy', standing: true, startsOn: '2026-11-20', ended: null }],
      consents: [{ said: 'no', address: '+16145550142', counts: true, latestStop: '2026-12-07' }],
    });
    const end = `${desk.path}/holds/${holdId}/end`;
    const lift = { reason: 'Case dismissed' };
    expect((await desk.rosa.send('POST', end, lift)).status).toBe(403);
    expect((await desk.max.send('POST', end, lift)).status).toBe(200);
    expect((await desk.rosa.get(`${desk.path}/compliance`)).body).toMatchObject({
      holds: [{ standing: false, ended: { reason: 'Case dismissed', actor: 'The manager' } }],
    });
  });

  test('a debt is another’s kind when who may says so', async () => {
    await using desk = await deskWithNorth();
    const stated = {
      purpose: 'consumer',
      obligor: 'natural_person',
      state: 'MA',
      reason: 'sole trader',
    };
    expect((await desk.rosa.send('PUT', `${desk.path}/debt-profile`, stated)).status).toBe(403);
    expect((await desk.max.send('PUT', `${desk.path}/debt-profile`, stated)).status).toBe(200);
    const { body } = await desk.rosa.get(`${desk.path}/may-contact?channel=letter`);
    expect(body).toMatchObject({ packs: ['US-MA-940CMR7', 'US.STAY', 'POLICY-CONSUMER'] });
    const wrong = await desk.max.send('PUT', `${desk.path}/debt-profile`, {
      ...stated,
      state: 'XX',
    });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'compliance.state_unknown' } });
  });
});

describe('the packs', () => {
  test('say what they ask and that nobody has reviewed them, until a person says so', async () => {
    await using desk = await deskWithNorth();
    const packs = async (): Promise<{ id: string; enabled: boolean; review: unknown }[]> => {
      const { body } = await desk.rosa.get('/api/v1/compliance/packs');
      // The contract's answer.
      return (body as { rows: { id: string; enabled: boolean; review: unknown }[] }).rows;
    };
    const before = await packs();
    expect(before.every(({ review }) => review === null)).toBe(true);
    expect(before.find(({ id }) => id === 'US-WI-427')).toMatchObject({ enabled: false });
    expect(before.find(({ id }) => id === 'US-MA-940CMR7')).toMatchObject({
      name: 'Massachusetts',
      citation: '940 CMR 7.00',
      source: 'found',
      rules: expect.arrayContaining([
        expect.objectContaining({
          id: 'MA.2IN7',
          version: 1,
          parameters: { channels: ['call', 'voicemail', 'sms'], limit: 2, days: 7 },
        }),
      ]),
    });
    const path = '/api/v1/compliance/packs/US-MA-940CMR7/reviews';
    const review = { reviewed: true, reviewer: 'Harlow LLP', reviewedOn: '2026-11-18' };
    expect((await desk.rosa.send('POST', path, review)).status).toBe(403);
    expect((await desk.max.send('POST', path, review)).status).toBe(200);
    const after = await packs();
    expect(after.find(({ id }) => id === 'US-MA-940CMR7')?.review).toMatchObject({
      reviewed: true,
      reviewer: 'Harlow LLP',
      actor: 'The manager',
    });
  });

  test('are joined by the firm’s own policy once a second person approved it', async () => {
    await using desk = await deskWithNorth();
    const path = '/api/v1/compliance/policy';
    const example = '{name: nothing goes, at: 2026-11-20 10:00, expect: blocked}';
    const written = `caps: [{limit: 0, days: 1}]\nexamples: [${example}]\n`;
    const wish = { written, reason: 'our policy' };
    expect((await desk.rosa.send('POST', path, wish)).status).toBe(403);
    const checked = await desk.max.send('POST', `${path}/check`, { written });
    expect(checked.body).toMatchObject({
      problems: [],
      inForce: null,
      results: [{ passed: true }],
      changes: [{ before: null, after: expect.stringContaining('at most 0 contacts') }],
    });
    const wrong = await desk.max.send('POST', `${path}/check`, { written: 'caps: 7' });
    expect(wrong.body).toMatchObject({ problems: [{ line: 1, field: 'caps' }], changes: [] });
    const proposed = await desk.max.send('POST', path, wish);
    expect(proposed.body).toEqual({ key: 'contact', version: 1, passed: 1, failed: 0 });
    const version = '/api/v1/policies/contact/contact/versions/1';
    const yes = { act: 'approved', reason: 'agreed' };
    expect((await desk.max.send('POST', `${version}/decision`, yes)).status).toBe(422);
    const ingrid = await desk.signIn(await desk.member('controller'));
    expect((await ingrid.send('POST', `${version}/decision`, yes)).status).toBe(200);
    const weighed = async () => {
      const { body } = await desk.rosa.get(`${desk.path}/may-contact?channel=letter`);
      return reasonsIn(body);
    };
    expect(await weighed()).toEqual([]);
    const today = { from: desk.clock.today(), reason: 'from today' };
    expect((await desk.max.send('POST', `${version}/publication`, today)).status).toBe(200);
    expect(await weighed()).toEqual(['HOUSE.CAP0IN1']);
    const told = await desk.rosa.get(path);
    expect(told.body).toMatchObject({ version: 1, template: expect.stringContaining('limit: 0') });
  });
});
