import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf } from '#test/support/builders.ts';
import { disputeDesk } from '#test/support/dispute-desk.ts';
import { type CameFile, answerByLink, openByLink } from './answer-by-link.ts';
import { inviteOutsider, revokeInvitation } from './invite-outsider.ts';
import { addEvidence, findCause, noteCase, tellAnswer } from './note-case.ts';

const pdf: CameFile = {
  name: 'pod.pdf',
  bytes: new TextEncoder().encode('%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n'),
};

/** A case with a link to Lee of the warehouse; the token's hash is `hash`. */
async function deskWithLink(days = 14) {
  const desk = await disputeDesk();
  const { accountId } = desk;
  const caseId = await desk.open('120.00');
  const ref = { accountId, caseId };
  const { linkId } = await desk.done((context) =>
    inviteOutsider(context, {
      ...ref,
      tokenHash: 'hash',
      toName: 'Lee',
      toEmail: 'lee@ops.example',
      language: 'en',
      question: 'Was it delivered?',
      days,
    }),
  );
  const reply = (files: readonly CameFile[] = [], answer = 'Two cartons were missing.') =>
    desk.act((context) =>
      answerByLink(context, { tokenHash: 'hash', verdict: 'partly', answer, files }),
    );
  const look = (tokenHash = 'hash') => desk.act((context) => openByLink(context, tokenHash));
  return { ...desk, ref, caseId, linkId, reply, look };
}

test('somebody outside opens the link and answers: the case comes back', async () => {
  await using desk = await deskWithLink();
  expect(await desk.file(desk.caseId)).toMatchObject({
    state: 'with_owner',
    outside: { name: 'Lee', email: 'lee@ops.example' },
  });
  expect(answerOf(await desk.look())).toBe('accepted');
  expect(answerOf(await desk.reply([pdf]))).toBe('accepted');
  expect(await desk.file(desk.caseId)).toMatchObject({
    state: 'open',
    answeredOn: '2026-11-20',
    answerBy: '2026-11-24',
  });
  const uses = await desk.db.all(sql`
    select kind, verdict, answer from disputes.link_use order by use_id`);
  expect(uses).toEqual([
    { kind: 'opened', verdict: null, answer: '' },
    { kind: 'answered', verdict: 'partly', answer: 'Two cartons were missing.' },
  ]);
  const files = await desk.db.all(sql`select file_name, media_type from disputes.evidence`);
  expect(files).toEqual([{ file_name: 'pod.pdf', media_type: 'application/pdf' }]);
  const clocks = await desk.db.all(sql`
    select kind, state from clocks.clock_card order by kind, state`);
  expect(clocks).toContainEqual({ kind: 'dispute_research', state: 'running' });
});

test('a link that is unknown, expired, taken back or to an ended case opens nothing', async () => {
  await using desk = await deskWithLink(1);
  expect(answerOf(await desk.look('hasH'))).toBe('dispute.link_unknown');
  desk.on('2026-11-22');
  expect(answerOf(await desk.look())).toBe('dispute.link_expired');
  expect(answerOf(await desk.reply())).toBe('dispute.link_expired');
  desk.on('2026-11-20');
  const { linkId, ref } = desk;
  await desk.done((context) => revokeInvitation(context, { ...ref, linkId }));
  expect(answerOf(await desk.look())).toBe('dispute.link_revoked');
});

test('an answer says something, and files are judged by what they are', async () => {
  await using desk = await deskWithLink();
  expect(answerOf(await desk.reply([], ' '))).toBe('dispute.answer_empty');
  const page = { name: 'x.pdf', bytes: new TextEncoder().encode('<html>') };
  expect(answerOf(await desk.reply([page]))).toBe('dispute.file_unfit x.pdf');
  const many = Array.from({ length: 6 }, () => pdf);
  expect(answerOf(await desk.reply(many))).toBe('dispute.too_many_files 6 5');
  const { count } = await desk.db.one(sql<{ count: bigint }>`
    select count(*) as count from disputes.evidence`);
  expect(count).toBe(0n);
});

test('people write notes, causes, files and answers by telephone into a case', async () => {
  await using desk = await deskWithLink();
  const { ref } = desk;
  await desk.done((context) => noteCase(context, { ...ref, note: 'Called Lee.' }));
  await desk.done((context) => findCause(context, { ...ref, cause: 'delivery_failed', note: '' }));
  await desk.done((context) => addEvidence(context, { ...ref, kind: 'claim', files: [pdf] }));
  const said = { by: 'Lee', verdict: 'agree', answer: 'He is right.' } as const;
  await desk.done((context) => tellAnswer(context, { ...ref, ...said }));
  expect(await desk.file(desk.caseId)).toMatchObject({
    state: 'open',
    cause: 'delivery_failed',
    answeredOn: '2026-11-20',
  });
});
