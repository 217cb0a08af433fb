import { expect, test } from 'vitest';
import { instant } from '#kernel/instant.ts';
import { type LinkStanding, closedLink, mayAnswer, mostAnswers } from './link.ts';

const link: LinkStanding = {
  expiresAt: instant('2026-12-01T00:00:00Z'),
  revoked: false,
  state: 'with_owner',
  answers: 0,
};
const now = instant('2026-11-20T12:00:00Z');

test.each<[string, Partial<LinkStanding>, string | undefined]>([
  ['in its days', {}, undefined],
  ['to the minute on which it ends', { expiresAt: now }, 'dispute.link_expired'],
  ['taken back', { revoked: true }, 'dispute.link_revoked'],
  ['to a case that was decided', { state: 'decided' }, 'dispute.link_over'],
  ['to a case that ended', { state: 'closed' }, 'dispute.link_over'],
])('a link %s opens as it should', (_case, part, refusal) => {
  expect(closedLink({ ...link, ...part }, now)).toBe(refusal);
});

test('a link takes so many answers and no more', () => {
  expect(mayAnswer({ ...link, answers: mostAnswers - 1 }, now)).toBeUndefined();
  expect(mayAnswer({ ...link, answers: mostAnswers }, now)).toBe('dispute.link_used_up');
});
