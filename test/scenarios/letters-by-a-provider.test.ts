/** Letters that a provider prints and mails: each once, also when the line breaks in the middle. */
import { expect, test } from 'vitest';
import { openPdf } from '#platform/files/open-pdf.ts';
import { lobPrinter } from '#platform/print/lob.ts';
import { mailBatch } from '#areas/correspondence/actions/letters/mail-batch.ts';
import { settleHanding } from '#areas/correspondence/actions/letters/hand-over.ts';
import { handBatch } from '#areas/correspondence/answers/letters/hand-batch.ts';
import { handingsOf } from '#areas/correspondence/store/handings.ts';
import { mailLog } from '#areas/correspondence/store/mail-log.ts';
import { type Story, answerOf } from '#test/support/builders.ts';
import { deskWithLetters } from '#test/support/letters.ts';
import { lobServer } from '#test/support/lob-server.ts';
import { giveAddress } from '#test/support/statement-runs.ts';

const actor = { ref: 'job:story', memberId: null };

async function deskAtProvider() {
  const desk = await deskWithLetters(['a', 'b', 'c']);
  const provider = await lobServer();
  const whole = { ...desk, printer: lobPrinter(provider.settings) };
  const hand = async (after = 0, most = 25) => {
    const handed = await handBatch(whole, actor, { batchId: desk.batchId, after, most });
    return handed.ok ? handed.value : handed.refusal;
  };
  return {
    ...whole,
    provider,
    hand,
    async [Symbol.asyncDispose]() {
      await provider[Symbol.asyncDispose]();
      await desk[Symbol.asyncDispose]();
    },
  };
}

const states = async (desk: Story & { batchId: Parameters<typeof mailLog>[1]['batchId'] }) => {
  const log = await mailLog(desk.db, { companies: 'all', batchId: desk.batchId }, null);
  const handings = await handingsOf(
    desk.db,
    log.map(({ messageId }) => messageId),
  );
  return log.map(({ messageId, state }) => `${state} ${handings.get(messageId)?.event ?? '-'}`);
};

test('a batch is handed over letter by letter, each with its own pages', async () => {
  await using desk = await deskAtProvider();
  expect(await desk.hand(0, 2)).toEqual({ taken: 2, refused: 0, unknown: 0, next: 2 });
  expect(await desk.hand(2)).toEqual({ taken: 1, refused: 0, unknown: 0, next: null });
  expect(await states(desk)).toEqual(['mailed taken', 'mailed taken', 'mailed taken']);
  const [, second] = desk.provider.letters;
  expect(second?.form.get('to[address_line1]')).toBe('12 River Rd');
  expect(second?.form.get('from[name]')).toBe('Main Supply Inc.');
  const file = second?.form.get('file');
  const text = await openPdf(
    file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  );
  expect(text.ok && text.value).toContain('Text of b');
  expect(text.ok && text.value).not.toContain('Text of a');
  expect(await desk.hand()).toEqual({ taken: 0, refused: 0, unknown: 0, next: null });
  expect(desk.provider.letters).toHaveLength(3);
});

test('a letter whose outcome is unknown goes no second way until a person has looked', async () => {
  await using desk = await deskAtProvider();
  desk.provider.now('breaks off');
  expect(await desk.hand(0, 1)).toMatchObject({ unknown: 1 });
  desk.provider.now('takes');
  expect(await desk.hand()).toMatchObject({ taken: 2, unknown: 0 });
  expect(await states(desk)).toEqual(['printed unknown', 'mailed taken', 'mailed taken']);
  const mailed = { batchId: desk.batchId, mailedOn: desk.clock.today(), certified: new Map() };
  const byHand = await desk.act((context) => mailBatch(context, mailed));
  expect(answerOf(byHand)).toBe('correspondence.handing_unknown 1');
  const [letter] = await mailLog(desk.db, { companies: 'all', batchId: desk.batchId }, 1);
  if (!letter) throw new Error('no letter');
  const { accountId, messageId } = letter;
  const settle = (there: boolean) =>
    desk.act((context) => settleHanding(context, { accountId, messageId, there }));
  expect(answerOf(await settle(false))).toBe('accepted');
  // The person was wrong: under its key it is the same letter there, so it goes out once.
  expect(await desk.hand()).toMatchObject({ taken: 1 });
  expect(desk.provider.letters).toHaveLength(3);
  expect(answerOf(await settle(true))).toBe('correspondence.handing_not_unknown');
});

test('a refused letter may go again; one to a changed address is not handed over', async () => {
  await using desk = await deskAtProvider();
  desk.provider.now('refuses');
  expect(await desk.hand()).toEqual({ taken: 0, refused: 3, unknown: 0, next: null });
  desk.provider.now('takes');
  expect(await desk.hand(0, 1)).toMatchObject({ taken: 1 });
  expect(desk.provider.letters[0]?.key).toMatch(/-1$/u);
  desk.on('2026-07-07');
  await giveAddress(desk, desk.north);
  expect(await desk.hand()).toMatchObject({ taken: 0, refused: 2 });
  expect(await states(desk)).toEqual(['mailed taken', 'printed refused', 'printed refused']);
});

test('without a provider nothing is handed over', async () => {
  await using desk = await deskWithLetters(['a']);
  const refused = await handBatch(desk, actor, { batchId: desk.batchId, after: 0, most: 1 });
  expect(answerOf(refused)).toBe('correspondence.no_printer');
});
