/** Letters of a day: asked for, printed as one file, mailed, and one of them comes back. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { openPdf } from '#platform/files/open-pdf.ts';
import { sql } from '#platform/postgres/sql.ts';
import { mailBatch } from '#areas/correspondence/actions/letters/mail-batch.ts';
import { returnLetter } from '#areas/correspondence/actions/letters/return-letter.ts';
import { withdrawLetter } from '#areas/correspondence/actions/letters/withdraw-letter.ts';
import { batchFile, batchesOf } from '#areas/correspondence/store/letters.ts';
import { mailLog } from '#areas/correspondence/store/mail-log.ts';
import { placeHold, recordOptOut } from '#areas/compliance/index.ts';
import { batchIn, deskWithAddress, print, write } from '#test/support/letters.ts';
import { type Story, answerOf } from '#test/support/builders.ts';
import { approveAll, giveAddress, runMonth } from '#test/support/statement-runs.ts';

const states = (desk: Story) =>
  desk.db.all(sql<{ key: string; state: string; detail: string }>`
    select key, state, detail from correspondence.message_card order by key`);

const stay = (desk: Story, accountId: Id) =>
  desk.done((context) =>
    placeHold(context, {
      accountId,
      kind: 'bankruptcy',
      startsOn: desk.clock.today(),
      endsOn: null,
      evidence: 'court notice',
      details: {},
    }),
  );

describe('a day of letters', () => {
  test('is one file with every letter on pages of its own and its code in the window', async () => {
    await using desk = await deskWithAddress();
    for (const key of ['a', 'b', 'c']) await write(desk, desk.north, key, `Text of ${key}.\n\nEnd`);
    const printed = await print(desk);
    const { batchId, letters, pages } = batchIn(printed);
    expect({ letters, pages }).toEqual({ letters: 3, pages: 3 });
    const log = await mailLog(desk.db, { companies: 'all', batchId }, null);
    expect(log.map(({ firstPage, tracking, state }) => [firstPage, tracking, state])).toEqual([
      [1, '0030012345600000000006101', 'printed'],
      [2, '0030012345600000000106101', 'printed'],
      [3, '0030012345600000000206101', 'printed'],
    ]);
    const text = await openPdf((await batchFile(desk.db, batchId)) ?? new Uint8Array());
    expect(text.ok && text.value).toContain('Hartford CT 06101');
    expect(text.ok && text.value).toContain('Text of c.');
    expect(answerOf(await print(desk))).toBe('correspondence.nothing_to_print');
  });

  test('leaves out whom the gate forbids and who has no address, with reasons', async () => {
    await using desk = await deskWithAddress();
    const south = await desk.account('SOUTH');
    const west = await desk.account('WEST');
    await giveAddress(desk, west);
    await desk.done((context) =>
      placeHold(context, {
        accountId: west,
        kind: 'bankruptcy',
        startsOn: day('2026-07-01'),
        endsOn: null,
        evidence: 'court notice',
        details: {},
      }),
    );
    await write(desk, desk.north, 'a');
    await write(desk, south, 'b');
    await write(desk, west, 'c');
    const printed = await print(desk);
    expect(printed).toMatchObject({ ok: true, value: { letters: 1, held: 2 } });
    expect((await states(desk)).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'a sending',
      'b held',
      'c held',
    ]);
    expect((await states(desk))[1]?.detail).toBe('no_address');
    expect((await states(desk))[2]?.detail).not.toBe('');
  });

  test('was sent when it was mailed, each letter a contact under its permit', async () => {
    await using desk = await deskWithAddress();
    const messageId = await write(desk, desk.north, 'a');
    const printed = await print(desk);
    const { batchId } = batchIn(printed);
    const number = '9407 1000 0000 0000 0000 01';
    const mail = (certified: string) =>
      desk.act((context) =>
        mailBatch(context, {
          batchId,
          mailedOn: day('2026-07-06'),
          certified: new Map([[messageId, certified]]),
        }),
      );
    expect(answerOf(await mail('12'))).toBe('correspondence.certified_number_wrong 12');
    expect(answerOf(await mail(number))).toBe('accepted');
    expect(answerOf(await mail(number))).toBe('correspondence.batch_mailed_already');
    expect((await states(desk))[0]?.state).toBe('sent');
    const [letter] = await mailLog(desk.db, { companies: 'all' }, 1);
    expect(letter).toMatchObject({ state: 'mailed', certifiedNumber: number.replaceAll(' ', '') });
    const contacts = await desk.db.all(sql`
      select channel, about_kind from compliance.contact`);
    expect(contacts).toEqual([{ channel: 'letter', about_kind: 'letter' }]);
    const told = await desk.db.all(sql`
      select payload ->> 'key' as key from platform.event
       where name = 'correspondence.message_sent'`);
    expect(told).toEqual([{ key: 'a' }]);
  });

  test('leaves out whom a stay or a refusal protects since it was printed', async () => {
    await using desk = await deskWithAddress();
    const [south, west] = [await desk.account('SOUTH'), await desk.account('WEST')];
    for (const accountId of [south, west]) await giveAddress(desk, accountId);
    await write(desk, desk.north, 'a');
    await write(desk, south, 'b');
    await write(desk, west, 'c');
    const { batchId, letters } = batchIn(await print(desk));
    expect(letters).toBe(3);
    desk.on('2026-07-07');
    await stay(desk, south);
    await desk.done((context) =>
      recordOptOut(context, {
        accountId: west,
        contactId: null,
        channel: 'letter',
        address: '',
        scope: 'channel',
        source: 'call',
        evidence: 'do not write to me',
      }),
    );
    const mail = (mailedOn: string) =>
      desk.act((context) =>
        mailBatch(context, { batchId, mailedOn: day(mailedOn), certified: new Map() }),
      );
    expect(await mail('2026-07-07')).toMatchObject({
      ok: true,
      value: {
        mailed: 1,
        heldBack: [
          { letter: { account: 'SOUTH', firstPage: 2 }, why: 'US.STAY' },
          { letter: { account: 'WEST', firstPage: 3 } },
        ],
      },
    });
    const log = await mailLog(desk.db, { companies: 'all', batchId }, null);
    expect(log.map(({ account, state }) => `${account} ${state}`)).toEqual([
      'NORTH mailed',
      'SOUTH withdrawn',
      'WEST withdrawn',
    ]);
    const contacts = await desk.db.all(sql`
      select account_id from compliance.contact where about_kind = 'letter'`);
    expect(contacts).toEqual([{ account_id: desk.north }]);
    expect(answerOf(await mail('2026-07-07'))).toBe('correspondence.batch_mailed_already');
  });

  test('leaves out a sheet with an address where the customer is no more', async () => {
    await using desk = await deskWithAddress();
    await write(desk, desk.north, 'a');
    const { batchId } = batchIn(await print(desk));
    desk.on('2026-07-07');
    await giveAddress(desk, desk.north);
    const mailedOn = day('2026-07-07');
    const mailed = await desk.act((context) =>
      mailBatch(context, { batchId, mailedOn, certified: new Map() }),
    );
    expect(mailed).toMatchObject({
      ok: true,
      value: { mailed: 0, heldBack: [{ why: 'address_changed' }] },
    });
  });

  test('that went on an earlier day is written down as it was', async () => {
    await using desk = await deskWithAddress();
    await write(desk, desk.north, 'a');
    const { batchId } = batchIn(await print(desk));
    desk.on('2026-07-08');
    await stay(desk, desk.north);
    const mailedOn = day('2026-07-07');
    const mailed = await desk.act((context) =>
      mailBatch(context, { batchId, mailedOn, certified: new Map() }),
    );
    expect(mailed).toMatchObject({ ok: true, value: { mailed: 1, heldBack: [] } });
  });

  test('that brings one back writes no more to that address until there is another', async () => {
    await using desk = await deskWithAddress();
    const messageId = await write(desk, desk.north, 'a');
    const printed = await print(desk);
    const { batchId } = batchIn(printed);
    const back = () =>
      desk.act((context) =>
        returnLetter(context, {
          accountId: desk.north,
          messageId,
          on: day('2026-07-06'),
          cause: 'moved',
          note: 'yellow sticker',
        }),
      );
    expect(answerOf(await back())).toBe('correspondence.letter_not_mailed');
    await desk.done((context) =>
      mailBatch(context, { batchId, mailedOn: day('2026-07-06'), certified: new Map() }),
    );
    expect(answerOf(await back())).toBe('accepted');
    expect(answerOf(await back())).toBe('correspondence.letter_returned_already');
    await write(desk, desk.north, 'b');
    expect(await print(desk)).toMatchObject({ value: { batchId: null, held: 1 } });
    expect((await states(desk)).map(({ detail }) => detail)).toEqual(['moved', 'address_refused']);
    desk.on('2026-07-07');
    await giveAddress(desk, desk.north);
    await write(desk, desk.north, 'c');
    expect(await print(desk)).toMatchObject({ value: { letters: 2, held: 0 } });
  });

  test('takes a printed letter back before it is mailed, and only then', async () => {
    await using desk = await deskWithAddress();
    const first = await write(desk, desk.north, 'a');
    const second = await write(desk, desk.north, 'b');
    const { batchId } = batchIn(await print(desk));
    const take = (messageId: Id) =>
      desk.act((context) => withdrawLetter(context, { accountId: desk.north, messageId }));
    expect(answerOf(await take(desk.north))).toBe('correspondence.no_such_letter');
    expect(answerOf(await take(first))).toBe('accepted');
    expect(answerOf(await take(first))).toBe('correspondence.letter_withdrawn_already');
    const mailed = await desk.act((context) =>
      mailBatch(context, { batchId, mailedOn: day('2026-07-06'), certified: new Map() }),
    );
    expect(mailed).toMatchObject({ ok: true, value: { mailed: 1 } });
    expect(answerOf(await take(second))).toBe('correspondence.letter_gone_already');
    const log = await mailLog(desk.db, { companies: 'all', batchId }, null);
    expect(log.map(({ state, withdrawnWhy }) => [state, withdrawnWhy])).toEqual([
      ['withdrawn', 'the story says so'],
      ['mailed', null],
    ]);
    const [batch] = await batchesOf(desk.db, { companies: 'all', batchId }, 1);
    expect(batch).toMatchObject({ letters: 2, mailed: 1, withdrawn: 1 });
    const contacts = await desk.db.all(sql`select about_id from compliance.contact`);
    expect(contacts).toEqual([{ about_id: second }]);
    const told = await desk.db.all(sql`
      select payload ->> 'key' as key from platform.event
       where name = 'correspondence.message_failed'`);
    expect(told).toEqual([{ key: 'a' }]);
  });

  test('prints a statement as the very paper that was approved', async () => {
    await using desk = await deskWithAddress();
    await desk.invoice(desk.north, { amount: '10', issued: '2026-06-15' });
    desk.on('2026-07-07');
    await approveAll(desk, await runMonth(desk, '2026-06-30'));
    const printed = await print(desk);
    const { batchId, ...made } = batchIn(printed);
    const file = await batchFile(desk.db, batchId);
    const text = await openPdf(file ?? new Uint8Array());
    expect(text.ok && text.value).toContain('10.00 USD');
    expect(made).toMatchObject({ letters: 1, pages: 1 });
  });
});
