import { expect, test } from 'vitest';
import type { Role } from '#platform/auth/roles.ts';
import { conflictOf, permissionsOf } from '#platform/auth/roles.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { deskWithCash } from '#test/support/cash-closing.ts';
import { standardDocument } from '../../rules/receipts/policy-document.ts';
import { reviewsOf } from '../../store/closing/reviews.ts';
import { decidePolicy, proposePolicy } from '../decide-policy.ts';
import { askReviews } from './ask-review.ts';
import { signReview } from './sign-review.ts';

/** An office with one poster, who received 400 yesterday. */
async function officeOfOne(onePoster = true) {
  const desk = await deskWithCash('2026-11-19');
  const { companyId } = desk;
  const approver = await desk.member('manager');
  const document = { ...standardDocument, onePoster };
  const { version } = await desk.done(
    (context) => proposePolicy(context, companyId, document),
    desk.second,
  );
  const wish = { companyId, version, act: 'approved' } as const;
  await desk.done((context) => decidePolicy(context, wish), approver);
  await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
  const ask = () => desk.done((context) => askReviews(context, companyId));
  const clocks = () =>
    desk.db.all(sql`select kind, due_on, state from clocks.clock_card where kind = 'cash_review'`);
  return { ...desk, approver, ask, clocks };
}

test('each day of one poster is laid before a second person once it is over, once', async () => {
  await using desk = await officeOfOne();
  const { companyId } = desk;
  expect(await desk.ask()).toEqual({ asked: 0 });
  desk.on('2026-11-20');
  expect(await desk.ask()).toEqual({ asked: 1 });
  expect(await desk.ask()).toEqual({ asked: 0 });
  expect(await desk.clocks()).toEqual([
    { kind: 'cash_review', due_on: '2026-11-23', state: 'running' },
  ]);
  const [review] = await reviewsOf(desk.db, { companyId, day: desk.clock.today() });
  if (!review) throw new Error('a list to look over');
  expect(review.rows.map(({ act, amount }) => `${act} ${amount}`)).toEqual([
    'entered 40000',
    'posted 40000',
  ]);
  const sign = (by: typeof desk.second) =>
    desk.act(
      (context) => signReview(context, { companyId, reviewId: review.reviewId, note: '' }),
      by,
    );
  expect(answerOf(await sign(desk.poster))).toBe('cash.own_review');
  expect(await desk.clocks()).toMatchObject([{ state: 'running' }]);
  expect(await sign(desk.approver)).toMatchObject({ ok: true });
  expect(await desk.clocks()).toMatchObject([{ state: 'met' }]);
});

test('an office with several posters asks nobody', async () => {
  await using desk = await officeOfOne(false);
  desk.on('2026-11-20');
  expect(await desk.ask()).toEqual({ asked: 0 });
  expect(await desk.clocks()).toEqual([]);
});

test('who looks over need not post, and who posts may not look over', () => {
  const reviewing = (['manager', 'controller', 'cfo'] as const satisfies readonly Role[]).map(
    (role) => permissionsOf([role]).includes('cash.review'),
  );
  expect(reviewing).toEqual([true, true, true]);
  expect(permissionsOf(['poster'])).not.toContain('cash.review');
  expect(conflictOf(['poster', 'cfo'])).toBeDefined();
});
