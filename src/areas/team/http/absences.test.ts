import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

const days = { from: '2026-11-23', to: '2026-11-27' };

async function deskOfThree() {
  const desk = await openDesk();
  await desk.company('ACME');
  const [ana, ben, maya] = [
    await desk.member('collector'),
    await desk.member('senior'),
    await desk.member('manager'),
  ];
  const parts = [{ work: 'worklist', coverId: ben.memberId }];
  return {
    ...desk,
    parts,
    ana: { ...ana, ...(await desk.signIn(ana)) },
    ben: { ...ben, ...(await desk.signIn(ben)) },
    maya: { ...maya, ...(await desk.signIn(maya)) },
  };
}

test('a member plans for themselves, a manager for anybody, nobody else for others', async () => {
  await using desk = await deskOfThree();
  const { ana, ben, maya, parts } = desk;
  const forAna = { ...days, memberId: ana.memberId, parts };
  expect(await ben.send('POST', '/api/v1/absences', forAna)).toMatchObject({
    status: 422,
    body: { code: 'team.only_for_yourself' },
  });
  expect(await maya.send('POST', '/api/v1/absences', forAna)).toMatchObject({ status: 200 });
  expect(await ana.send('POST', '/api/v1/absences', { ...days, parts })).toMatchObject({
    body: { code: 'team.absence_overlaps' },
  });
  const week = await ben.get('/api/v1/absences?from=2026-11-23&days=7');
  expect(week).toMatchObject({
    status: 200,
    body: {
      rows: [
        { name: 'The collector', state: 'planned', mine: false, parts: [{ cover: 'The senior' }] },
      ],
      covering: [],
    },
  });
});

test('only who may plan calls off and ends; the covering is told to the cover', async () => {
  await using desk = await deskOfThree();
  const { ana, ben, parts } = desk;
  const planned = await ana.send('POST', '/api/v1/absences', { ...days, parts });
  const { absenceId } = planned.body as { absenceId: string }; // The contract's answer.
  const path = `/api/v1/absences/${absenceId}`;
  const reason = { reason: 'plans changed' };
  for (const verb of ['cancel', 'end']) {
    expect(await ben.send('POST', `${path}/${verb}`, reason)).toMatchObject({
      body: { code: 'team.only_for_yourself' },
    });
  }
  desk.on('2026-11-24');
  expect(await ben.get('/api/v1/absences')).toMatchObject({
    body: { covering: [{ name: 'The collector', work: 'worklist', lastOn: '2026-11-27' }] },
  });
  expect(await ana.send('POST', `${path}/end`, reason)).toMatchObject({
    body: { lastOn: '2026-11-23' },
  });
  expect(await ana.send('POST', `${path}/hand-back`, {})).toMatchObject({ status: 200 });
  expect(await ana.send('POST', `${path}/cancel`, reason)).toMatchObject({
    body: { code: 'team.absence_not_planned' },
  });
});

test('without a session nobody learns who is away, and a strange company is refused', async () => {
  await using desk = await deskOfThree();
  expect(await desk.ask('GET', '/api/v1/absences')).toMatchObject({ status: 401 });
  const { ana, ben } = desk;
  const parts = [{ work: 'worklist', coverId: ben.memberId, company: 'NOBODY' }];
  expect(await ana.send('POST', '/api/v1/absences', { ...days, parts })).toMatchObject({
    status: 404,
    body: { code: 'team.no_such_company' },
  });
});
