/** The telephone by keyboard: a promise in a few strokes, a refused call, a call that comes in. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, type Context, perform } from '#platform/action.ts';
import { contactsOf, findAccount, saveContact } from '#areas/customers/index.ts';
import { recordConsent, setDebtProfile } from '#areas/compliance/index.ts';
import { nothingStated } from '#areas/compliance/rules/debt-profile.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens();

test('a call with a promise is written down in nine keystrokes or fewer', async () => {
  const page = await openAccount(0, 'reachable');
  const strokes = ['c', 'c', '1', 'Tab', 'f', 'r', 'i', 'Enter'];
  await press(page, strokes.slice(0, 1));
  await page.getByRole('heading', { name: /^Call to / }).waitFor();
  await page.getByText('OK to call ✓').waitFor();
  await press(page, strokes.slice(1, 2));
  await page.getByText(/^On the telephone/u).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.dialed)).toBe(
    'tel:+12155550142',
  );
  await press(page, strokes.slice(2, 3));
  await page.getByLabel('By which day').waitFor();
  const here = page.url();
  await press(page, strokes.slice(3));
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForURL((url) => url.href !== here);
  expect(strokes.length).toBeLessThanOrEqual(9);
  await page.goto(here.replace(/\/call$/u, ''));
  await settled(page);
  await page
    .getByText(/Called .*: promised/u)
    .first()
    .waitFor();
});

test('a promise for all but the disputed freight comes of one call', async () => {
  const page = await openCall(1);
  await page.keyboard.press('4');
  await page.getByLabel('What is wrong').selectOption({ label: 'the freight' });
  await page.getByLabel('Amount').fill('1.00');
  await page.getByRole('button', { name: 'Add, and more' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'So far' }).getByText('Dispute').waitFor();
  await page.keyboard.press('1');
  await page.getByLabel('By which day').waitFor();
  const asked = page.waitForRequest((request) => request.url().endsWith('/outcome'));
  await page.keyboard.press('Enter');
  const body = (await asked).postDataJSON() as { came: { outcome: string }[] };
  expect(body.came.map(({ outcome }) => outcome)).toEqual(['dispute', 'promise']);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a call that the gate forbids is not offered, and w says why', async () => {
  const page = await openAccount(2, 'nowhere');
  await page.keyboard.press('c');
  await page.getByText('Not now').waitFor();
  const dial = page.getByRole('button', { name: /^Dial/u });
  expect(await dial.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('w');
  await page.getByRole('dialog').getByText('This forbids the call now:').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.pathname.endsWith('/call'));
});

test('the script turns Spanish, and what is confirmed has an English gloss', async () => {
  const page = await openCall(3, 'es');
  await page.getByText(/¿Podría hablar con/u).waitFor();
  await page.getByRole('button', { name: 'EN', exact: true }).click();
  await page.getByText(/May I speak with/u).waitFor();
  await page.keyboard.press('1');
  await page.getByText(/Acordamos:/u).waitFor();
  await page.getByText('In English').click();
  await page.getByText(/We agreed:/u).waitFor();
});

test('a caller who is not on file hears nothing, and the list is where it was', async () => {
  const page = await screens.open(paths.worklist, { as: 'collector' });
  const { name } = await anAccount(page, 4);
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await page.getByRole('heading', { level: 1, name: 'A call comes in' }).waitFor();
  await page.getByLabel(/^Telephone, check number/u).fill(name);
  await page
    .getByRole('button', { name: new RegExp(escaped(name), 'u') })
    .first()
    .click();
  await page.getByLabel('Who calls').selectOption({ label: 'somebody else' });
  await page.getByLabel('Name').fill('Somebody');
  await page.getByLabel('account number').selectOption({ label: 'right' });
  await page.getByLabel('an open invoice').selectOption({ label: 'right' });
  await page.getByRole('button', { name: /^Take the call/u }).click();
  await page.getByText(/not on file for the account/u).waitFor();
  expect(await page.getByRole('button', { name: /^Promise/u }).count()).toBe(0);
  await page.getByRole('button', { name: 'Only asked' }).click();
  await page.waitForURL((url) => url.pathname === paths.worklist);
});

test('axe finds nothing on the call screen, and a phone holds it', async () => {
  const page = await openCall(5);
  await nothingFound(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Promise', exact: true }).click();
  await page.getByLabel('By which day').waitFor();
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBe(0);
  await nothingFound(page);
});

/** This machine has no telephone: what would be dialed is kept instead. */
const noTelephone = `HTMLAnchorElement.prototype.click = function dial() {
  document.documentElement.dataset.dialed = this.href;
}`;

type Reached = 'reachable' | 'nowhere' | 'es';

/** The nth account of the aging, which may be called at any hour, or not at all. */
async function openAccount(nth: number, reached: Reached): Promise<Page> {
  const page = await screens.open(paths.aging, { as: 'manager' });
  await page.addInitScript(noTelephone);
  const found = await anAccount(page, nth);
  await reach(found.id, reached);
  await page.goto(paths.account.replace('$accountId', found.id));
  await page.getByRole('heading', { level: 1, name: found.name }).waitFor();
  await settled(page);
  return page;
}

async function openCall(nth: number, language: 'reachable' | 'es' = 'reachable'): Promise<Page> {
  const page = await openAccount(nth, language);
  await press(page, ['c']);
  await page.getByText('OK to call ✓').waitFor();
  await press(page, ['c']);
  await page.getByText(/^On the telephone/u).waitFor();
  return page;
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** Says where the debt stands and gives it one person, who agreed to be called at any hour. */
async function reach(account: string, reached: Reached): Promise<void> {
  const accountId = id(account);
  const { desk } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.reach', actor, reason: 'for the test', input: account };
  const work = async (context: Context) => {
    const found = await findAccount(context.tx, accountId);
    const [known] = found ? await contactsOf(context.tx, found.customerId) : [];
    const state = reached === 'nowhere' ? null : 'PA';
    accepted(await setDebtProfile(context, { ...nothingStated, accountId, state }));
    const { contactId } = accepted(
      await saveContact(context, {
        accountId,
        contactId: known?.contactId,
        contact: {
          role: 'accounts_payable',
          name: known?.name ?? 'Ann Orr',
          email: 'ann@north.example',
          phone: reached === 'nowhere' ? null : '+12155550142',
          language: reached === 'es' ? 'es' : 'en',
          zone: 'America/New_York',
        },
        verified: true,
      }),
    );
    const said = {
      accountId,
      contactId,
      address: '',
      source: 'call',
      evidence: 'said so',
    } as const;
    accepted(await recordConsent(context, { ...said, channel: 'call', scope: 'hours' }));
    return accept(contactId);
  };
  accepted(await perform(desk, doing, work));
}
