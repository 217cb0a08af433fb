import { expect, test } from 'vitest';
import { accept } from '#kernel/outcome.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskOwed1000 } from '#test/support/builders.ts';
import { buildAll } from './build-worklist.ts';
import { finishWork } from './finish-work.ts';
import { undoWork } from './undo-work.ts';

test('one takes back one’s own answer, and only once', async () => {
  await using desk = await deskOwed1000();
  const { accountId } = desk;
  await desk.done(async (context) => accept(await buildAll(context)));
  const [rosa, ben] = [await desk.member('collector'), await desk.member('senior')];
  await desk.done(
    (context) => finishWork(context, { accountId, result: 'reached', note: '' }),
    rosa,
  );
  const hidden = async (): Promise<unknown> =>
    (
      await desk.db.one(sql<{ hidden_as: string | null }>`
      select hidden_as from worklist.account_work`)
    ).hidden_as;
  expect(await hidden()).toBe('done');
  const undo = (who: typeof rosa) => desk.done((context) => undoWork(context, accountId), who);
  expect(await undo(ben)).toEqual({ undone: false });
  expect(await undo(rosa)).toEqual({ undone: true });
  expect(await hidden()).toBeNull();
  expect(await undo(rosa)).toEqual({ undone: false });
});
