import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const path = '/api/v1/order-of-work';
const on = { company: 'ACME', isOn: true, sharePct: 8, reason: 'agreed with the team' };

async function deskOf(role: 'collector' | 'manager') {
  const desk = await openDesk();
  await desk.company('ACME');
  return { ...desk, reader: await desk.signIn(await desk.member(role)) };
}

test('a manager switches the control group on and off; it is kept with who and why', async () => {
  await using desk = await deskOf('manager');
  expect((await desk.reader.get(path)).body).toMatchObject({
    company: 'ACME',
    experiment: null,
    learned: null,
    uplift: { claim: 'too_few' },
  });
  const set = await desk.reader.send('POST', `${path}/experiment`, { ...on, warmUpDays: 10 });
  expect(set).toMatchObject({ status: 200, body: { isOn: true, warmUpUntil: '2026-11-30' } });
  expect((await desk.reader.get(path)).body).toMatchObject({
    experiment: { isOn: true, sharePct: 8, most: '10000.00', warmUpUntil: '2026-11-30' },
  });
  await desk.reader.send('POST', `${path}/experiment`, { ...on, isOn: false });
  expect((await desk.reader.get(path)).body).toMatchObject({ experiment: { isOn: false } });
});

test('a collector reads it and may not switch it', async () => {
  await using desk = await deskOf('collector');
  expect((await desk.reader.get(`${path}?company=ACME`)).status).toBe(200);
  expect((await desk.reader.send('POST', `${path}/experiment`, on)).status).toBe(403);
});

test('what cannot be so is refused by name', async () => {
  await using desk = await deskOf('manager');
  const set = (stated: object) =>
    desk.reader.send('POST', `${path}/experiment`, { ...on, ...stated });
  const code = async (answered: Promise<{ body: unknown }>) => (await answered).body;
  expect(await code(set({ sharePct: 20 }))).toMatchObject({ code: 'worklist.share_out_of_bounds' });
  expect(await code(set({ most: '1.005' }))).toMatchObject({ code: 'worklist.stake_unreadable' });
  expect(await code(set({ company: 'NONE' }))).toMatchObject({ code: 'worklist.company_unknown' });
  expect((await desk.reader.get(`${path}?company=NONE`)).status).toBe(404);
});

test('the accounts by worth are listed, and those of the control group alone', async () => {
  await using desk = await deskOf('collector');
  const { status, body } = await desk.reader.get(`${path}/accounts?group=control&limit=5`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ asOf: '2026-11-20', rows: [] });
});
