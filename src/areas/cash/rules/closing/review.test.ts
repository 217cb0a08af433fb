import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { maySignReview, needsReview, reviewDueOn } from './review.ts';

describe('the second-person review of a small office', () => {
  test.each([
    [true, ['pat'], 'pat', false],
    [false, ['pat'], 'pat', true],
    [false, ['pat'], 'rosa', false],
    [false, [], 'pat', false],
  ])('second person asked %s, worked on by %j, signed by %s: %s', (asked, worked, by, needed) => {
    expect(needsReview(asked, worked, by)).toBe(needed);
  });

  test('the clock runs from the day it was signed', () => {
    expect(reviewDueOn(day('2026-11-20'), 3)).toBe('2026-11-23');
  });

  test.each([
    [{ person: 'pat', signed: false }, 'rosa', 'ok'],
    [{ person: 'pat', signed: false }, 'pat', 'cash.own_review'],
    [{ person: 'pat', signed: true }, 'rosa', 'cash.review_signed_already'],
  ])('%o signed by %s: %s', (review, by, answer) => {
    const outcome = maySignReview(review, by);
    expect(outcome.ok ? 'ok' : outcome.refusal).toBe(answer);
  });
});
