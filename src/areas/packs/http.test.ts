import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { type MailServer, mailServer } from '#test/support/mail-server.ts';
import { type Browser, type TestDesk, openDesk } from '#test/support/http-desk.ts';
import { sendNextPack } from './answers/send-packs.ts';

const every = { every: 'month', businessDay: 3, hour: 8 } as const;
const plan = {
  kind: 'over-60',
  name: 'Over 60 to the controller',
  rhythm: every,
  recipients: [{ kind: 'role', role: 'controller' }],
};

async function desk(): Promise<{
  desk: TestDesk;
  companyId: Id;
  server: MailServer;
  carol: Browser;
  rosa: Browser;
  [Symbol.asyncDispose](): Promise<void>;
}> {
  const server = await mailServer();
  const opened = await openDesk({ mail: server.mail });
  const companyId = await opened.company('MAIN');
  return {
    desk: opened,
    companyId,
    server,
    carol: await opened.signIn(await opened.member('controller')),
    rosa: await opened.signIn(await opened.member('collector')),
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const fieldOf = (body: unknown, name: string): string => {
  if (typeof body !== 'object' || body === null) return '';
  return String(Object.entries(body).find(([key]) => key === name)?.[1] ?? '');
};

test('a pack is scheduled, sent now, archived, downloaded and signed', async () => {
  await using open = await desk();
  const { carol, server } = open;
  const made = await carol.send('POST', '/api/v1/packs/schedules', plan);
  expect(made.status).toBe(200);
  const scheduleId = fieldOf(made.body, 'scheduleId');
  const listed = await carol.get('/api/v1/packs/schedules');
  expect(listed.body).toMatchObject({
    mailSetUp: true,
    rows: [
      {
        name: plan.name,
        state: 'active',
        next: { on: '2026-12-03', hour: 8, period: '2026-12' },
        rhythmText: 'every month on business day 3 at 8:00',
      },
    ],
  });
  const sent = await carol.send('POST', `/api/v1/packs/schedules/${scheduleId}/issues`, {});
  const issueId = fieldOf(sent.body, 'issueId');
  expect(await sendNextPack(open.desk, server.mail)).toBe(true);
  expect(server.letters).toHaveLength(1);
  const archive = await carol.get('/api/v1/packs/issues');
  expect(archive.body).toMatchObject({ count: 1, rows: [{ issueId, toSign: true }] });
  const shown = await carol.get(`/api/v1/packs/issues/${issueId}`);
  expect(shown.body).toMatchObject({ edition: { title: 'Over 60 days' } });
  const file = `/api/v1/packs/issues/${issueId}/file`;
  const mail = await carol.get(`${file}?format=txt`);
  expect(mail.text).toContain('Nothing is more than 60 days past due.');
  expect((await carol.get(`${file}?format=pdf`)).headers['content-type']).toBe('application/pdf');
  const signed = await carol.send('POST', `/api/v1/packs/issues/${issueId}/sign-off`, {
    note: 'ok',
  });
  expect(signed.status).toBe(200);
  const again = await carol.send('POST', `/api/v1/packs/issues/${issueId}/sign-off`, {});
  expect(again.body).toMatchObject({ code: 'packs.signed_already' });
});

test('the issue of a period is sent twice only where that is asked', async () => {
  await using open = await desk();
  const { carol } = open;
  const made = await carol.send('POST', '/api/v1/packs/schedules', plan);
  const issues = `/api/v1/packs/schedules/${fieldOf(made.body, 'scheduleId')}/issues`;
  const pressed = await Promise.all([
    carol.send('POST', issues, {}),
    carol.send('POST', issues, {}),
  ]);
  expect(new Set(pressed.map(({ status }) => status))).toEqual(new Set([200, 422]));
  const third = await carol.send('POST', issues, {});
  expect(third.body).toMatchObject({
    code: 'packs.issued_already',
    detail: 'The issue of 2026-11 is made and sent already; the archive has it.',
  });
  expect((await carol.send('POST', issues, { again: true })).status).toBe(200);
  const past = { asOf: '2026-09-30' };
  expect((await carol.send('POST', issues, past)).status).toBe(200);
  expect((await carol.send('POST', issues, past)).body).toMatchObject({
    detail: 'The issue of Sep 30, 2026 is made and sent already; the archive has it.',
  });
  expect((await carol.get('/api/v1/packs/issues')).body).toMatchObject({ count: 3 });
});

test('a pack sent to oneself goes once however often it is pressed, again when asked', async () => {
  await using open = await desk();
  const { carol, rosa } = open;
  const press = (more: object = {}, who = carol) =>
    who.send('POST', '/api/v1/packs/issues', { kind: 'portfolio', ...more });
  const [one, other] = await Promise.all([press(), press()]);
  expect([one.status, other.status]).toEqual([200, 200]);
  const issueId = fieldOf(one.body, 'issueId');
  expect(fieldOf(other.body, 'issueId')).toBe(issueId);
  expect((await press()).body).toEqual({ issueId, already: true });
  const count = async () => fieldOf((await carol.get('/api/v1/packs/issues')).body, 'count');
  expect(await count()).toBe('1');
  // Another day, another person, or the wish for one more is another pack.
  expect((await press({ asOf: '2026-10-31' })).body).toMatchObject({ already: false });
  expect((await press({}, rosa)).body).toMatchObject({ already: false });
  expect((await press({ again: true })).body).toMatchObject({ already: false });
  expect(await count()).toBe('4');
});

test('a collector schedules, signs and opens nothing that is not theirs', async () => {
  await using open = await desk();
  const { carol, rosa } = open;
  const made = await carol.send('POST', '/api/v1/packs/schedules', plan);
  const scheduleId = fieldOf(made.body, 'scheduleId');
  const sent = await carol.send('POST', `/api/v1/packs/schedules/${scheduleId}/issues`, {});
  const issueId = fieldOf(sent.body, 'issueId');
  expect((await rosa.send('POST', '/api/v1/packs/schedules', plan)).status).toBe(403);
  const now = await rosa.send('POST', `/api/v1/packs/schedules/${scheduleId}/issues`, {});
  expect(now.status).toBe(403);
  const sign = await rosa.send('POST', `/api/v1/packs/issues/${issueId}/sign-off`, {});
  expect(sign.status).toBe(403);
  const opened = await rosa.get(`/api/v1/packs/issues/${issueId}`);
  expect(opened.body).toMatchObject({ code: 'packs.no_such_issue' });
  expect((await rosa.get('/api/v1/packs/issues')).body).toMatchObject({ count: 0 });
  const preview = await rosa.get('/api/v1/packs/preview?kind=month-aging');
  expect(preview.body).toMatchObject({ code: 'packs.not_for_you' });
  const mine = await rosa.send('POST', '/api/v1/packs/issues', { kind: 'portfolio' });
  expect(mine.status).toBe(200);
  expect((await rosa.get('/api/v1/packs/issues')).body).toMatchObject({
    count: 1,
    rows: [{ kind: 'portfolio', editions: [{ own: true }] }],
  });
});

test('whoever may read a pack subscribes, and leaves again', async () => {
  await using open = await desk();
  const { carol, rosa } = open;
  const made = await carol.send('POST', '/api/v1/packs/schedules', { ...plan, kind: 'portfolio' });
  const path = `/api/v1/packs/schedules/${fieldOf(made.body, 'scheduleId')}/subscription`;
  expect((await rosa.send('POST', path, { wanted: true })).status).toBe(200);
  const listed = async () => (await rosa.get('/api/v1/packs/schedules')).body;
  expect(await listed()).toMatchObject({ rows: [{ subscribed: true }] });
  await rosa.send('POST', path, { wanted: false });
  expect(await listed()).toMatchObject({ rows: [{ subscribed: false }] });
});

test.each([
  [{ ...plan, kind: 'horoscope' }, 'packs.no_such_kind'],
  [{ ...plan, recipients: [] }, 'packs.nobody_named'],
  [{ ...plan, reviewOn: '2026-11-01' }, 'packs.review_passed'],
])('%# a schedule that cannot be kept is refused by name', async (body, code) => {
  await using open = await desk();
  const answer = await open.carol.send('POST', '/api/v1/packs/schedules', body);
  expect(answer.body).toMatchObject({ code });
});

test('an account over 60 days stands first until somebody says why and what is done', async () => {
  await using open = await desk();
  const { carol, rosa } = open;
  const empty = await carol.get('/api/v1/packs/over-60');
  expect(empty.body).toMatchObject({ asOf: '2026-11-20', rows: [], lacking: 0, mayPlan: true });
  const { desk: house } = open;
  const accountId = await house.account(open.companyId, 'NORTH');
  const plans = { plan: 'Credit on Friday', dueOn: '2026-11-27' };
  const said = await rosa.send('PUT', `/api/v1/packs/over-60/${accountId}`, plans);
  expect(said.status).toBe(200);
  const cause = { cause: 'price_wrong' };
  const nothingLate = await rosa.send('PUT', `/api/v1/packs/over-60/${accountId}`, cause);
  expect(nothingLate.body).toMatchObject({ code: 'packs.no_late_debt' });
  const silent = await rosa.send('PUT', `/api/v1/packs/over-60/${accountId}`, {});
  expect(silent.body).toMatchObject({ code: 'packs.nothing_said' });
  const passed = { ...plans, dueOn: '2026-11-01' };
  const refused = await rosa.send('PUT', `/api/v1/packs/over-60/${accountId}`, passed);
  expect(refused.body).toMatchObject({ code: 'packs.plan_day_passed' });
});
