import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('the health page answers 200 once the database has this program’s schema', async () => {
  await using desk = await openDesk();
  expect(await desk.ask('GET', '/healthz')).toMatchObject({ status: 200, body: { ready: true } });
  expect(await desk.ask('GET', '/readyz')).toMatchObject({ status: 200 });
});

test('the OpenAPI document is of version 3.1 and lists the served routes', async () => {
  await using desk = await openDesk();
  const { status, body } = await desk.ask('GET', '/api/v1/openapi.json');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    openapi: '3.1.0',
    paths: { '/api/v1/members': { get: {}, post: {} }, '/api/v1/events': { get: {} } },
  });
  expect(JSON.stringify(body)).not.toContain('/healthz');
});

test('the reference can be browsed under the content security policy', async () => {
  await using desk = await openDesk();
  const page = await desk.ask('GET', '/api/v1/docs/');
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/<script(?![^>]*src=)/u);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  for (const [, file = ''] of page.text.matchAll(/(?:src|href)="\.([^"]+)"/gu)) {
    expect((await desk.ask('GET', `/api/v1/docs${file}`)).status).toBe(200);
  }
});

test('every answer is hardened, and answers of the interface are never stored', async () => {
  await using desk = await openDesk();
  const { headers } = await desk.ask('GET', '/api/v1/session');
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': expect.stringContaining('max-age='),
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/u),
  });
});

test('what is not there is a problem, in the language that was asked for', async () => {
  await using desk = await openDesk();
  const headers = { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' };
  const answer = await desk.ask('GET', '/api/v1/nothing', { headers });
  expect(answer).toMatchObject({
    status: 404,
    headers: { 'content-type': 'application/problem+json' },
    body: { code: 'request.no_such_page', detail: 'Aquí no hay nada.', status: 404 },
  });
});

test('a body that cannot be read is refused field by field', async () => {
  await using desk = await openDesk();
  const wrong = await desk.ask('POST', '/api/v1/session', { body: { email: 5 } });
  expect(wrong).toMatchObject({
    status: 400,
    body: {
      code: 'request.not_understood',
      errors: [{ field: 'email' }, { field: 'password' }],
    },
  });
  const torn = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'content-type': 'application/json' },
    payload: '{"email": ',
  });
  expect(torn.statusCode).toBe(400);
  const strange = await desk.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'content-type': 'text/csv' },
    payload: 'a;b',
  });
  expect(strange.statusCode).toBe(415);
});

test.each(['/api/v1/accounts?q=%00', '/api/v1/worklist?q=%00', '/api/v1/aging?q=a%00b'])(
  'the character zero is not understood: %s',
  async (address) => {
    await using desk = await openDesk();
    const reader = await desk.signIn(await desk.member('auditor'));
    const answer = await reader.get(address);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.not_understood' } });
  },
);

test('the first day of the calendar is a day like any other', async () => {
  await using desk = await openDesk();
  const reader = await desk.signIn(await desk.member('auditor'));
  for (const page of ['aging', 'reports/over-60', 'aging/export']) {
    const answer = await reader.get(`/api/v1/${page}?asOf=0001-01-01&format=csv`);
    expect([page, answer.status]).toEqual([page, 200]);
  }
});

test('half a character in a body is not understood', async () => {
  await using desk = await openDesk();
  const body = { email: 'a\ud800', password: 'b' };
  const answer = await desk.ask('POST', '/api/v1/session', { body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.not_understood' } });
});

test('too much at once is refused by size', async () => {
  await using desk = await openDesk();
  const body = { email: 'x'.repeat(3 * 1024 * 1024), password: '' };
  const answer = await desk.ask('POST', '/api/v1/session', { body });
  expect(answer).toMatchObject({ status: 413, body: { code: 'request.too_large' } });
});

test('somebody who asks too often has to wait', async () => {
  await using desk = await openDesk({ limits: { perMinute: 3 } });
  for (let count = 0; count < 3; count += 1) await desk.ask('GET', '/api/v1/session');
  const answer = await desk.ask('GET', '/api/v1/session');
  expect(answer).toMatchObject({ status: 429, body: { code: 'request.too_many' } });
});

test('a few numbers are shown to a collector on this machine only', async () => {
  await using desk = await openDesk();
  const here = await desk.ask('GET', '/metrics');
  expect(here.text).toMatch(/^dunlin_events_waiting 0$/mu);
  const headers = { 'x-forwarded-for': '203.0.113.9' };
  expect((await desk.ask('GET', '/metrics', { headers })).status).toBe(404);
});
