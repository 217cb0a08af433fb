import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

async function deskWithManager() {
  const desk = await openDesk();
  await desk.company('ACME');
  const manager = await desk.signIn(await desk.member('manager'));
  const collector = await desk.member('collector');
  const rosa = await desk.signIn(collector);
  return { ...desk, manager, rosa, collector };
}

const goal = {
  company: 'ACME',
  month: '2026-11',
  metric: 'cash',
  target: '21000.00',
  reason: 'the forecast of November',
};

describe('goals', () => {
  test('are set by the manager, shared out by week, and keep their history', async () => {
    await using desk = await deskWithManager();
    expect((await desk.manager.send('PUT', '/api/v1/goals', goal)).status).toBe(200);
    const lower = { ...goal, target: '18900.00', reason: 'a customer left' };
    expect((await desk.manager.send('PUT', '/api/v1/goals', lower)).status).toBe(200);
    const { body } = await desk.rosa.get('/api/v1/goals?month=2026-11&company=ACME');
    expect(body).toMatchObject({
      month: '2026-11',
      rows: [
        {
          metric: 'cash',
          name: null,
          target: '18900.00',
          actual: '0.00',
          attainmentPct: '0.00',
          weeks: [
            { target: '0.00' },
            { target: '4500.00' },
            { target: '4500.00' },
            { target: '4500.00', actual: '0.00' },
            { target: '4500.00', actual: null },
            { target: '900.00', actual: null },
          ],
          history: [{ target: '18900.00', setBy: 'The manager' }, { target: '21000.00' }],
        },
      ],
    });
  });

  test('of a person, of a team and taken back', async () => {
    await using desk = await deskWithManager();
    const { memberId } = desk.collector;
    const team = { company: 'ACME', name: 'East', memberIds: [memberId], reason: 'measured' };
    const made = await desk.manager.send('PUT', '/api/v1/goals/teams', team);
    expect(made.status).toBe(200);
    const teams = await desk.rosa.get('/api/v1/goals/teams');
    expect(teams.body).toMatchObject({ rows: [{ name: 'East', memberIds: [memberId] }] });
    await desk.manager.send('PUT', '/api/v1/goals', { ...goal, memberId, metric: 'dso' });
    await desk.manager.send('PUT', '/api/v1/goals', { ...goal, target: null });
    const { body } = await desk.rosa.get('/api/v1/goals');
    expect(body).toMatchObject({ rows: [{ name: 'The collector', metric: 'dso', flow: false }] });
  });

  test('hours and cost are stated, and the cost to collect counts them', async () => {
    await using desk = await deskWithManager();
    const cost = {
      company: 'ACME',
      kind: 'department_cost',
      month: '2026-11',
      value: '30000',
      reason: 'payroll',
    };
    expect((await desk.manager.send('PUT', '/api/v1/goals/stated', cost)).status).toBe(200);
    const hours = {
      ...cost,
      kind: 'paid_hours',
      memberId: desk.collector.memberId,
      value: '152.5',
    };
    expect((await desk.manager.send('PUT', '/api/v1/goals/stated', hours)).status).toBe(200);
    const path = '/api/v1/metrics/cost_to_collect?company=ACME&from=2026-11-01';
    expect((await desk.rosa.get(path)).body).toMatchObject({
      figures: [{ value: null, parts: [{ name: 'department_cost', value: '20000.00' }, {}] }],
    });
  });

  test('are refused to who may not set them, and when they make no sense', async () => {
    await using desk = await deskWithManager();
    expect((await desk.rosa.send('PUT', '/api/v1/goals', goal)).status).toBe(403);
    const wrong = { ...goal, variant: 'best' };
    expect(await desk.manager.send('PUT', '/api/v1/goals', wrong)).toMatchObject({
      body: { code: 'metrics.no_such_figure' },
    });
    const nobody = { ...goal, memberId: '01890000-0000-7000-8000-000000000001' };
    expect(await desk.manager.send('PUT', '/api/v1/goals', nobody)).toMatchObject({
      body: { code: 'metrics.no_such_member' },
    });
    const fine = { ...goal, target: '1.005' };
    expect(await desk.manager.send('PUT', '/api/v1/goals', fine)).toMatchObject({
      body: { code: 'metrics.target_unreadable' },
    });
  });
});

describe('many goals at once', () => {
  const grid = '/api/v1/goals/grid';
  const cells = { company: 'ACME', metric: 'cash', reason: 'the plan of the season' };

  test('are set in one act and read by person and month; an empty one is taken back', async () => {
    await using desk = await deskWithManager();
    const { memberId } = desk.collector;
    const goals = [
      { memberId: null, month: '2026-11', target: '30000' },
      { memberId, month: '2026-11', target: '21000.50' },
      { memberId, month: '2026-12', target: '22000' },
    ];
    expect(await desk.manager.send('PUT', grid, { ...cells, goals })).toMatchObject({
      status: 200,
      body: { set: 3 },
    });
    const back = [{ memberId, month: '2026-12', target: null }];
    await desk.manager.send('PUT', grid, { ...cells, goals: back });
    const { body } = await desk.rosa.get(`${grid}?company=ACME&metric=cash&months=2`);
    expect(body).toMatchObject({
      currency: 'USD',
      unit: 'money',
      months: ['2026-11', '2026-12'],
      rows: [
        { memberId: null, name: null, targets: ['30000.00', null] },
        { memberId, name: 'The collector', targets: ['21000.50', null] },
      ],
    });
  });

  test('are refused together when one of them is, and to who may not set them', async () => {
    await using desk = await deskWithManager();
    const stranger = '01890000-0000-7000-8000-000000000001';
    const goals = [
      { memberId: null, month: '2026-11', target: '1' },
      { memberId: stranger, month: '2026-11', target: '1' },
    ];
    expect(await desk.manager.send('PUT', grid, { ...cells, goals })).toMatchObject({
      body: { code: 'metrics.no_such_member' },
    });
    expect((await desk.rosa.get('/api/v1/goals')).body).toMatchObject({ rows: [] });
    const fine = [{ memberId: null, month: '2026-11', target: '1.005' }];
    expect(await desk.manager.send('PUT', grid, { ...cells, goals: fine })).toMatchObject({
      body: { code: 'metrics.target_unreadable' },
    });
    expect((await desk.rosa.send('PUT', grid, { ...cells, goals: fine })).status).toBe(403);
    expect((await desk.rosa.get(`${grid}?company=NONE&metric=cash`)).status).toBe(404);
  });
});
