/** Letters in a story: written, printed together, on a desk with an address and a letterhead. */
import type { Id } from '#kernel/ids.ts';
import { queueMessage } from '#areas/correspondence/index.ts';
import { printLetters } from '#areas/correspondence/actions/letters/print-letters.ts';
import { drawLettersOn } from '#areas/correspondence/answers/letters/draw-letters.ts';
import { type Story, deskOn } from './builders.ts';
import { giveAddress, giveLetterhead } from './statement-runs.ts';

const firstClass = 'first_class' as const;

export async function write(
  desk: Pick<Story, 'done'>,
  accountId: Id,
  key: string,
  text = 'Please pay.',
) {
  const queued = await desk.done((context) =>
    queueMessage(context, {
      key,
      accountId,
      contactId: null,
      channel: 'letter',
      toName: 'North Mills',
      toAddress: '',
      language: 'es',
      subject: 'Factura vencida',
      text,
      html: '',
      templateKey: null,
      templateVersion: null,
      purpose: 'notice',
      itemIds: [],
      attachments: [],
      state: 'queued',
    }),
  );
  return queued.messageId;
}

export const print = (desk: Story) =>
  desk.act((context) =>
    printLetters(
      context,
      { companyId: desk.companyId, mailClass: firstClass, most: 1000 },
      drawLettersOn(desk.clock.today()),
    ),
  );

/** What was printed; a test without a batch is wrong. */
export function batchIn(printed: Awaited<ReturnType<typeof print>>) {
  if (!printed.ok) throw new Error(printed.refusal);
  const { batchId, ...made } = printed.value;
  if (batchId === null) throw new Error('nothing was printed');
  return { batchId, ...made };
}

export async function deskWithAddress() {
  const desk = await deskOn('2026-07-06');
  const north = await desk.account('NORTH');
  await giveAddress(desk, north);
  await giveLetterhead(desk, '123456');
  return { ...desk, north };
}

/** A desk on which a letter for each key was printed, as one batch. */
export async function deskWithLetters(keys: readonly string[]) {
  const desk = await deskWithAddress();
  for (const key of keys) await write(desk, desk.north, key, `Text of ${key}.`);
  return { ...desk, ...batchIn(await print(desk)) };
}
