import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { composeId } from '#kernel/ids.ts';
import { instant } from '#kernel/instant.ts';
import { checkPortal, fixContact, replyWaiting } from './mail-reasons.ts';
import type { AccountFacts, PortalFact, ReplyFact } from './work.ts';

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
  const returned = ['ana@north.example', 'bo@north.example'].map((address) => ({
    address,
    since,
    by: 'email' as const,
  }));
  const [reason] = fixContact({ ...quiet, returned });
  expect(reason?.facts).toEqual({ address: 'ana@north.example', since, others: 1 });
});

test('a letter that came back is named by its street and town', () => {
  const returned = [
    { address: '1 Main St, Akron', since: day('2026-11-16'), by: 'letter' as const },
  ];
  expect(fixContact({ returned })[0]?.phrase).toBe('reason.letter_returned');
});

test('in a portal one puts in, puts right and looks up; the rejected one is named first', () => {
  const today = day('2026-11-22');
  const lies = (number: string, state: string, since: string, dueOn = '2026-12-01') => ({
    number,
    state,
    since: day(since),
    dueOn: day(dueOn),
  });
  const found = (invoices: PortalFact['invoices']) =>
    checkPortal({ portal: { portal: 'Ariba', invoices } }, today)[0]?.facts;
  expect(found([lies('1', 'submitted', '2026-11-16')])).toBe(undefined);
  expect(found([lies('1', 'submitted', '2026-11-15')])).toMatchObject({ look: 1 });
  expect(found([lies('1', 'approved', '2026-11-01', '2026-11-22')])).toBe(undefined);
  expect(found([lies('1', 'approved', '2026-11-01', '2026-11-21')])).toMatchObject({ look: 1 });
  const both = [lies('1', 'to_submit', '2026-11-20'), lies('2', 'rejected', '2026-11-21')];
  const facts = { portal: 'Ariba', rejected: 1, submit: 1, look: 0, document: '2' };
  expect(found(both)).toEqual(facts);
  expect(checkPortal({ portal: null }, today)).toEqual([]);
});
