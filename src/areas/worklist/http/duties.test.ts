import { expect, test } from 'vitest';
import { plusDays } from '#kernel/day.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import { newId } from '#platform/ids.ts';
import { startClock } from '#areas/clocks/index.ts';
import { openDesk } from '#test/support/http-desk.ts';

test('a duty of no account is on the list of whoever may do it', async () => {
  await using desk = await openDesk();
  const companyId = await desk.company('ACME');
  const today = desk.clock.today();
  const actor = { ref: 'job:test', memberId: null };
  const doing = { action: 'test.duties', actor, reason: 'for the test', input: null };
  const shared = { companyId, accountId: null, source: 'policy', ownerId: null };
  const days = { startedOn: plusDays(today, -5), dueOn: plusDays(today, -2) };
  accepted(
    await perform(desk, doing, async (context) => {
      for (const kind of ['cash_review', 'bulk_details'] as const) {
        const about = { kind, id: newId() };
        await startClock(context, { ...shared, ...days, about, key: kind, kind, facts: {} });
      }
      return accept(null);
    }),
  );
  const duties = async (role: 'poster' | 'manager' | 'collector') => {
    const browser = await desk.signIn(await desk.member(role));
    const { body } = await browser.get('/api/v1/worklist');
    // The answer of the list.
    return (body as { duties: { kind: string; title: string; daysLate: number }[] }).duties;
  };
  expect(await duties('manager')).toMatchObject([
    { kind: 'cash_review', title: 'Look over a day’s postings', company: 'ACME', daysLate: 2 },
  ]);
  expect(await duties('poster')).toMatchObject([{ kind: 'bulk_details' }]);
  expect(await duties('collector')).toEqual([]);
});
