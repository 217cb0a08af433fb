/** The morning of a lead: a run, the queue approved by keyboard, a channel on, a simulation. */
import { expect, test } from 'vitest';
import { accepted, perform } from '#platform/action.ts';
import { paths } from '#web/paths.ts';
import { finishBegun } from '#areas/strategies/actions/finish-begun.ts';
import { finishSimulations } from '#areas/strategies/actions/finish-simulations.ts';
import { nothingFound } from '#test/support/axe.ts';
import { published } from '#test/support/policies.ts';
import { settled, useScreens } from '#test/support/screens.ts';
import { fileStep, ladderFile, robot, zone } from '#test/support/strategy-desk.ts';

const screens = useScreens({ customers: 12 });
const by = { actor: robot, reason: 'a minute later' };

test('steps are proposed by a run and approved in four keystrokes and a reason', async () => {
  await inForce();
  const page = await screens.open(paths.strategyRuns, { as: 'manager' });
  await page.getByText('No run yet').waitFor();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByText('The run goes on in the background.').waitFor();
  await finishBegun(screens.live().desk, { ...by, zone });
  await page.goto(paths.strategySteps);
  await settled(page);
  await page.getByRole('grid', { name: 'Steps to approve' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('1 step marked').waitFor();
  await page.keyboard.press('y');
  await page.getByRole('dialog').getByLabel('Reason').waitFor();
  await page.keyboard.type('looked at');
  await page.keyboard.press('Enter');
  await page.getByText('1 step decided, 0 on their way.').waitFor();
  await page.getByRole('button', { name: /^Approved/u }).click();
  await page.getByRole('row').filter({ hasText: 'l1' }).first().waitFor();
});

test('a channel is off until somebody switches it on with a reason', async () => {
  const page = await screens.open(paths.strategyRuns, { as: 'manager' });
  const email = page.getByRole('listitem').filter({ hasText: 'Email' });
  await email.getByText('off: proposals only').waitFor();
  await email.getByRole('button', { name: 'Switch on' }).click();
  await page.keyboard.type('the canary went well');
  await page.keyboard.press('Enter');
  await page.getByText('Switched.').waitFor();
  await email.getByText('the canary went well').waitFor();
});

test('a version is simulated beside what is in force', async () => {
  const { today } = screens.live();
  const page = await screens.open(paths.simulations, { as: 'manager' });
  await page.getByText('Nothing simulated yet').waitFor();
  await page.getByRole('button', { name: 'Simulate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Strategy').fill('ladder');
  await dialog.getByLabel('From (YYYY-MM-DD)').fill(`${today.slice(0, 8)}01`);
  await dialog.getByLabel('To (YYYY-MM-DD)').fill(today);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await finishSimulations(screens.live().desk, by);
  await page.getByRole('button', { name: /complete/u }).waitFor();
  await page.getByRole('region', { name: 'Steps', exact: true }).waitFor();
  expect(await page.getByRole('columnheader', { name: 'In force' }).count()).toBeGreaterThan(0);
});

test('an experiment is started and stopped with a reason, its outcome beside it', async () => {
  const { today } = screens.live();
  const empty = await screens.open(paths.experiments, { as: 'auditor' });
  await empty.getByText('No experiment in force').waitFor();
  const experiment = { challenger: 'ladder', share: '50', from: today, to: today };
  await inForce({ key: 'tried', segment: { order: '99', where: [] }, experiment });
  const page = await screens.open(paths.experiments, { as: 'manager' });
  const one = page.getByRole('region', { name: 'tried against ladder' });
  await one.getByText('off', { exact: true }).waitFor();
  await one.getByRole('button', { name: 'Start the experiment of tried' }).click();
  await page.keyboard.type('calls may do better');
  await page.keyboard.press('Enter');
  await one.getByText('running', { exact: true }).waitFor();
  await one.getByText('calls may do better').waitFor();
  await one.getByText('Too few accounts to say').waitFor();
  await nothingFound(page);
  await one.getByRole('button', { name: 'Stop the experiment of tried' }).click();
  await page.keyboard.type('enough');
  await page.keyboard.press('Enter');
  await one.getByText('off', { exact: true }).waitFor();
});

test('who may not switch an experiment reads why, in Spanish too', async () => {
  const page = await screens.open(paths.experiments, { as: 'controller' });
  await page.getByRole('heading', { level: 1, name: 'Experimentos' }).waitFor();
  const other = await screens.open(paths.experiments, { as: 'collector' });
  const start = other.getByRole('button', { name: 'Start the experiment of tried' });
  expect(await start.getAttribute('aria-disabled')).toBe('true');
});

/** A ladder whose first step a person approves, in force from today. */
async function inForce(told: object = {}): Promise<void> {
  const { desk, today } = screens.live();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.story', actor, reason: 'the story', input: null };
  type Work<T, R extends string> = Parameters<typeof perform<T, R>>[2];
  const story = {
    done: async <T, R extends string>(work: Work<T, R>, who = actor): Promise<T> =>
      accepted(await perform(desk, { ...doing, actor: who }, work)).answer,
    member: () => Promise.resolve({ ref: 'job:second', memberId: null }),
  };
  const approved = fileStep('l1', '5', 'email', { approval: 'always' });
  const file = { ...ladderFile, steps: [approved, fileStep('l2', '20')], ...told };
  const judged = { judged: file, from: today };
  await published(story, file.key, JSON.stringify(file), judged);
}
