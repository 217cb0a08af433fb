import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { deskOn } from '#test/support/builders.ts';
import { findUpload } from '../store/uploads.ts';
import { keepUpload } from './keep-upload.ts';

const content = Buffer.from('Customer,Invoice\nC1,1\n');

test('a dropped file waits, with its bytes, for whoever dropped it and nobody else', async () => {
  await using desk = await deskOn('2026-08-15');
  const ann = idOf(await desk.member('manager'));
  const ben = idOf(await desk.member('manager'));
  const wish = { memberId: ann, fileName: 'items.csv', content, settings: {} };
  const { uploadId } = await desk.done((context) => keepUpload(context, wish));
  const found = await findUpload(desk.db, ann, uploadId);
  expect(Buffer.from(found?.content ?? []).toString()).toBe(content.toString());
  expect(await findUpload(desk.db, ben, uploadId)).toBeUndefined();
});

test('what has waited for more than a day is swept out by the next file', async () => {
  await using desk = await deskOn('2026-08-15');
  const memberId = idOf(await desk.member('manager'));
  const wish = { memberId, fileName: 'items.csv', content, settings: {} };
  const { uploadId } = await desk.done((context) => keepUpload(context, wish));
  desk.on('2026-08-17');
  await desk.done((context) => keepUpload(context, wish));
  expect(await findUpload(desk.db, memberId, uploadId)).toBeUndefined();
});

function idOf({ memberId }: { readonly memberId: Id | null }): Id {
  if (memberId === null) throw new Error('a member has an id');
  return memberId;
}
