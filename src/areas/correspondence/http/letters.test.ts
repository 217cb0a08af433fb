import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('who may not print letters prints none, mails none and brings none back', async () => {
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
  ];
  expect(codes.map(({ body }) => body)).toMatchObject([
    { code: 'correspondence.nothing_to_print' },
    { code: 'correspondence.no_such_company' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.no_such_letter' },
    { code: 'correspondence.no_such_batch' },
    { code: 'correspondence.handing_not_unknown' },
  ]);
});
