import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { deskOn } from '#test/support/builders.ts';
import { findUpload } from '../store/uploads.ts';
import { adjustUpload } from './adjust-upload.ts';
import { keepUpload } from './keep-upload.ts';

test('how a file is read is changed by whoever dropped it and nobody else', async () => {
  await using desk = await deskOn('2026-08-15');
  const [ann, ben] = [await memberOf(desk), await memberOf(desk)];
  const wish = { memberId: ann, fileName: 'items.csv', content: Buffer.from('a'), settings: {} };
  const { uploadId } = await desk.done((context) => keepUpload(context, wish));
  const settings = { dateOrder: 'dmy' } as const;
  const adjust = (memberId: Id) =>
    desk.act((context) => adjustUpload(context, { memberId, uploadId, settings }));
  expect(await adjust(ben)).toMatchObject({ refusal: 'imports.no_such_upload' });
  expect(await adjust(ann)).toMatchObject({ ok: true });
  expect((await findUpload(desk.db, ann, uploadId))?.settings).toEqual(settings);
});

async function memberOf(desk: Awaited<ReturnType<typeof deskOn>>): Promise<Id> {
  const { memberId } = await desk.member('manager');
  if (memberId === null) throw new Error('a member has an id');
  return memberId;
}
