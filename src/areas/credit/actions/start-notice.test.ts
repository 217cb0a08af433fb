import { expect, test } from 'vitest';
import { deskOn } from '#test/support/builders.ts';
import { accept } from '#kernel/outcome.ts';
import { deskOfP28 } from '#test/support/credit.ts';
import { limitSubject } from '../store/limits.ts';
import { creditNotices } from '../store/notices.ts';
import { startNotice } from './start-notice.ts';

test('a notice is due once for what it is about; none for an account that is behind', async () => {
  await using desk = await deskOn('2026-11-20');
  const accountId = await deskOfP28(desk);
  const start = (behind: boolean) =>
    desk.done(async (context) => {
      const subject = await limitSubject(context.tx, accountId);
      if (subject === undefined) throw new Error('no such account');
      const about = { kind: 'order', id: accountId } as const;
      return accept(await startNotice(context, { accountId, about, subject }, behind));
    });
  expect(await start(true)).toBeNull();
  expect(await creditNotices(desk.db, { accountId })).toEqual([]);
  expect([await start(false), await start(false)]).toEqual(['2026-12-20', '2026-12-20']);
  expect(await creditNotices(desk.db, { accountId })).toHaveLength(1);
});
