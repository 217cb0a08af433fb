/** Yesterday's file of the bank: dropped, looked at, named, taken in; a line set aside by two. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { paths } from '#web/paths.ts';
import { axeOn } from '#test/support/axe.ts';
import { settled, useScreens } from '#test/support/screens.ts';

const screens = useScreens({ customers: 5 });

function statement(account: string, closing: string): string {
  return [
    ':20:STARTUMSE',
    `:25:12345678/${account}`,
    ':28C:1/1',
    ':60F:C260601USD100,00',
    `:61:2606020602C45,00NTRFINV-1//${account}A`,
    ':86:INV-1 NORTHWIND TRADERS',
    `:61:2606020602D5,00NCHGNONREF//${account}B`,
    ':86:MONTHLY FEE',
    `:62F:C260602USD${closing}`,
    '-',
    '',
  ].join('\r\n');
}

test('a file waits for its account, is named and taken in whole', async () => {
  const page = await screens.open(paths.bankFiles, { as: 'manager' });
  await drop(page, 'monday.sta', statement('5551234', '140,00'));
  const preview = page.getByRole('region', { name: 'What they say' });
  await preview.getByText('its page then asks which account this is').waitFor();
  await preview.getByText('NORTHWIND TRADERS').waitFor();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByText('One file is kept but does not go in yet.').waitFor();

  await page.goto(paths.bankAccounts);
  await settled(page);
  await page.getByRole('button', { name: 'Register a bank account' }).click();
  await page.getByLabel('Name').fill('Operating');
  await page.getByLabel('Number').fill('777001234');
  expect(await page.getByLabel('Clearing account in the journal').inputValue()).toBe('1010');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('grid').getByText('••1234').waitFor();

  await page.goto(paths.bankFiles);
  await settled(page);
  await page.getByRole('grid').getByText('monday.sta').dblclick();
  await page.waitForURL(/\/bank-files\/[0-9a-f-]{36}/u);
  await settled(page);
  const fileId = page.url().split('/').at(-1) ?? '';
  await page
    .getByLabel('Bank account', { exact: true })
    .selectOption({ label: 'Operating ••1234' });
  await page.getByRole('button', { name: 'Name it and take the file in' }).click();
  await page.getByText('2 new lines are here.').waitFor();
  await page.goto(paths.bankFile.replace('$fileId', fileId));
  await page.getByText('proves', { exact: true }).waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the file as it came' }).click();
  expect((await download).suggestedFilename()).toBe('monday.sta');

  await drop(await opened(page, paths.bankFiles), 'again.sta', statement('5551234', '140,00'));
  await page.getByText('seen before: changes nothing').waitFor();
});

test('an account that is registered after its file came takes it in with one press', async () => {
  const page = await screens.open(paths.bankFiles, { as: 'manager' });
  // An interim report states neither balance.
  const whole = statement('888004321', '140,00');
  const silent = whole.replace(/:60F:[^\r]*/u, ':34F:USDC0,').replace(/:62F:[^\r]*\r\n/u, '');
  await drop(page, 'late.sta', silent);
  const preview = page.getByRole('region', { name: 'What they say' });
  await preview.getByText('not stated').first().waitFor();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByText('One file is kept but does not go in yet.').waitFor();

  await page.goto(paths.bankAccounts);
  await settled(page);
  await page.getByRole('button', { name: 'Register a bank account' }).click();
  await page.getByLabel('Name').fill('Late');
  await page.getByLabel('Number').fill('12345678/888004321');
  const clearing = await page.getByLabel('Clearing account in the journal').inputValue();
  expect(clearing).toMatch(/^10[1-9]0$/u);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.goto(paths.bankFiles);
  await settled(page);
  await page.getByRole('grid').getByText('late.sta').dblclick();
  await page.waitForURL(/\/bank-files\/[0-9a-f-]{36}/u);
  await settled(page);
  await page.getByRole('heading', { name: 'Its account is registered now' }).waitFor();
  await page.getByText('The account ••4321 in USD is Late by now.').waitFor();
  expect(await page.getByText('is not registered').count()).toBe(0);
  await page.getByRole('button', { name: 'Take the file in' }).click();
  await page.getByText('2 new lines are here.').waitFor();
  const statements = page.getByRole('region', { name: 'Statements' });
  await statements.getByText('not stated').first().waitFor();
});

