import { describe, expect, test } from 'vitest';
import { id } from '#kernel/ids.ts';
import { sql } from '#platform/postgres/sql.ts';
import { deskWithBank, fileOf, line, statementOf } from '#test/support/bank-files.ts';
import { decideAside, setAsideLine } from './set-aside-line.ts';
import { settleException } from './settle-exception.ts';
import { claimLines, releaseLines } from './claim-lines.ts';

const pending = { externalId: 'T9', status: 'pending' } as const;

/** A desk with one pending line T9 of 20.00. */
async function deskWithLine() {
  const desk = await deskWithBank('2026-06-03');
  await desk.takeIn(fileOf(statementOf([line('2026-06-02', '20.00', 'CARD', pending)])));
  const row = await desk.db.one(sql<{ line_id: string }>`select line_id from bank_files.line_now`);
  const lineId = id(row.line_id);
  const [poster, manager] = [await desk.member('poster'), await desk.member('manager')];
  const wish = { lineId, companies: 'all' } as const;
  return {
    ...desk,
    lineId,
    poster,
    manager,
    propose: () => desk.act((context) => setAsideLine(context, wish), poster),
    decide: (decision: 'agreed' | 'declined', by = manager) =>
      desk.act((context) => decideAside(context, { ...wish, decision }), by),
    use: () => desk.act((context) => claimLines(context, [{ lineId, usedBy: 'receipt 1' }])),
    release: () =>
      desk.done(async (context) => {
        await releaseLines(context, [lineId]);
        return { ok: true, value: undefined };
      }),
  };
}

describe('a line is set aside', () => {
  test('from the proposal on nobody sees or uses it; a second person agrees', async () => {
    await using desk = await deskWithLine();
    expect(await desk.propose()).toMatchObject({ ok: true });
    expect(await desk.lines()).toEqual([]);
    expect(await desk.use()).toMatchObject({ refusal: 'bank_files.line_aside' });
    expect(await desk.propose()).toMatchObject({ refusal: 'bank_files.already_aside' });
    expect(await desk.decide('agreed', desk.poster)).toMatchObject({
      refusal: 'bank_files.second_person_needed',
    });
    expect(await desk.decide('agreed')).toMatchObject({ ok: true });
    expect(await desk.decide('agreed')).toMatchObject({ refusal: 'bank_files.already_aside' });
    expect(await desk.decide('declined')).toMatchObject({ ok: true });
    expect(await desk.lines()).toHaveLength(1);
    const acts = await desk.db.all(sql`
      select kind from bank_files.line_aside order by recorded_at, act_id`);
    expect(acts.map((act) => (act as { kind: string }).kind)).toEqual([
      'proposed',
      'agreed',
      'returned',
    ]);
  });

  test('declined, it is worked like any other', async () => {
    await using desk = await deskWithLine();
    expect(await desk.decide('declined')).toMatchObject({ refusal: 'bank_files.not_aside' });
    await desk.propose();
    expect(await desk.decide('declined')).toMatchObject({ ok: true });
    expect(await desk.use()).toMatchObject({ ok: true });
    expect(await desk.propose()).toMatchObject({ refusal: 'bank_files.line_used' });
  });
});

describe('a line is used once', () => {
  test('and again only after it was released', async () => {
    await using desk = await deskWithLine();
    expect(await desk.use()).toMatchObject({ ok: true });
    expect(await desk.use()).toMatchObject({
      refusal: 'bank_files.line_used',
      facts: { usedBy: 'receipt 1' },
    });
    await desk.release();
    expect(await desk.use()).toMatchObject({ ok: true });
  });

  test('by one of two who try at once', async () => {
    await using desk = await deskWithLine();
    const both = await Promise.all([desk.use(), desk.use()]);
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('when it is there and moves money', async () => {
    await using desk = await deskWithLine();
    const lineId = desk.companyId;
    const none = desk.act((context) => claimLines(context, [{ lineId, usedBy: 'x' }]));
    expect(await none).toMatchObject({ refusal: 'bank_files.no_such_line' });
    await desk.db.run(sql`update bank_files.line_now set status = 'information'`);
    expect(await desk.use()).toMatchObject({ refusal: 'bank_files.line_moves_nothing' });
  });
});

describe('what a file says otherwise of a used line is answered by a person', () => {
  async function deskWithQuestion() {
    const desk = await deskWithLine();
    await desk.use();
    const booked = line('2026-06-03', '20.50', 'CARD', { externalId: 'T9' });
    expect(await desk.takeIn(fileOf(statementOf([booked])))).toMatchObject({ disputed: 1 });
    const { question } = await desk.db.one(sql<{ question: string }>`
      select exception_id as question from bank_files.line_exception`);
    const wish = { exceptionId: id(question), companies: 'all' } as const;
    const answer = (decision: 'kept' | 'taken') =>
      desk.act((context) => settleException(context, { ...wish, decision }));
    return { ...desk, answer };
  }

  test('ours is kept, once', async () => {
    await using desk = await deskWithQuestion();
    expect(await desk.answer('kept')).toMatchObject({ ok: true });
    expect(await desk.answer('taken')).toMatchObject({ refusal: 'bank_files.question_answered' });
    expect(await desk.lines()).toEqual(['2026-06-02 20.00 pending CARD']);
  });

  test('the bank’s word is taken only after the use is undone', async () => {
    await using desk = await deskWithQuestion();
    expect(await desk.answer('taken')).toMatchObject({ refusal: 'bank_files.line_used' });
    await desk.release();
    expect(await desk.answer('taken')).toMatchObject({ ok: true });
    expect(await desk.lines()).toEqual(['2026-06-03 20.50 booked CARD']);
  });
});
