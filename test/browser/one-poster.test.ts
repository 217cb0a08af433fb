/** An office with one poster: switched on by two people, and the poster's day waits as a duty. */
import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { accepted, perform } from '#platform/action.ts';
import { askReviews } from '#areas/cash/actions/closing/ask-review.ts';
import { policyInForce } from '#areas/cash/store/policies.ts';
import { companyByCode } from '#areas/team/index.ts';
import { paths } from '#web/paths.ts';
import { nothingFound } from '#test/support/axe.ts';
import { cashPage } from '#test/support/cash-page.ts';
import { answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 4 });

/** The company of the live desk. */
async function main() {
  const company = await companyByCode(screens.live().desk.db, 'MAIN');
  if (!company) throw new Error('the live desk has no company');
  return company.companyId;
}

/** What the workers do the next morning. */
async function nextMorning(): Promise<void> {
  const { desk, today } = screens.live();
  const companyId = await main();
  const morning = { ...desk, clock: { ...desk.clock, today: () => plusDays(today, 1) } };
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'cash.ask_reviews', actor, reason: 'for the test', input: null };
  accepted(await perform(morning, doing, (context) => askReviews(context, companyId)));
}

test('one poster is switched on by two people, and each day of theirs is a duty', async () => {
  const desk = await cashPage(screens);
  const manager = await screens.open(paths.cashQuality, { as: 'manager' });
  await manager.getByRole('button', { name: 'Propose a version' }).click();
  const form = manager.getByRole('form', { name: /Propose a version/u });
  await form.getByLabel(/^One person posts/u).check();
  const claims = form.getByLabel(/^Write-downs of one payment of claims/u);
  expect(await claims.inputValue()).toBe('500.00');
  await form.getByLabel('Reason').fill('one poster since June');
  // A limit that was emptied is asked for, never put back unseen.
  await claims.fill('');
  await form.getByRole('button', { name: 'Propose' }).click();
  await form.getByText('Say an amount, 0 or more').waitFor();
  await claims.fill('1,250.50');
  await form.getByLabel(/^Fee to a customer whose payment came back/u).fill('35');
  await settled(manager);
  await nothingFound(manager);
  await answered(manager, /cash\/policies$/u, () =>
    form.getByRole('button', { name: 'Propose' }).click(),
  );
  const controller = await screens.open(paths.cashQuality, { as: 'controller' });
  await answered(controller, /\/decision$/u, () =>
    controller.getByRole('button', { name: 'Aprobar' }).click(),
  );
  await controller.getByText(/^Contabiliza una sola persona/u).waitFor();
  const { document } = await policyInForce(screens.live().desk.db, await main());
  await controller.getByText(/le cuesta al cliente/u).waitFor();
  const written = { adjustmentLimitMinor: '125050', returnFeeMinor: '3500' };
  expect(document).toMatchObject({ onePoster: true, ...written, postFrom: 1 });

  await desk.owed('Lone Poster Inc', { 'LP-1': '640' });
  await desk.receipt({ payer: 'LONE POSTER INC', amount: '640', said: 'LP-1' });
  const poster = await desk.open(`${paths.cash}?q=LONE`);
  await poster.getByRole('region', { name: 'Proposal A' }).getByText('LP-1').waitFor();
  await answered(poster, /cash\/receipts\?/u, () => poster.keyboard.press('Enter'));
  await nextMorning();
  const day = await screens.open(paths.worklist, { as: 'manager' });
  const duties = day.getByRole('region', { name: 'Duties' });
  await duties.getByRole('link', { name: 'Look over a day’s postings' }).click();
  const alone = day.getByRole('region', { name: 'Signed alone' });
  await answered(day, /reviews\/[^/]+\/signature$/u, () =>
    alone.getByRole('button', { name: 'Looked over: sign' }).click(),
  );
  await alone.getByText(/^looked over by/u).waitFor();
  await day.goto(paths.worklist);
  await settled(day);
  await duties.waitFor({ state: 'detached' });
});
