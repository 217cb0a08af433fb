import { expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { setTerms } from './actions/set-terms.ts';
import { chargeCommands } from './commands.ts';
import { noTerms } from './rules/terms.ts';

test('dunlin charges quotes with the working, and books once where one person may', async () => {
  await using desk = await deskOwed1000();
  const { companyId } = desk;
  const run = async (...args: string[]) =>
    (await runCommand(chargeCommands, 'charges', desk, args)).out;
  expect(await run()).toBe('Nothing is to be charged.');
  const interest = { ratePct: '18', per: 'year', dayCount: 'ACT/360', clause: '§ 7' } as const;
  const set = (alone: boolean) =>
    desk.done((context) =>
      setTerms(context, { companyId, terms: { ...noTerms, interest, alone } }),
    );
  await set(false);
  expect(await run()).toContain('1000.00 × 18.00 % × 19/360 = 9.50 (ACT/360)');
  expect(await run('--csv')).toContain('NORTH,I-1');
  expect(await run('--book')).toContain('waits for a second person');
  desk.on('2026-07-21');
  await set(true);
  expect(JSON.parse(await run('--book', '--json'))).toMatchObject({
    totals: [{ currency: 'USD', interest: '10.00', fees: '0.00', sum: '10.00' }],
    run: { booked: 1, waits: false },
  });
  expect(await run('--book')).toBe('Nothing is to be charged.');
});
