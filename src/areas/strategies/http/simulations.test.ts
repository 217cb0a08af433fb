import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('who may only look can follow simulations and start none', async () => {
  await using desk = await openDesk();
  await desk.company('ACME');
  const cleo = await desk.signIn(await desk.member('poster'));
  expect((await cleo.get('/api/v1/strategy-simulations')).body).toEqual({ rows: [] });
  const path = '/api/v1/strategy-simulations';
  const asked = { key: 'ladder', version: 1, from: '2026-04-01', to: '2026-05-30' };
  const refused = await cleo.send('POST', path, asked);
  expect(refused.status).toBe(403);
});
