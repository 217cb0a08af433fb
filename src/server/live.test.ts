import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { openDesk, type TestDesk } from '#test/support/http-desk.ts';

async function tell(desk: TestDesk, ...names: string[]): Promise<void> {
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.told', actor, reason: 'for the test', input: null };
  const outcome = await perform(desk, doing, async (context) => {
    for (const name of names) await context.tell({ name, accountId: null, payload: {} });
    return accept(null);
  });
  accepted(outcome);
}

/** Opens the stream on a real port and gathers what it says. */
async function openStream(desk: TestDesk, cookie: string) {
  await expect.poll(() => desk.listening.connected()).toBe(true);
  const address = await desk.app.listen({ port: 0, host: '127.0.0.1' });
  const response = await fetch(`${address}/api/v1/events`, { headers: { cookie } });
  let text = '';
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) text += decoder.decode(piece);
  })();
  return { response, reading, said: () => text };
}

test('news are told together as the areas whose figures may have changed', async () => {
  await using desk = await openDesk();
  const { cookie } = await desk.signIn(await desk.member('collector'));
  const stream = await openStream(desk, cookie);
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
  await tell(desk, 'ledger.money_applied', 'promises.kept', 'ledger.item_posted');
  await expect
    .poll(stream.said)
    .toContain('event: changed\ndata: {"figures":["ledger","promises"]}\n\n');
});

test('the stream ends when the server stops', async () => {
  const desk = await openDesk();
  const { cookie } = await desk.signIn(await desk.member('collector'));
  const stream = await openStream(desk, cookie);
  await desk[Symbol.asyncDispose]();
  await stream.reading;
  expect(stream.said()).toContain('retry:');
});
