/** Letters that a provider prints and mails: each once, also when the line breaks in the middle. */
import { expect, test } from 'vitest';
import { sql } from '#platform/postgres/sql.ts';
import { openPdf } from '#platform/files/open-pdf.ts';
import { readReport } from '#platform/print/lob-report.ts';
import { lobPrinter } from '#platform/print/lob.ts';
import { mailBatch } from '#areas/correspondence/actions/letters/mail-batch.ts';
import { settleHanding } from '#areas/correspondence/actions/letters/hand-over.ts';
import { handBatch, handWaiting } from '#areas/correspondence/answers/letters/hand-batch.ts';
import { reportLetter } from '#areas/correspondence/actions/letters/report-letter.ts';
import { lastReports } from '#areas/correspondence/store/letter-reports.ts';
import { placeHold } from '#areas/compliance/index.ts';
import { handingsOf } from '#areas/correspondence/store/handings.ts';
import { mailLog } from '#areas/correspondence/store/mail-log.ts';
import { type Story, answerOf } from '#test/support/builders.ts';
import { deskWithLetters } from '#test/support/letters.ts';
import { lobEvent, lobServer } from '#test/support/lob-server.ts';
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

test('what was learnt since a letter was printed keeps it here', async () => {
  await using desk = await deskAtProvider();
  expect(await desk.hand(0, 1)).toMatchObject({ taken: 1 });
  await desk.done((context) =>
    placeHold(context, {
      accountId: desk.north,
      kind: 'bankruptcy',
      startsOn: desk.clock.today(),
      endsOn: null,
      evidence: 'court notice',
      details: {},
    }),
  );
  expect(await desk.hand()).toEqual({ taken: 0, refused: 2, unknown: 0, next: null });
  expect(await states(desk)).toEqual(['mailed taken', 'withdrawn -', 'withdrawn -']);
  const log = await mailLog(desk.db, { companies: 'all', state: 'withdrawn' }, null);
  expect(log.map(({ withdrawnWhy }) => withdrawnWhy)).toEqual(['US.STAY', 'US.STAY']);
  expect(desk.provider.letters).toHaveLength(1);
});

test('without a provider nothing is handed over', async () => {
  await using desk = await deskWithLetters(['a']);
  const refused = await handBatch(desk, actor, { batchId: desk.batchId, after: 0, most: 1 });
  expect(answerOf(refused)).toBe('correspondence.no_printer');
});

test('by the clock, letters wait to be looked at, and a refused one stays', async () => {
  await using desk = await deskAtProvider();
  const round = () => handWaiting(desk, actor);
  const none = { taken: 0, refused: 0, unknown: 0 };
  // Printed at noon; an hour is given to look at them.
  expect(await round()).toEqual(none);
  desk.on('2026-07-07');
  desk.provider.now('refuses');
  expect(await round()).toEqual({ ...none, refused: 3 });
  desk.provider.now('takes');
  expect(await round()).toEqual(none);
  expect(await desk.hand(0, 1)).toMatchObject({ taken: 1 });
  expect(await states(desk)).toEqual(['mailed taken', 'printed refused', 'printed refused']);
  const byPeople = lobPrinter({ ...desk.provider.settings, handAfterMinutes: undefined });
  expect(await handWaiting({ ...desk, printer: byPeople }, actor)).toEqual(none);
});

test('by the clock, a letter goes again when the provider was not reached', async () => {
  await using desk = await deskAtProvider();
  desk.on('2026-07-07');
  const gone = await lobServer();
  await gone[Symbol.asyncDispose]();
  const away = { ...desk, printer: lobPrinter(gone.settings) };
  expect(await handWaiting(away, actor)).toMatchObject({ taken: 0, refused: 3 });
  expect(await handWaiting(desk, actor)).toMatchObject({ taken: 3, refused: 0 });
  expect(desk.provider.letters).toHaveLength(3);
});

const hear = async (desk: Story, event: Parameters<typeof lobEvent>[0]) => {
  const report = readReport(lobEvent(event));
  if (report === undefined) throw new Error('a report was expected');
  await desk.done((context) => reportLetter(context, report));
};

const messages = async (desk: Story) =>
  (
    await desk.db.all(sql<{ state: string }>`
      select state from correspondence.message_card order by subject, message_id`)
  ).map(({ state }) => state);

test('what the post does is told; a letter that comes back stops its address', async () => {
  await using desk = await deskAtProvider();
  await desk.hand();
  const at = (hour: number) => `2026-07-09T${String(hour)}:00:00.000Z`;
  await hear(desk, { id: 'evt_1', type: 'letter.delivered', ref: 'ltr_1', at: at(18) });
  await hear(desk, { id: 'evt_2', type: 'letter.in_transit', ref: 'ltr_1', at: at(12) });
  await hear(desk, { id: 'evt_3', type: 'letter.returned_to_sender', ref: 'ltr_2', at: at(12) });
  await hear(desk, { id: 'evt_3', type: 'letter.returned_to_sender', ref: 'ltr_2', at: at(12) });
  await hear(desk, { id: 'evt_4', type: 'letter.failed', ref: 'ltr_3', at: at(12) });
  await hear(desk, { id: 'evt_5', type: 'letter.delivered', ref: 'ltr_77', at: at(12) });
  const log = await mailLog(desk.db, { companies: 'all', batchId: desk.batchId }, null);
  const reports = await lastReports(
    desk.db,
    log.map(({ messageId }) => messageId),
  );
  expect(log.map(({ messageId, state }) => [state, reports.get(messageId)?.event])).toEqual([
    ['mailed', 'delivered'],
    ['returned', 'returned_to_sender'],
    ['mailed', 'failed'],
  ]);
  expect((await messages(desk)).toSorted()).toEqual(['bounced', 'bounced', 'delivered']);
  const lines = await desk.db.all(sql<{ phrase: string }>`
    select phrase from customers.activity where phrase ~ 'letter_never'`);
  expect(lines).toHaveLength(1);
  const refused = await desk.db.all(sql`select address_id from customers.address_refused`);
  expect(refused).toHaveLength(1);
});

test('a report settles a letter of which nobody knew', async () => {
  await using desk = await deskAtProvider();
  desk.provider.now('breaks off');
  await desk.hand(0, 1);
  const [there] = desk.provider.letters;
  const known = { ref: there?.id ?? '', key: there?.key ?? '' };
  await hear(desk, { id: 'evt_1', type: 'letter.rendered_pdf', ...known });
  await hear(desk, { id: 'evt_2', type: 'letter.mailed', ...known });
  expect((await states(desk))[0]).toBe('mailed taken');
  desk.provider.now('takes');
  expect(await desk.hand()).toMatchObject({ taken: 2 });
  expect(desk.provider.letters).toHaveLength(3);
});
