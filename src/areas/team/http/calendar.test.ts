import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const address = '/api/v1/companies/ACME/calendar';
const closings = '/api/v1/companies/ACME/closings';
const bridge = { on: '2026-11-27', name: 'Bridge day' };

test('who keeps the calendar closes a day and takes it back; others read it', async () => {
  await using desk = await openDesk();
  await desk.company('ACME');
  const manager = await desk.signIn(await desk.member('manager'));
  const collector = await desk.signIn(await desk.member('collector'));

  expect(await collector.send('POST', closings, bridge)).toMatchObject({ status: 403 });
  const weekdays = { base: 'weekdays', reason: 'A plant in Mexico.' };
  expect(await collector.send('PUT', address, weekdays)).toMatchObject({ status: 403 });
  expect(await manager.send('POST', closings, bridge)).toMatchObject({ status: 200 });

  const read = await collector.get(`${address}?year=2026`);
  expect(read.body).toMatchObject({ company: 'ACME', base: 'federal-bank', closings: [bridge] });
  expect(read.body).toMatchObject({
    holidays: expect.arrayContaining([{ on: '2026-11-26', name: 'thanksgiving_day' }]),
  });

  const back = `${closings}/2026-11-27/take-back`;
  expect(await collector.send('POST', back, { reason: 'We work.' })).toMatchObject({ status: 403 });
  expect(await manager.send('POST', back, { reason: 'We work.' })).toMatchObject({ status: 200 });
  expect(await manager.send('PUT', address, weekdays)).toMatchObject({ status: 200 });
  expect((await collector.get(`${address}?year=2026`)).body).toMatchObject({
    base: 'weekdays',
    holidays: [],
    closings: [],
  });
});

test('a company that one does not work for has no calendar to see or to keep', async () => {
  await using desk = await openDesk();
  await desk.company('ACME');
  await desk.company('OTHER');
  const stranger = await desk.signIn(await desk.member('manager', { companies: ['OTHER'] }));
  expect((await stranger.get(address)).body).toMatchObject({ code: 'team.no_such_company' });
  const answer = await stranger.send('POST', closings, bridge);
  expect(answer.body).toMatchObject({ code: 'team.no_such_company' });
});
