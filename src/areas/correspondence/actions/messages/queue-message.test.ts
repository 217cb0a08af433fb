import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { answerOf, deskOwed1000, type Story } from '#test/support/builders.ts';
import { keepFile } from './keep-file.ts';
import { type MessageWish, queueMessage } from './queue-message.ts';

function wishFor(accountId: Id, change: Partial<MessageWish> = {}): MessageWish {
  return {
    key: 'strategy/NORTH/1/l1',
    accountId,
    contactId: null,
    channel: 'email',
    toName: 'Ana',
    toAddress: 'ana@north.example',
    language: 'es',
    subject: 'Factura vencida',
    text: 'Hola',
    html: '<p>Hola</p>',
    templateKey: 'reminder',
    templateVersion: 1,
    purpose: 'collect',
    itemIds: [],
    attachments: [],
    state: 'queued',
    ...change,
  };
}

const messages = (story: Story) =>
  story.db.all(sql`select key, state, item_ids from correspondence.message_card order by key`);

test('the same key twice is the same message', async () => {
  await using story = await deskOwed1000();
  const wish = wishFor(story.accountId, { itemIds: [story.invoiceId] });
  const first = await story.done((context) => queueMessage(context, wish));
  const again = await story.done((context) => queueMessage(context, wish));
  expect(again).toEqual({ messageId: first.messageId, repeated: true });
  expect(await messages(story)).toEqual([
    { key: wish.key, state: 'queued', item_ids: [story.invoiceId] },
  ]);
  const letter = wishFor(story.accountId, { channel: 'letter', toAddress: '' });
  expect(answerOf(await story.act((context) => queueMessage(context, letter)))).toBe(
    `correspondence.key_used_otherwise ${wish.key}`,
  );
});

test('what cannot go out is refused by name and nothing is written', async () => {
  await using story = await deskOwed1000();
  const none = '01a00000-0000-7000-8000-000000000009' as Id;
  const refused = async (change: Partial<MessageWish>) =>
    answerOf(await story.act((context) => queueMessage(context, wishFor(story.accountId, change))));
  expect([
    await refused({ accountId: none }),
    await refused({ contactId: none }),
    await refused({ toAddress: 'nobody' }),
    await refused({ channel: 'sms', toAddress: '2125550100' }),
    await refused({ text: ' ' }),
    await refused({ attachments: [{ kind: 'original', id: none }] }),
  ]).toEqual([
    'correspondence.no_such_account',
    'correspondence.no_such_contact',
    'correspondence.address_unfit nobody Ana',
    'correspondence.address_unfit 2125550100 Ana',
    'correspondence.text_empty',
    `correspondence.attachment_missing ${none}`,
  ]);
  expect(await messages(story)).toEqual([]);
});

test('attachments that no box takes are refused before they are queued', async () => {
  await using story = await deskOwed1000();
  const { accountId } = story;
  const content = new Uint8Array(9_500_000).fill(7);
  const file = { accountId, fileName: 'a.pdf', mediaType: 'application/pdf', content };
  const { fileId } = await story.done((context) => keepFile(context, file));
  const one = { kind: 'statement', id: fileId } as const;
  const queue = (attachments: MessageWish['attachments']) =>
    story.act((context) => queueMessage(context, wishFor(accountId, { attachments })));
  expect(answerOf(await queue([one, one]))).toBe('correspondence.attachments_too_large 19 18');
  expect(answerOf(await queue([one]))).toBe('accepted');
});
