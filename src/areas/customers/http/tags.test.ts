import { expect, test } from 'vitest';
import { openDesk } from '#test/support/http-desk.ts';

test('a senior tags an account; an auditor may not, and two words are no tag', async () => {
  await using desk = await openDesk();
  const accountId = await desk.account(await desk.company('MAIN'), 'NORTH');
  const path = `/api/v1/accounts/${accountId}/tags`;
  const wish = { tags: ['VIP', 'seasonal'], reason: 'they buy for Christmas' };
  const auditor = await desk.signIn(await desk.member('auditor'));
  expect(await auditor.send('PUT', path, wish)).toMatchObject({ status: 403 });
  const sam = await desk.signIn(await desk.member('senior'));
  expect(await sam.send('PUT', path, wish)).toMatchObject({
    status: 200,
    body: { tags: ['seasonal', 'vip'] },
  });
  expect(await sam.send('PUT', path, { ...wish, tags: ['key account'] })).toMatchObject({
    status: 422,
    body: { code: 'customers.tag_not_a_word' },
  });
  expect((await auditor.get(path)).body).toMatchObject({
    tags: ['seasonal', 'vip'],
    known: [
      { tag: 'seasonal', accounts: 1 },
      { tag: 'vip', accounts: 1 },
    ],
    record: [{ reason: 'they buy for Christmas' }],
  });
});
