import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { fixContact, replyWaiting } from './mail-reasons.ts';
import type { AccountFacts, ReplyFact } from './work.ts';

const quiet: Pick<AccountFacts, 'replies' | 'returned'> = { replies: [], returned: [] };
const reply: ReplyFact = {
  mailId: composeId(1, 0, 0, 2),
  person: 'Kim Orr',
  subject: '',
  since: instant('2026-11-16T15:00:00Z'),
  answerDueAt: null,
};

test('no mail is no reason', () => {
  expect([...replyWaiting(quiet), ...fixContact(quiet)]).toEqual([]);
});

test('a mail without a subject is named by who wrote it alone', () => {
  const [reason] = replyWaiting({ ...quiet, replies: [reply] });
  expect(reason?.facts).toMatchObject({ person: 'Kim Orr', named: 'none', others: 0 });
});

test('a long subject is cut to the room of the row', () => {
  const [reason] = replyWaiting({ ...quiet, replies: [{ ...reply, subject: 'x'.repeat(200) }] });
  expect(reason?.facts['subject']).toBe('x'.repeat(80));
});

test('of several addresses from which mail comes back the first is named', () => {
  const since = day('2026-11-16');
  const returned = ['ana@north.example', 'bo@north.example'].map((address) => ({ address, since }));
  const [reason] = fixContact({ ...quiet, returned });
  expect(reason?.facts).toEqual({ address: 'ana@north.example', since, others: 1 });
});
