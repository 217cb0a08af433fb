import { expect, test } from 'vitest';
import { askWriteOff } from '#areas/ledger/actions/write-off-item.ts';
import { answerOf, deskOwed1000, usd } from '#test/support/builders.ts';
import { samplePdf } from '#test/support/papers.ts';
import { evidenceOf } from '../store/evidence.ts';
import { addEvidence } from './add-evidence.ts';
import { withdrawRequest } from './withdraw-request.ts';

test('papers are added while a request is open, all of them or none, and never again', async () => {
  await using desk = await deskOwed1000();
  const rosa = await desk.member('collector');
  const { accountId, invoiceId: itemId } = desk;
  const wish = { accountId, itemId, amount: usd('900'), evidence: '' };
  const asked = await desk.done((context) => askWriteOff(context, wish), rosa);
  const { requestId } = asked;
  const add = (...papers: { name: string; bytes: Uint8Array }[]) =>
    desk.act((context) => addEvidence(context, { requestId, papers, companies: 'all' }), rosa);
  const letter = { name: 'letter.pdf', bytes: samplePdf('letter') };
  const photo = { name: 'photo.png', bytes: new Uint8Array([1, 2, 3]) };
  expect(answerOf(await add(letter, photo))).toContain('approvals.not_an_original');
  expect(await evidenceOf(desk.db, [requestId])).toEqual([]);
  expect(await add(letter, letter)).toMatchObject({ ok: true, value: { ids: [{}] } });
  expect(await evidenceOf(desk.db, [requestId])).toMatchObject([
    { fileName: 'letter.pdf', by: 'collector' },
  ]);
  const elsewhere = { requestId, papers: [letter], companies: [] };
  expect(answerOf(await desk.act((context) => addEvidence(context, elsewhere), rosa))).toBe(
    'approvals.no_such_request',
  );
  await desk.done((context) => withdrawRequest(context, { requestId, companies: 'all' }), rosa);
  expect(answerOf(await add(letter))).toBe('approvals.not_open withdrawn');
});
