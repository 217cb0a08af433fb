/** Letters handed to a provider on screen; one of which nobody knows, and what a person says. */
import { expect, test } from 'vitest';
import { type Id, id as idOf } from '#kernel/ids.ts';
import { accepted, perform } from '#platform/action.ts';
import { sql } from '#platform/postgres/sql.ts';
import { paths } from '#web/paths.ts';
import { placeHold } from '#areas/compliance/index.ts';
import { nothingFound } from '#test/support/axe.ts';
import { write } from '#test/support/letters.ts';
import { lobServer } from '#test/support/lob-server.ts';
import { useScreens } from '#test/support/screens.ts';
import { giveAddress, giveLetterhead } from '#test/support/statement-runs.ts';

const provider = await lobServer();
const { apiKey, baseUrl } = provider.settings;
const env = { LOB_API_KEY: apiKey, LOB_BASE_URL: baseUrl };
const screens = useScreens({ customers: 4, env });

test('a batch goes to the provider; a broken line is settled by a person', async () => {
  await twoLetters();
  const page = await screens.open(paths.letters, { as: 'manager' });
  await page.getByRole('button', { name: 'Print what waits' }).click();
  await page.getByText('2 letters printed').waitFor();
  provider.now('breaks off');
  await page.getByRole('button', { name: /^Hand to lob: batch/u }).click();
  await page.getByText('0 letters taken, 0 refused, 2 unknown.').waitFor();
  provider.now('takes');
  const settle = page.getByRole('button', { name: /^The letter to .* at lob/u });
  await settle.first().click();
  const form = page.getByRole('dialog');
  await nothingFound(page);
  await form.getByRole('button', { name: 'It is there', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await settle.first().click();
  await form.getByRole('button', { name: 'It is not there' }).click();
  await page.getByText('lob does not have it').waitFor();
  await page.getByRole('button', { name: /^Hand to lob: batch/u }).click();
  await page.getByText('1 letter taken, 0 refused, 0 unknown.').waitFor();
  await page.getByText(/lob ltr_\d/u).waitFor();
  expect(provider.letters).toHaveLength(2);
});

test('a printed letter is withdrawn with its reason, and is not handed over', async () => {
  await twoLetters(['c', 'd']);
  const page = await screens.open(paths.letters, { as: 'manager' });
  await page.getByRole('button', { name: 'Print what waits' }).click();
  await page.getByText('2 letters printed').waitFor();
  await page
    .getByRole('button', { name: /^Withdraw the letter to/u })
    .first()
    .click();
  const form = page.getByRole('dialog');
  await nothingFound(page);
  await form.getByLabel('Why').fill('paid by wire');
  await page.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByText('paid by wire').waitFor();
  await page.getByText('2 · 1 withdrawn').waitFor();
  await page
    .getByRole('button', { name: /^Hand to lob: batch/u, disabled: false })
    .first()
    .click();
  await page.getByText('1 letter taken, 0 refused, 0 unknown.').waitFor();
});

test('what may not go any more is named when the batch goes to the post', async () => {
  const accountId = await twoLetters(['e', 'f']);
  const page = await screens.open(paths.letters, { as: 'manager' });
  await page.getByRole('button', { name: 'Print what waits' }).click();
  await page.getByText('2 letters printed').waitFor();
  const { desk } = screens.live();
  await done((context) =>
    placeHold(context, {
      accountId,
      kind: 'bankruptcy',
      startsOn: desk.clock.today(),
      endsOn: null,
      evidence: 'court notice',
      details: {},
    }),
  );
  await page
    .getByRole('button', { name: /^Handed to the post: batch/u, disabled: false })
    .first()
    .click();
  const sheet = page.getByRole('dialog', { name: 'Letters that stay here' });
  await sheet.getByText('A petition in bankruptcy stands').first().waitFor();
  await page.getByText('0 letters were mailed, 2 stay here.').waitFor();
  await nothingFound(page);
  await sheet.getByRole('button', { name: 'They are out' }).press('Enter');
  await sheet.waitFor({ state: 'detached' });
  await page.getByText('2 · 2 withdrawn').waitFor();
});

const done: Parameters<typeof write>[0]['done'] = async (work) => {
  const doing = { action: 'test.paper', actor: { ref: 'job:test', memberId: null } };
  const told = { ...doing, reason: 'test', input: '' };
  return accepted(await perform(screens.live().desk, told, work)).answer;
};

/** Two letters for one account with an address, and the letterhead that they come from. */
async function twoLetters(keys: readonly string[] = ['a', 'b']): Promise<Id> {
  const { desk } = screens.live();
  const row = await desk.db.one(sql<{ company_id: string; account_id: string }>`
    select a.company_id, a.account_id
      from customers.account_card a
     order by a.account
     limit 1`);
  const accountId = idOf(row.account_id);
  await giveLetterhead({ done, companyId: idOf(row.company_id) }, null);
  await giveAddress({ done }, accountId);
  for (const key of keys) await write({ done }, accountId, key);
  return accountId;
}
