import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';
import { demoStrategy, smallStrategy } from '#test/support/strategy-files.ts';

describe('strategies over HTTP', () => {
  test('a file is checked, proposed, approved, published and attested', async () => {
    await using desk = await openDesk();
    const maya = await desk.signIn(await desk.member('manager'));
    const ingrid = await desk.signIn(await desk.member('controller'));
    const rosa = await desk.signIn(await desk.member('collector'));
    const written = demoStrategy('b2b-standard');
    const checked = await maya.send('POST', '/api/v1/strategies/check', { written });
    expect(checked.body).toMatchObject({
      problems: [],
      strategy: { key: 'b2b-standard', steps: expect.any(Array) },
      inForce: null,
      diff: [{ text: 'New strategy b2b-standard with 8 steps.' }],
    });
    const made = await maya.send('POST', '/api/v1/strategies', { written, reason: 'the ladder' });
    expect(made.body).toEqual({ key: 'b2b-standard', version: 1, passed: 9, failed: 0 });

    const at = '/api/v1/policies/strategy/b2b-standard/versions/1';
    const yes = { act: 'approved', unseen: true, reason: 'agreed' };
    expect((await maya.send('POST', `${at}/decision`, yes)).body).toMatchObject({
      code: 'policies.own_version',
    });
    expect((await rosa.send('POST', `${at}/decision`, yes)).status).toBe(403);
    const unseen = await ingrid.send('POST', `${at}/decision`, { ...yes, unseen: false });
    expect(unseen.body).toMatchObject({ code: 'policies.not_simulated' });
    expect((await ingrid.send('POST', `${at}/decision`, yes)).status).toBe(200);
    const day = { from: '2026-11-20', reason: 'now' };
    expect((await maya.send('POST', `${at}/publication`, day)).status).toBe(200);
    expect((await rosa.send('POST', `${at}/attestation`, {})).status).toBe(200);

    const inForce = await rosa.get('/api/v1/strategies');
    expect(inForce.body).toMatchObject({
      rows: [{ key: 'b2b-standard', version: 1, order: 100, from: '2026-11-20' }],
      broken: [],
    });
    const known = await rosa.get('/api/v1/policies?kind=strategy');
    expect(known.body).toMatchObject({
      rows: [{ inForce: { version: 1, attested: 1, readers: 3, attestedByMe: true } }],
    });
    const history = await ingrid.get('/api/v1/policies/strategy/b2b-standard');
    expect(history.body).toMatchObject({
      inForce: 1,
      versions: [
        {
          state: 'published',
          acts: [
            { kind: 'tested', passed: 9, failed: 0 },
            { kind: 'approved', simulationSeen: false },
            { kind: 'published', on: '2026-11-20' },
          ],
        },
      ],
    });
  });

  test('a file that does not fit is never a version', async () => {
    await using desk = await openDesk();
    const maya = await desk.signIn(await desk.member('manager'));
    const written = smallStrategy.replace('template: reminder', 'template: rant');
    const checked = await maya.send('POST', '/api/v1/strategies/check', { written });
    expect(checked.body).toMatchObject({
      strategy: null,
      problems: [
        {
          code: 'strategy.no_such_template',
          line: 13,
          field: 'steps[0].template',
          message: expect.stringContaining('rant'),
        },
      ],
    });
    const made = await maya.send('POST', '/api/v1/strategies', { written, reason: 'try' });
    expect(made.status).toBe(422);
    expect(made.body).toMatchObject({
      code: 'strategies.does_not_read',
      facts: { problems: 1, line: 13 },
    });
    expect((await maya.get('/api/v1/policies')).body).toEqual({ rows: [] });
    expect((await maya.get('/api/v1/policies/strategy/small')).status).toBe(404);
  });

  test('who only collects cannot propose, and nobody unknown reads', async () => {
    await using desk = await openDesk();
    const rosa = await desk.signIn(await desk.member('collector'));
    const body = { written: smallStrategy, reason: 'mine' };
    expect((await rosa.send('POST', '/api/v1/strategies', body)).status).toBe(403);
    expect((await desk.ask('GET', '/api/v1/strategies')).status).toBe(401);
  });

  test('names, the schema and a comparison are answered', async () => {
    await using desk = await openDesk();
    await desk.company('MAIN');
    const maya = await desk.signIn(await desk.member('manager'));
    expect((await maya.get('/api/v1/strategies/names')).body).toMatchObject({
      companies: ['MAIN'],
      strategies: [],
      templates: expect.arrayContaining([expect.objectContaining({ key: 'courtesy' })]),
    });
    expect((await maya.get('/api/v1/strategies/schema')).body).toMatchObject({
      title: 'Dunlin strategy',
    });
    const first = { written: smallStrategy, reason: 'first' };
    await maya.send('POST', '/api/v1/strategies', first);
    const written = smallStrategy.replace('days: 20', 'days: 25');
    await maya.send('POST', '/api/v1/strategies', { written, reason: 'later' });
    expect((await maya.get('/api/v1/strategies/small/diff?from=1&to=2')).body).toMatchObject({
      lines: [{ code: 'step_days', text: 'l2 moves from day 20 to day 25.' }],
    });
    expect((await maya.get('/api/v1/strategies/small/diff?to=7')).status).toBe(404);
  });

  test('a version is withdrawn, and a policy retired', async () => {
    await using desk = await openDesk();
    const maya = await desk.signIn(await desk.member('manager'));
    const ingrid = await desk.signIn(await desk.member('controller'));
    const first = { written: smallStrategy, reason: 'first' };
    await maya.send('POST', '/api/v1/strategies', first);
    const at = '/api/v1/policies/strategy/small';
    const yes = { act: 'approved', unseen: true, reason: 'agreed' };
    await ingrid.send('POST', `${at}/versions/1/decision`, yes);
    await ingrid.send('POST', `${at}/versions/1/publication`, { from: '2026-11-20', reason: 'go' });
    const written = smallStrategy.replace('days: 20', 'days: 25');
    await maya.send('POST', '/api/v1/strategies', { written, reason: 'later' });
    const back = await maya.send('POST', `${at}/versions/2/withdrawal`, { reason: 'mistaken' });
    expect(back.status).toBe(200);
    const ended = { on: '2026-12-01', reason: 'replaced by another key' };
    expect((await ingrid.send('POST', `${at}/retirement`, ended)).status).toBe(200);
    expect((await maya.get('/api/v1/strategies?on=2026-12-01')).body).toMatchObject({ rows: [] });
  });
});
