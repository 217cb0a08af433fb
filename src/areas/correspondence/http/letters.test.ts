import { expect, test } from 'vitest';
import { lobPrinter } from '#platform/print/lob.ts';
import { lobReportPath, lobSignature } from '#platform/print/lob-report.ts';
import { openDesk } from '#test/support/http-desk.ts';
import { lobEvent, lobServer } from '#test/support/lob-server.ts';

test('who may not print letters prints, mails, withdraws none and brings none back', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const rosa = await desk.signIn(await desk.member('collector'));
  const print = { company: 'MAIN' };
  expect(await rosa.send('POST', '/api/v1/letters/batches', print)).toMatchObject({ status: 403 });
  const mailed = `/api/v1/letters/batches/${accountId}/mailed`;
  expect(await rosa.send('POST', mailed, {})).toMatchObject({ status: 403 });
  const returned = `/api/v1/accounts/${accountId}/letters/${accountId}/returned`;
  const body = { cause: 'moved', reason: 'yellow sticker' };
  expect(await rosa.send('POST', returned, body)).toMatchObject({ status: 403 });
  const handed = `/api/v1/letters/batches/${accountId}/handed`;
  expect(await rosa.send('POST', handed, {})).toMatchObject({ status: 403 });
  const withdrawn = `/api/v1/accounts/${accountId}/letters/${accountId}/withdrawn`;
  expect(await rosa.send('POST', withdrawn, { reason: 'paid' })).toMatchObject({ status: 403 });
  const settled = `/api/v1/accounts/${accountId}/letters/${accountId}/handing`;
  const there = { there: true, reason: 'on their list' };
  expect(await rosa.send('POST', settled, there)).toMatchObject({ status: 403 });
});

test('the queue, the log and what is not there answer plainly', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const sam = await desk.signIn(await desk.member('senior'));
  expect((await sam.get('/api/v1/letters')).body).toEqual({
    queued: 0,
    held: 0,
    printer: null,
    batches: [],
    more: false,
  });
  expect((await sam.get('/api/v1/letters/log?state=mailed')).body).toEqual({
    rows: [],
    more: false,
  });
  const codes = [
    await sam.send('POST', '/api/v1/letters/batches', { company: 'MAIN' }),
    await sam.send('POST', '/api/v1/letters/batches', { company: 'OTHER' }),
    await sam.send('POST', `/api/v1/letters/batches/${accountId}/mailed`, {}),
    await sam.get(`/api/v1/letters/batches/${accountId}/letters.pdf`),
    await sam.send('POST', `/api/v1/accounts/${accountId}/letters/${accountId}/returned`, {
      cause: 'moved',
      reason: 'yellow sticker',
    }),
    await sam.send('POST', `/api/v1/letters/batches/${accountId}/handed`, {}),
    await sam.send('POST', `/api/v1/accounts/${accountId}/letters/${accountId}/handing`, {
      there: true,
      reason: 'on their list',
    }),
    await sam.send('POST', `/api/v1/accounts/${accountId}/letters/${accountId}/withdrawn`, {
      reason: 'paid',
    }),
  ];
  expect(codes.map(({ body }) => body)).toMatchObject([
    { code: 'correspondence.nothing_to_print' },
    { code: 'correspondence.no_such_company' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.no_such_letter' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.handing_not_unknown' },
    { code: 'correspondence.no_such_letter' },
  ]);
});

test('only what the provider has signed just now is heard', async () => {
  await using provider = await lobServer();
  const { settings } = provider;
  await using desk = await openDesk({ printer: lobPrinter(settings) });
  const body = lobEvent({ id: 'evt_1', type: 'letter.delivered', ref: 'ltr_9' });
  const now = String(Date.parse(desk.clock.now()));
  const hook = async (signature: string, timestamp: string, payload = body) => {
    const headers = { 'content-type': 'application/json', 'lob-signature': signature };
    const signed = { ...headers, 'lob-signature-timestamp': timestamp };
    const request = { method: 'POST', url: lobReportPath, headers: signed, payload } as const;
    return (await desk.app.inject(request)).statusCode;
  };
  const secret = settings.webhookSecret ?? '';
  const good = lobSignature(secret, now, body);
  expect(await hook(good, now)).toBe(204);
  expect(await hook(good, now, body.replace('delivered', 'mailed'))).toBe(403);
  expect(await hook(lobSignature('another secret', now, body), now)).toBe(403);
  expect(await hook('', now)).toBe(403);
  expect(await hook(good, '')).toBe(403);
  const old = String(Number(now) - 6 * 60_000);
  expect(await hook(lobSignature(secret, old, body), old)).toBe(403);
  const seconds = now.slice(0, 10);
  expect(await hook(lobSignature(secret, seconds, body), seconds)).toBe(204);
  // Signed, and no report of a letter: taken and let pass.
  expect(await hook(lobSignature(secret, now, 'no JSON'), now, 'no JSON')).toBe(204);
});

test('a desk without the secret of the webhook has no such door', async () => {
  await using provider = await lobServer();
  const printer = lobPrinter({ ...provider.settings, webhookSecret: undefined });
  await using desk = await openDesk({ printer });
  const request = { method: 'POST', url: lobReportPath, payload: {} } as const;
  expect((await desk.app.inject(request)).statusCode).toBe(404);
});