/** A prior-day report; its account total is right when it is 285.00. */
function report(total: string): string {
  return [
    '01,122099999,123456789,260603,0800,1,80,,2/',
    '02,031001234,122099999,1,260602,,USD,2/',
    '03,5551234,USD,010,10000,,,015,14000,,/',
    '16,195,4500,Z,,,FERRY BAKERY INV-7',
    `49,${total},3/`,
    `98,${total},1,5/`,
    `99,${total},1,7/`,
    '',
  ].join('\n');
}

test('a file whose amounts disagree stays out until a corrected one replaces it', async () => {
  const page = await screens.open(paths.bankFiles, { as: 'manager' });
  await drop(page, 'torn.bai', report('28400'));
  const preview = page.getByRole('region', { name: 'What they say' });
  await preview.getByText('in quarantine').waitFor();
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.getByText('One file is kept but does not go in yet.').waitFor();
  await page.getByRole('grid').getByText('torn.bai').dblclick();
  await page.getByText('It is never let in').waitFor();
  await page.getByText('disagrees', { exact: true }).first().waitFor();
  await drop(page, 'right.bai', report('28500'));
  await page.getByRole('button', { name: 'Take it in' }).click();
  await page.waitForURL((url) => url.pathname === paths.bankFiles);
  await page.getByRole('button', { name: /^replaced\s*1/u }).click();
  await page.getByRole('grid').getByText('torn.bai').waitFor();
});

/** A fee of the bank, of which no receipt is made. */
test('a line is found by its words and set aside by two persons', async () => {
  const page = await screens.open(`${paths.bankLines}?search=MONTHLY`, { as: 'manager' });
  await page.getByRole('grid').getByText('MONTHLY FEE').first().dblclick();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Reason').fill('Posted by hand last week');
  await sheet.getByRole('button', { name: 'Set aside' }).click();
  await sheet.getByText('proposed to set aside').waitFor();

  const second = await screens.open(`${paths.bankLines}?stands=proposed`, { as: 'controller' });
  await second.getByRole('grid').getByText('MONTHLY FEE').first().dblclick();
  await second.getByRole('dialog').getByLabel('Motivo').or(second.getByLabel('Reason')).fill('Yes');
  await second
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Agree|Aprobar)$/u })
    .click();
  await second
    .getByRole('dialog')
    .getByRole('button', { name: /^(?:Return it|Devolverlo)/u })
    .waitFor();
});

test('on a desk and on a phone nothing overflows and axe finds nothing', async () => {
  const page = await screens.open(`${paths.bankFiles}?state=taken_in`, { as: 'auditor' });
  await page.getByRole('grid').getByText('monday.sta').dblclick();
  await page.waitForURL(/\/bank-files\/[0-9a-f-]{36}/u);
  const wrong: string[] = [];
  for (const address of [page.url(), paths.bankFiles, paths.bankLines, paths.bankAccounts]) {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 900 });
      await opened(page, address);
      const { violations } = await axeOn(page).analyze();
      wrong.push(...violations.map(({ id }) => `${address} at ${width}: ${id}`));
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wrong.push(`${address} at ${width} is too wide by ${over}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

test('a file that nobody can read says which record stopped it', async () => {
  const page = await screens.open(paths.bankFiles, { as: 'manager', refused: [422] });
  await drop(page, 'letter.txt', 'Dear Sirs,\nplease find enclosed nothing.\n');
  await page.getByRole('alert').getByText('letter.txt').waitFor();
});

async function drop(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

async function opened(page: Page, address: string): Promise<Page> {
  await page.goto(address);
  await settled(page);
  return page;
}
