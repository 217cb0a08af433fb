/** What holds for every screen: axe finds nothing, nothing overflows, no language is mixed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { axeOn } from '#test/support/axe.ts';
import { anAccount, settled, useScreens } from '#test/support/screens.ts';
import { type StoryPages, storyPages } from '#test/support/story-pages.ts';

const screens = useScreens();
const phone = { width: 390, height: 844 };

test('every screen by day, by night, on a phone and in Spanish', { timeout: 900_000 }, async () => {
  const english = await screens.open(paths.aging, { as: 'manager', colorScheme: 'light' });
  const spanish = await screens.open(paths.aging, { as: 'controller', locale: 'es-US' });
  expect(await spanish.evaluate(() => document.documentElement.lang)).toBe('es');
  const { id, name } = await anAccount(english);
  const names = new Set([name, ...(await story(english, id)).names]);
  const axe: string[] = [];
  const wide: string[] = [];
  const untranslated: string[] = [];
  for (const address of await addresses(english)) {
    await english.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const page of [english, spanish]) {
      await page.goto(address);
      await settled(page);
    }
    axe.push(...(await findings(english)).map((finding) => `${address}: ${finding}`));
    const here = new Set(await phrases(english));
    for (const phrase of await phrases(spanish)) {
      if (here.has(phrase) && !alike.has(phrase) && !names.has(phrase))
        untranslated.push(`${address}: ${phrase}`);
    }
    for (const page of [english, spanish]) {
      const over = await overAPhone(page);
      if (over > 0) wide.push(`${address} by ${over}`);
    }
  }
  expect({ axe, wide, untranslated }).toEqual({ axe: [], wide: [], untranslated: [] });
});

test('the language switch changes the frame at once and stays after a reload', async () => {
  const page = await screens.open(paths.settings, { as: 'collector' });
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitemradio', { name: 'Español' }).click();
  await page.getByRole('link', { name: 'Mi día' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Antigüedad' }).waitFor();
  expect(await page.getByRole('link', { name: 'My day' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Idioma' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('link', { name: 'My day' }).waitFor();
});

test('the dark theme is chosen in the corner and kept', async () => {
  const page = await screens.open(paths.team, { as: 'administrator' });
  const day = await inkOf(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.waitForFunction((was) => getComputedStyle(document.body).color !== was, day);
  const night = await inkOf(page);
  await page.reload();
  await settled(page);
  expect(await inkOf(page)).toBe(night);
});

test('the people say whose duties belong apart, and lead to who answers for them', async () => {
  const page = await screens.open(paths.team, { as: 'administrator' });
  await page.getByText('1 pair in one hand').first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Duties that must be apart' }).waitFor();
});

test('an address that leads nowhere says so and leads back', async () => {
  const page = await screens.open('/nowhere/at/all', { as: 'collector' });
  await page.getByText('There is nothing at this address').waitFor();
  await page.getByRole('link', { name: 'Back to my day' }).click();
  await page.getByRole('heading', { name: 'My day' }).waitFor();
});

test('an account that does not exist says so and offers to try again', async () => {
  const unknown = '0193a000-0000-7000-8000-000000000000';
  const page = await screens.open(paths.account.replace('$accountId', unknown), {
    as: 'collector',
    refused: [404],
  });
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
});

test('a server that does not answer is named, and trying again brings the page back', async () => {
  const page = await screens.open(paths.promises, {
    as: 'collector',
    refused: ['ERR_CONNECTION_REFUSED'],
  });
  await page.route('**/api/v1/aging*', (route) => route.abort('connectionrefused'));
  const failed = page.getByText('The desk does not answer.', { exact: false });
  const errors = page.waitForEvent('requestfailed');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await errors;
  await failed.waitFor({ timeout: 20_000 });
  await page.unroute('**/api/v1/aging*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('grid').waitFor();
});

test('the Tab key always lands on something that shows that it has the focus', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const lost: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const on = document.activeElement;
      if (on === null || on === document.body) return 'nothing';
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(on);
      const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const marked = on.querySelector('[aria-selected=true]') !== null;
      return ring || marked || boxShadow !== 'none' ? '' : on.outerHTML.slice(0, 90);
    });
    if (found !== '' && found !== 'nothing') lost.push(found);
  }
  expect(lost).toEqual([]);
});

