import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { addWebhook, openHouse } from '#test/support/webhook-desk.ts';

test('a request that is repeated adds nothing, and its secret is shown once', async () => {
  await using desk = await openHouse();
  const { admin } = desk;
  const wish = { name: 'Orders', url: 'https://example.com/', events: ['cash.day_signed'] };
  const key = { 'idempotency-key': '01a20000-0000-7000-8000-000000000001' };
  expect((await admin.send('POST', '/api/v1/webhooks', wish, key)).status).toBe(200);
  const repeated = await admin.send('POST', '/api/v1/webhooks', wish, key);
  expect(repeated.body).toMatchObject({ code: 'webhooks.secret_shown_once' });
  // The contract's own answer.
  const { rows } = (await admin.get('/api/v1/webhooks')).body as { rows: unknown[] };
  expect(rows).toHaveLength(1);
});

test('no secret stands in the database, and only administrators keep webhooks', async () => {
  await using desk = await openHouse();
  const { admin } = desk;
  const { secret } = await addWebhook(admin, 'https://example.com/news');
  const rows = await desk.db.all(sql<{ text: string }>`
    select v::text || coalesce((select string_agg(a::text, '') from platform.audit a), '') as text
      from webhooks.endpoint_version v`);
  expect(rows.some(({ text }) => text.includes(secret.slice(6)))).toBe(false);
  const inside = { name: 'x', url: 'https://10.0.0.1/', events: ['cash.day_signed'] };
  expect((await admin.send('POST', '/api/v1/webhooks', inside)).body).toMatchObject({
    code: 'webhooks.address_unfit',
  });
  const rosa = await desk.signIn(await desk.member('collector'));
  expect((await rosa.get('/api/v1/webhooks')).status).toBe(403);
  expect((await rosa.send('POST', '/api/v1/webhooks', inside)).status).toBe(403);
});

test('an endpoint of every company stays so beside the demo, and is nobody else’s', async () => {
  await using desk = await openHouse();
  await desk.company('DEMO', { demo: true });
  const made = await addWebhook(desk.admin, 'https://example.com/news');
  const rows = [{ endpointId: made.endpointId, company: null }];
  expect((await desk.admin.get('/api/v1/webhooks')).body).toMatchObject({ rows });
  const limited = await desk.signIn(await desk.member('administrator', { companies: ['OTHER'] }));
  expect((await limited.get('/api/v1/webhooks')).body).toMatchObject({ rows: [] });
  const path = `/api/v1/webhooks/${made.endpointId}`;
  const ended = { state: 'ended', reason: 'not theirs' };
  const refused = [
    await limited.send('PUT', path, ended),
    await limited.send('POST', `${path}/secret`, { reason: 'not theirs' }),
    await limited.send('POST', `${path}/test`, {}),
    await limited.get(`${path}/deliveries`),
  ];
  for (const { body } of refused) {
    expect(body).toMatchObject({ code: 'webhooks.no_such_endpoint' });
  }
});
