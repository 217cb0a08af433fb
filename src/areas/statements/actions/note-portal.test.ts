import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { answerOf, deskOwed1000 } from '#test/support/builders.ts';
import { notePortal } from './note-portal.ts';

test('only what is in a portal is written about, and not before it happened', async () => {
  await using desk = await deskOwed1000();
  const { accountId, invoiceId: documentId } = desk;
  const wish = { accountId, documentId, state: 'submitted', reference: null } as const;
  const note = (on: string) => desk.act((context) => notePortal(context, { ...wish, on: day(on) }));
  expect(answerOf(await note('2026-07-21'))).toBe('statements.portal_in_the_future');
  expect(answerOf(await note('2026-07-20'))).toBe('statements.not_in_a_portal');
});