test('every key of the rail leads to its place, and ? lists the keys', async () => {
  const page = await screens.open(paths.settings, { as: 'manager' });
  const places = [
    ['w', 'My day'],
    ['a', 'Aging'],
    ['o', 'Promises'],
    ['t', 'Tasks'],
    ['j', 'Approvals'],
    ['e', 'Statements'],
    ['x', 'Outbox'],
    ['z', 'Strategies'],
    ['u', 'Month end'],
    ['f', 'Portfolio'],
    ['k', 'Campaigns'],
    ['c', 'Cash application'],
    ['y', 'What changed'],
    ['r', 'Over 60 days'],
    ['v', 'Who is away'],
    ['d', 'Disputes'],
    ['h', 'Held orders'],
    ['m', 'Mailbox'],
    ['q', 'Contact log'],
    ['l', 'Clean-ups'],
    ['b', 'Bank files'],
    ['i', 'Imports'],
    ['p', 'The team today'],
    ['g', 'People'],
    ['s', 'Settings'],
  ] as const;
  for (const [key, name] of places) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys of this screen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the palette finds an account by a part of its name and opens it', async () => {
  const page = await screens.open(paths.aging, { as: 'manager' });
  const { name } = await anAccount(page, 2);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.getByRole('option', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});

/** What happened once for all tests of this file. */
let stories: Promise<StoryPages> | undefined;

function story(page: Page, accountId: string): Promise<StoryPages> {
  stories ??= storyPages(page, accountId, screens.live().today);
  return stories;
}

/** Every screen behind the door that needs no upload, with an account where one is named. */
async function addresses(page: Page): Promise<string[]> {
  const { id } = await anAccount(page);
  const fixed = [
    paths.worklist,
    paths.disputes,
    paths.causes,
    paths.complaints,
    paths.holds,
    paths.approvals,
    paths.refunds,
    paths.refundsUnderWay,
    paths.refundFiles,
    paths.refundsUnclaimed,
    paths.payback,
    paths.strategySteps,
    paths.strategyRuns,
    paths.simulations,
    paths.cashVariances,
    paths.originals,
    paths.account,
    paths.statement,
    paths.call,
    paths.inboundCall,
    paths.aging,
    paths.review,
    paths.cash,
    paths.cashBatches,
    paths.cashQuality,
    paths.compare,
    paths.over60,
    paths.forecast,
    paths.forecastAlerts,
    paths.mailbox,
    paths.metrics,
    paths.goals,
    paths.activity,
    paths.allowance,
    paths.monthEnd,
    paths.dailyClose,
    paths.bankRec,
    paths.cashDeposits,
    paths.cashCards,
    paths.bookOfRecord,
    paths.statementRuns,
    paths.portalRegister,
    paths.letters,
    paths.promises,
    paths.promiseOutlook,
    paths.plans,
    paths.settlements,
    paths.clocks,
    paths.authority,
    paths.escalations,
    paths.outbox,
    paths.templates,
    paths.template,
    paths.contactLog,
    paths.permitLog,
    paths.contactRules,
    paths.contactPolicy,
    paths.tasks,
    paths.portfolio,
    paths.rules,
    paths.rebalance,
    paths.campaigns,
    paths.strategies,
    paths.creditLimits,
    paths.creditPolicies,
    paths.newCreditPolicy,
    paths.newStrategy,
    paths.verification,
    paths.writeOffs,
    paths.smallBalances,
    paths.agencies,
    paths.charges,
    paths.chargeRuns,
    paths.bookedCharges,
    paths.shortPayments,
    paths.reconciliations,
    paths.projects,
    paths.imports,
    paths.closings,
    paths.bankFiles,
    paths.bankLines,
    paths.bankAccounts,
    paths.team,
    paths.cover,
    paths.brief,
    paths.orderOfWork,
    paths.settings,
  ];
  const named = fixed.map((address) =>
    address.replace('$accountId', id).replace('$key', 'reminder'),
  );
  const { addresses: told } = await story(page, id);
  return [...named, ...told];
}

/** What axe finds by day and then by night, which changes nothing but the colours. */
async function findings(page: Page): Promise<string[]> {
  const day = await inkOf(page);
  const byDay = await axeOn(page).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.waitForFunction((was) => getComputedStyle(document.body).color !== was, day);
  const byNight = await axeOn(page).withRules('color-contrast').analyze();
  return [...byDay.violations, ...byNight.violations].map(
    ({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

/** By how many pixels the page is wider than the phone that it is now seen on. */
async function overAPhone(page: Page): Promise<number> {
  const desktop = page.viewportSize();
  await page.setViewportSize(phone);
  await settled(page);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (desktop !== null) await page.setViewportSize(desktop);
  return over;
}

function inkOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.body).color);
}

/** What the screen itself says: not the names and figures of the book. */
function phrases(page: Page): Promise<string[]> {
  return page
    .locator('h1, h2, h3, button, label, nav a, [role=columnheader], [role=tab], footer span')
    .evaluateAll((elements) =>
      elements
        .map((element) => (element.textContent ?? '').trim())
        .filter((text) => /\p{L}{3}/u.test(text)),
    );
}

/** Words that both languages write the same way, and names. */
const alike = new Set([
  // Names of states on the rules of contact.
  'Connecticut',
  'Florida',
  'Iowa',
  'Maryland',
  'Massachusetts',
  'Texas',
  'Vermont',
  'Washington',
  'Wisconsin',

  'Rosa Delgado',
  'Sam Whitaker',

  'CSV',
  'USD',
  'Total',
  'Portal',
  'Webhooks',
  'Dunlin',
  'Auditor',
  'Control',
  'Ctrl K',
  'Esc',
  'PDF',
]);
