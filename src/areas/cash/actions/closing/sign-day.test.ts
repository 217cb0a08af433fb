import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf } from '#test/support/builders.ts';
import { line } from '#test/support/bank-files.ts';
import { type CashDesk, deskWithCash } from '#test/support/cash-closing.ts';
import { readDay } from '../../answers/closing/day.ts';
import { reviewsOf } from '../../store/closing/reviews.ts';
import { endHeldOver, holdOver } from './hold-over.ts';
import { setClosingPolicy } from './set-closing-policy.ts';
import { signDay } from './sign-day.ts';
import { signReview } from './sign-review.ts';

const on = day('2026-11-20');
const signed = (desk: CashDesk, by = desk.second) =>
  desk.act((context) => signDay(context, { companyId: desk.companyId, day: on, note: '' }), by);
const dayOf = (desk: CashDesk) =>
  readDay(desk.db, {
    companyId: desk.companyId,
    company: 'MAIN',
    day: on,
    today: desk.clock.today(),
    language: 'en',
  });
const wire = (amount: string, text = 'WIRE NORTH') => line(on, amount, text, { channel: 'wire' });

describe('a day of cash', () => {
  test('is signed by a second person when bank, desk and journal say one amount', async () => {
    await using desk = await deskWithCash(on);
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.00' }, [wire('400.00')]);
    expect(answerOf(await signed(desk, desk.poster))).toBe(`cash.second_person_signs ${on}`);
    expect(await signed(desk)).toMatchObject({ value: { signature: 1 } });
    const answer = await dayOf(desk);
    expect(answer.figures).toMatchObject([
      { received: '400.00', deposited: '400.00', posted: '400.00', journal: '400.00' },
    ]);
    expect(answer).toMatchObject({ sameDayBps: 10_000, differences: [], lateArrivals: 0 });
    expect(answer.signatures[0]?.figures[0]?.journal).toBe('400.00');
  });

  test('one cent off at the bank is named and cannot be signed', async () => {
    await using desk = await deskWithCash(on);
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.01' }, [wire('400.01')]);
    expect(await signed(desk)).toMatchObject({ refusal: 'cash.day_differs', facts: { count: 2 } });
    const { differences, figures } = await dayOf(desk);
    expect(differences.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
      'not_deposited -400.00',
      'bank_only 400.01',
    ]);
    expect(figures).toMatchObject([{ received: '400.00', deposited: '400.01' }]);
  });

  test('what nobody posted is listed; held over with its clock, the day is signed', async () => {
    await using desk = await deskWithCash(on);
    const [receiptId] = await desk.received('wire', [['NOBODY', '75.00', 'W-2']]);
    if (!receiptId) throw new Error('a receipt');
    await desk.statement({ opening: '0.00', closing: '75.00' }, [wire('75.00')]);
    expect(await signed(desk)).toMatchObject({
      refusal: 'cash.day_differs',
      facts: { kind: 'not_posted', amount: '-75.00' },
    });
    const { companyId } = desk;
    const wish = {
      companyId,
      receiptId,
      leg: 'posting',
      waitsFor: 'bank',
      dueOn: undefined,
    } as const;
    const held = await desk.done((context) => holdOver(context, wish), desk.poster);
    expect(held.dueOn).toBe('2026-11-23');
    expect(await dayOf(desk)).toMatchObject({
      heldOver: [{ waitsFor: 'bank', amount: '75.00', overdue: false }],
      figures: [{ received: '75.00', deposited: '75.00', posted: '0.00', heldOver: '75.00' }],
    });
    expect(await signed(desk)).toMatchObject({ ok: true });
    desk.on('2026-11-24');
    expect((await dayOf(desk)).heldOver).toMatchObject([{ overdue: true }]);
    const end = { companyId, heldId: held.heldId };
    await desk.done((context) => endHeldOver(context, end));
    expect(answerOf(await desk.act((context) => endHeldOver(context, end)))).toBe(
      'cash.no_such_hold',
    );
    expect((await dayOf(desk)).heldOver).toEqual([]);
  });

  test('what arrives after the signature is named; a second signature takes it in', async () => {
    await using desk = await deskWithCash(on);
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.00' }, [wire('400.00')]);
    await signed(desk);
    expect(answerOf(await signed(desk))).toBe(`cash.day_signed_already ${on}`);
    await desk.received('wire', [['NORTH', '25.00', 'W-9']]);
    const late = await dayOf(desk);
    expect(late.lateArrivals).toBe(1);
    expect(late.differences).toMatchObject([{ kind: 'not_deposited', late: true }]);
    await desk.statement({ opening: '0.00', closing: '425.00' }, [
      wire('400.00'),
      wire('25.00', 'WIRE LATE'),
    ]);
    expect(await signed(desk)).toMatchObject({ value: { signature: 2 } });
    const { signatures } = await dayOf(desk);
    expect(signatures.map(({ figures }) => figures[0]?.received)).toEqual(['400.00', '425.00']);
  });

  test('an office of one signs its own day once its policy says so', async () => {
    await using desk = await deskWithCash(on);
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.00' }, [wire('400.00')]);
    const days = { bankAnswerDays: 3, keepPaperDays: 14, lagDays: 3, reviewDays: 3 };
    const policy = { secondPerson: false, ...days };
    const { companyId } = desk;
    await desk.done((context) => setClosingPolicy(context, { companyId, policy }));
    expect(await signed(desk, desk.poster)).toMatchObject({ ok: true });
  });

  test('what somebody signed alone is frozen as a list that another person signs', async () => {
    await using desk = await deskWithCash(on);
    const { companyId } = desk;
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.00' }, [wire('400.00')]);
    const days = { bankAnswerDays: 3, keepPaperDays: 14, lagDays: 3, reviewDays: 2 };
    const policy = { secondPerson: false, ...days };
    await desk.done((context) => setClosingPolicy(context, { companyId, policy }));
    await signed(desk, desk.poster);
    const [review] = await reviewsOf(desk.db, { companyId, day: on });
    if (!review) throw new Error('a list to look over');
    const acts = review.rows.map(({ act, amount }) => `${act} ${amount}`);
    expect(review).toMatchObject({ dueOn: '2026-11-22', signed: null, about: 'day' });
    expect(acts).toEqual(['entered 40000', 'posted 40000']);
    const { reviewId } = review;
    const sign = (by: typeof desk.second) =>
      desk.act((context) => signReview(context, { companyId, reviewId, note: 'seen' }), by);
    expect(answerOf(await sign(desk.poster))).toBe('cash.own_review');
    expect(await sign(desk.second)).toMatchObject({ ok: true });
    expect(answerOf(await sign(desk.second))).toBe('cash.review_signed_already');
    const [after] = await reviewsOf(desk.db, { companyId, day: on });
    expect(after?.signed).toMatchObject({ note: 'seen' });
  });

  test('a day that a second person signed leaves nothing to look over', async () => {
    await using desk = await deskWithCash(on);
    const { companyId } = desk;
    await desk.received('wire', [['NORTH', '400.00', 'W-1']]);
    await desk.statement({ opening: '0.00', closing: '400.00' }, [wire('400.00')]);
    await signed(desk);
    expect(await reviewsOf(desk.db, { companyId, day: on })).toEqual([]);
  });
});
