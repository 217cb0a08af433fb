/** The cash forecast opens to its items, a warning is answered, an account says when it pays. */
import { test } from 'vitest';
import { runForecast } from '#areas/forecast/actions/run-forecast.ts';
import { paths } from '#web/paths.ts';
import { sql } from '#platform/postgres/sql.ts';
import { nothingFound } from '#test/support/axe.ts';
import { night } from '#test/support/forecast-desk.ts';
import { anAccount, answered, settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 12 });

test('a week opens to its items, an account to its days, a warning to its answer', async () => {
  const { desk } = screens.live();
  await runForecast(desk, night);
  const page = await screens.open(paths.forecast, { as: 'manager' });
  await page.getByRole('heading', { name: 'How good it was' }).waitFor();
  await settled(page);
  await nothingFound(page);
  const table = page.getByRole('region', { name: 'Cash forecast USD' });
  await table.getByRole('button').first().click();
  const week = page.getByRole('dialog');
  await week.getByText(/largest of/u).waitFor();
  await nothingFound(page);
  await page.keyboard.press('Escape');

  await page.goto(paths.aging);
  await settled(page);
  const { id: accountId } = await anAccount(page);
  await desk.db.run(sql`
    insert into forecast.alert (account_id, alert_id, kind, raised_on, facts, recorded_at)
    values (${accountId}, '019b0000-0000-7000-8000-000000000001', 'slower', ${desk.clock.today()},
            '{"before": 3, "now": 20}', now())`);
  await page.goto(paths.account.replace('$accountId', accountId));
  await page.getByRole('heading', { name: 'Payment behaviour' }).waitFor();
  await page.getByText('Pays 20 days late, 3 before').waitFor();
  await settled(page);
  await nothingFound(page);

  await page.goto(paths.forecastAlerts);
  const list = page.getByRole('grid', { name: 'Early warnings' });
  await list.getByText('Pays 20 days late, 3 before').first().waitFor();
  await settled(page);
  await nothingFound(page);
  await list.getByText('Pays 20 days late, 3 before').first().click();
  await list.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await form.getByLabel('What is done').fill('Called their buyer');
  await answered(page, /acknowledge/u, () => page.keyboard.press('Enter'));
  await page.getByText('The warning is answered.').waitFor();
});
