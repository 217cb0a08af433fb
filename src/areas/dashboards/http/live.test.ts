/** Twenty dashboards that stand open, and money that is posted meanwhile. */
import { expect, test } from 'vitest';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';

/** A dashboard as a browser keeps it: it asks again whenever the stream says that figures moved. */
async function openDashboard(address: string, cookie: string) {
  const stop = new AbortController();
  const stream = await fetch(`${address}/api/v1/events`, {
    headers: { cookie },
    signal: stop.signal,
  });
  let cash = await askCash(address, cookie);
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of stream.body ?? []) {
      if (decoder.decode(piece).includes('event: changed')) cash = await askCash(address, cookie);
    }
  })().catch(() => undefined);
  return {
    cash: () => cash,
    close: async () => {
      stop.abort();
      await reading;
    },
  };
}

/** Cash of today as the CFO's page shows it; asked again as long as newer figures are coming. */
async function askCash(address: string, cookie: string): Promise<string | null> {
  for (;;) {
    const answer = await fetch(`${address}/api/v1/dashboards/cfo`, { headers: { cookie } });
    // The route's own tests hold this answer to its contract.
    const { againMs, tiles } = (await answer.json()) as {
      againMs: number | null;
      tiles: { figures: { name: string; value: string | null }[] }[];
    };
    if (againMs === null) return tiles[0]?.figures[0]?.value ?? null;
    await new Promise((done) => setTimeout(done, againMs));
  }
}

async function post(desk: TestDesk, accountId: string): Promise<void> {
  const poster = await desk.signIn(await desk.member('poster'));
  const { status } = await poster.send('POST', `/api/v1/accounts/${accountId}/receipts`, {
    amount: '250.00',
    currency: 'USD',
    receivedOn: '2026-11-20',
    method: 'check',
    reason: 'check by mail',
  });
  expect(status).toBe(200);
}

test('a posting shows on the CFO page of every one of twenty open dashboards', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('ACME'), 'NORTH');
  const { cookie } = await desk.signIn(await desk.member('cfo'));
  await expect.poll(() => desk.listening.connected()).toBe(true);
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const open = await Promise.all(Array.from({ length: 20 }, () => openDashboard(address, cookie)));
  expect(open.map(({ cash }) => cash())).toEqual(open.map(() => '0.00'));
  await post(desk, accountId);
  await expect
    .poll(() => open.filter(({ cash }) => cash() === '250.00').length, { timeout: 20_000 })
    .toBe(20);
  await Promise.all(open.map(({ close }) => close()));
});
