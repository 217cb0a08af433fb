/** Printed letters at the command line: one taken back, and what is wrong with the others. */
import { expect, test } from 'vitest';
import { runCommand } from '#test/support/commands.ts';
import { deskWithLetters } from '#test/support/letters.ts';
import { mailLog } from '../store/mail-log.ts';
import { letterCommands } from './letters.ts';

test('a printed letter is withdrawn by its id, with a reason, once', async () => {
  await using desk = await deskWithLetters(['a', 'b']);
  const states = async () =>
    (await mailLog(desk.db, { companies: 'all' }, null)).map(({ state }) => state);
  const [letter] = await mailLog(desk.db, { companies: 'all' }, 1);
  const take = (...args: readonly string[]) =>
    runCommand(letterCommands, 'letters', desk, ['withdraw', ...args]);
  const why = ['--reason', 'paid by wire'];
  const messageId = letter?.messageId ?? '';
  await expect(take(messageId)).rejects.toThrow('say why');
  await expect(take('first', ...why)).rejects.toThrow('name the letter by its id');
  await expect(take(desk.companyId, ...why)).rejects.toThrow('There is no such printed letter.');
  expect(await take(messageId, ...why, '--dry-run')).toMatchObject({ exit: 0 });
  expect(await states()).toEqual(['printed', 'printed']);
  expect(await take(messageId, ...why)).toMatchObject({ out: `withdrawn: ${letter?.name}` });
  expect(await states()).toEqual(['withdrawn', 'printed']);
  await expect(take(messageId, ...why)).rejects.toThrow('withdrawn already');
});
