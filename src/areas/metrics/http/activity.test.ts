import { describe, expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

async function aDesk() {
  const desk = await openDesk();
  await desk.company('ACME');
  const controller = await desk.signIn(await desk.member('controller'));
  const cfo = await desk.signIn(await desk.member('cfo'));
  const rosa = await desk.signIn(await desk.member('collector'));
  return { ...desk, controller, cfo, rosa };
}

const schedule = {
  company: 'ACME',
  method: 'aging_schedule',
  lossRates: ['0.42', '4.2', '12', '24', '40'],
  before: '100.00',
  reason: 'November',
};

describe('over HTTP', () => {
  test('activity beside result is listed by collector and by account', async () => {
    await using desk = await aDesk();
    for (const by of ['collector', 'account']) {
      const { status, body } = await desk.rosa.get(`/api/v1/activity?company=ACME&by=${by}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ currency: 'USD', rows: [], count: 0, nextCursor: null });
    }
  });

  test('an allowance is previewed, prepared by one and signed by another', async () => {
    await using desk = await aDesk();
    const path = '/api/v1/allowances';
    const dry = await desk.controller.send('POST', `${path}?dryRun=true`, schedule);
    expect(dry.status).toBe(200);
    expect((await desk.rosa.get(path)).body).toEqual({ rows: [] });
    const made = await desk.controller.send('POST', path, schedule);
    expect(made.body).toMatchObject({ facts: { allowance: '0.00', provision: '-100.00' } });
    // The list of the contract.
    const { rows } = (await desk.controller.get(path)).body as {
      rows: { allowanceId: string; own: boolean }[];
    };
    const [{ allowanceId, own } = { allowanceId: '', own: false }] = rows;
    expect(own).toBe(true);
    const review = `${path}/${allowanceId}/review`;
    const signed = { verdict: 'signed' };
    expect(await desk.controller.send('POST', review, signed)).toMatchObject({
      body: { code: 'metrics.own_allowance' },
    });
    expect((await desk.rosa.send('POST', review, signed)).status).toBe(403);
    expect((await desk.cfo.send('POST', review, signed)).status).toBe(200);
    expect((await desk.rosa.get(path)).body).toMatchObject({
      rows: [{ verdict: 'signed', preparedBy: 'The controller', reviewedBy: 'The cfo' }],
    });
  });

  test('an amount that cannot be is refused by name', async () => {
    await using desk = await aDesk();
    const wrong = { ...schedule, before: '1.005' };
    expect(await desk.controller.send('POST', '/api/v1/allowances', wrong)).toMatchObject({
      body: { code: 'metrics.target_unreadable' },
    });
  });
});
