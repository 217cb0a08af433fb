import { expect, test } from 'vitest';
import { deskOwed1000 } from '#test/support/builders.ts';
import { runCommand } from '#test/support/commands.ts';
import { datasetCommands } from './commands.ts';

test('the console lists the datasets and documents the columns of one', async () => {
  await using desk = await deskOwed1000();
  const list = await runCommand(datasetCommands, 'datasets', desk, []);
  expect(list.out).toContain('open-items');
  const one = await runCommand(datasetCommands, 'datasets', desk, ['open-items', '--csv']);
  expect(one.out).toContain('daysPastDue,Days past due,count');
  const json = await runCommand(datasetCommands, 'datasets', desk, ['receipts', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ key: 'receipts', entitySet: 'Receipts' });
  await expect(runCommand(datasetCommands, 'datasets', desk, ['shoes'])).rejects.toThrow(
    'There is no dataset shoes',
  );
});
