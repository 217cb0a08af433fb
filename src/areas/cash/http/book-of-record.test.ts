import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const root = '/api/v1/cash';
const named = {
  book: { system: 'csv', settings: { columns: [{ title: 'Key', field: 'key' }] } },
  reason: 'the ERP keeps the ledger',
};

async function deskWithPeople() {
  const desk = await openDesk();
  const companyId = await desk.company('ACME');
  await desk.account(companyId, 'NORTH');
  const poster = await desk.signIn(await desk.member('poster'));
  const manager = await desk.signIn(await desk.member('manager'));
  return { ...desk, poster, manager };
}

/** A file with one receipt. */
async function deskWithFile() {
  const desk = await deskWithPeople();
  expect((await desk.manager.send('PUT', `${root}/book-of-record`, named)).status).toBe(200);
  const opened = await desk.poster.send('POST', `${root}/batches`, {
    method: 'check',
    currency: 'USD',
    count: 1,
    amount: '100.00',
    rows: [{ account: 'NORTH', amount: '100.00', checkNumber: '7' }],
  });
  // The answer of a batch opened.
  const { batchId } = opened.body as { batchId: string };
  await desk.poster.send('POST', `${root}/batches/${batchId}/posting`, {});
  const made = await desk.manager.send('POST', `${root}/posting-files`, {});
  expect(made).toMatchObject({ status: 200, body: { lines: 1, byHand: 0 } });
  // The answer of a file made.
  const { fileId } = made.body as { fileId: string };
  return { ...desk, fileId, path: `${root}/posting-files/${fileId}` };
}

describe('the book of record over HTTP', () => {
  test('who posts cash sees it and neither names, makes, loads nor answers', async () => {
    await using desk = await deskWithFile();
    const { poster, path } = desk;
    expect((await poster.get(`${root}/book-of-record`)).status).toBe(200);
    expect((await poster.get(path)).status).toBe(200);
    const refused = [
      await poster.send('PUT', `${root}/book-of-record`, named),
      await poster.send('POST', `${root}/posting-files`, {}),
      await poster.send('POST', `${path}/answers`, { restAccepted: true }),
      await poster.get(`${path}/content`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  test('a file is made, read line by line and answered', async () => {
    await using desk = await deskWithFile();
    const { manager, path } = desk;
    expect((await manager.send('POST', `${root}/posting-files`, {})).body).toMatchObject({
      code: 'cash.nothing_to_tell',
    });
    expect((await manager.get(path)).body).toMatchObject({
      file: { fileName: expect.stringMatching(/^postings-ACME-.*-1\.csv$/u) },
      lines: [{ lineNo: 1, row: 2, account: 'NORTH', amount: '100.00', state: 'told' }],
    });
    const silent = { answers: [{ lineNo: 1, accepted: false }] };
    expect((await manager.send('POST', `${path}/answers`, silent)).body).toMatchObject({
      code: 'cash.rejection_says_why',
    });
    const no = { answers: [{ lineNo: 1, accepted: false, said: 'period closed' }] };
    expect((await manager.send('POST', `${path}/answers`, no)).body).toEqual({
      accepted: 0,
      rejected: 1,
    });
    expect((await manager.get(`${root}/book-of-record`)).body).toMatchObject({
      book: { system: 'csv' },
      waiting: 1,
      files: [{ rejected: 1 }],
    });
  });

  test('a mapping without the key, and a file of another company, are refused', async () => {
    await using desk = await deskWithFile();
    const { manager, path } = desk;
    const settings = { columns: [{ title: 'Account', field: 'account' }] };
    const keyless = { ...named, book: { system: 'csv', settings } };
    expect((await manager.send('PUT', `${root}/book-of-record`, keyless)).status).toBe(400);
    await desk.company('OTHER');
    const stranger = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
    expect((await stranger.get(path)).body).toMatchObject({ code: 'cash.no_such_posting_file' });
  });
});
