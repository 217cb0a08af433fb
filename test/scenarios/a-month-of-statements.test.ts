/** The statements of a month: made at one cut-off, looked at where odd, sent, printed, proved. */
import { describe, expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { openPdf } from '#platform/files/open-pdf.ts';
import { sql } from '#platform/postgres/sql.ts';
import { keptFile } from '#areas/correspondence/index.ts';
import { setDelivery } from '#areas/customers/actions/set-delivery.ts';
import { returnReceipt } from '#areas/ledger/actions/return-receipt.ts';
import { paperParts } from '#areas/invoices/rules/statement-part.ts';
import { bucketSets } from '#areas/ledger/rules/aging.ts';
import { actOnRun } from '#areas/statements/actions/act-on-run.ts';
import { answerPaper } from '#areas/statements/actions/answer-paper.ts';
import { makePapers } from '#areas/statements/actions/make-papers.ts';
import { startRun } from '#areas/statements/actions/start-run.ts';
import { drawPapers } from '#areas/statements/answers/draw-papers.ts';
import { statementFacts } from '#areas/statements/store/facts.ts';
import { runOf } from '#areas/statements/store/runs.ts';
import { type Story, answerOf, deskOn, usd } from '#test/support/builders.ts';
import {
  approveAll,
  countsIn,
  deliverAll,
  giveAddress,
  giveClerk,
  papersIn,
  runMonth,
} from '#test/support/statement-runs.ts';

const months = { on: day('2026-06-30'), edges: bucketSets.standard };
const plainRule = {
  rule: 'letter',
  statementForm: 'balance_forward',
  consolidated: false,
  portalName: null,
  portalUrl: null,
} as const;

/** The June of case P-27. */
async function deskInJune() {
  const desk = await deskOn('2026-06-30');
  const north = await desk.account('NORTH');
  const invoice = await desk.invoice(north, {
    amount: '1000',
    issued: '2026-05-10',
    due: '2026-06-09',
  });
  const payment = await desk.receipt(north, {
    amount: '600',
    on: '2026-06-05',
    pays: [[invoice, '600']],
  });
  await desk.invoice(north, { amount: '450', issued: '2026-06-12', due: '2026-07-12' });
  await desk.document(north, 'credit_memo', { amount: '50', issued: '2026-06-20' });
  const returned = { accountId: north, itemId: payment, returnedOn: day('2026-06-28') };
  await desk.done((context) => returnReceipt(context, { ...returned, customerFee: usd('35') }));
  desk.on('2026-07-01');
  return { ...desk, north };
}

async function textOf(desk: Story, paper: Awaited<ReturnType<typeof papersIn>>[number]) {
  const file = paper.fileId && (await keptFile(desk.db, paper.accountId, paper.fileId));
  const text = await openPdf(file ? file.content : new Uint8Array());
  return text.ok ? text.value : text.refusal;
}

describe('P-27: the June statement', () => {
  test('opens at 1,000, runs to 1,435 and its ages add up to it', async () => {
    await using desk = await deskInJune();
    const runId = await runMonth(desk, '2026-06-30');
    const run = await runOf(desk.db, runId);
    if (!run) throw new Error('the run is gone');
    const facts = (await statementFacts(desk.db, [desk.north], run)).get(desk.north);
    const [part] = facts ? paperParts(facts, 'balance_forward', months) : [];
    expect(part?.opening).toBe(1_000_00n);
    expect(part?.lines.map(({ running }) => running)).toEqual([
      400_00n,
      850_00n,
      800_00n,
      1_400_00n,
      1_435_00n,
    ]);
    expect(part?.closing).toBe(1_435_00n);
    expect(part?.buckets.slice(0, 2)).toEqual([450_00n, 1_035_00n]);
    expect(part?.unapplied).toBe(-50_00n);
  });

  test('says the same on paper, in the mail and in the ledger', async () => {
    await using desk = await deskInJune();
    await giveClerk(desk, desk.north, 'ann@north.example');
    const runId = await runMonth(desk, '2026-06-30');
    const [paper] = await papersIn(desk, runId);
    if (!paper) throw new Error('no paper was made');
    expect(paper.balances).toEqual([{ currency: 'USD', closing: 1_435_00n }]);
    const text = await textOf(desk, paper);
    expect(text).toContain('1,435.00 USD');
    expect(text).toMatch(/450\.00\s+1,035\.00\s+0\.00\s+0\.00\s+0\.00\s+0\.00\s+−50\.00/u);
    await approveAll(desk, runId);
    const [mail] = await desk.db.all(sql<{ body: string; state: string }>`
      select body, state from correspondence.message_card`);
    expect(mail?.body).toContain('$1,435.00');
    expect(mail?.state).toBe('queued');
  });

  test('without an e-mail address goes to the print queue and on the list', async () => {
    await using desk = await deskInJune();
    for (const number of ['EAST', 'SOUTH', 'WEST']) {
      const accountId = await desk.account(number);
      await desk.invoice(accountId, { amount: '10', issued: '2026-06-15' });
      if (number !== 'WEST') await giveAddress(desk, accountId);
      if (number === 'SOUTH') await giveClerk(desk, accountId, 'ann@south.example');
    }
    const north = { ...plainRule, rule: 'email', accountId: desk.north } as const;
    await desk.done((context) => setDelivery(context, north));
    await giveAddress(desk, desk.north);
    desk.on('2026-07-02');
    const runId = await runMonth(desk, '2026-06-30');
    await approveAll(desk, runId);
    const papers = await papersIn(desk, runId);
    expect(
      papers.map(({ account, channel, problems, messageState }) => [
        account,
        channel,
        problems.join(),
        messageState,
      ]),
    ).toEqual([
      ['EAST', 'letter', '', 'queued'],
      ['NORTH', 'letter', 'no_email', 'queued'],
      ['SOUTH', 'email', '', 'queued'],
      ['WEST', null, 'no_address', null],
    ]);
    const run = await runOf(desk.db, runId);
    const counts = await countsIn(desk, runId);
    expect(counts).toMatchObject({ sent: 2, exceptions: 2, exceptionsOut: 1, waiting: 1 });
    expect(counts.sent + counts.exceptions).toBe(run?.selected);
  });
});

describe('a run of statements', () => {
  test('has nothing in it that was recorded after its cut-off', async () => {
    await using desk = await deskInJune();
    const wish = {
      kind: 'statement' as const,
      companyId: desk.companyId,
      fromOn: day('2026-06-01'),
      toOn: day('2026-06-30'),
    };
    const { runId } = await desk.done((context) => startRun(context, wish));
    await desk.invoice(desk.north, { amount: '99', issued: '2026-06-30' });
    await desk.done((context) => makePapers(context, runId, drawPapers));
    const [paper] = await papersIn(desk, runId);
    expect(paper?.balances).toEqual([{ currency: 'USD', closing: 1_435_00n }]);
  });

  test('of a month is started once, again only when the first was stopped', async () => {
    await using desk = await deskInJune();
    const runId = await runMonth(desk, '2026-06-30');
    const wish = {
      kind: 'statement' as const,
      companyId: desk.companyId,
      fromOn: day('2026-06-01'),
      toOn: day('2026-06-30'),
    };
    const again = () => desk.act((context) => startRun(context, wish));
    expect(answerOf(await again())).toBe('statements.run_exists 2026-06-30');
    await desk.done((context) => actOnRun(context, { runId, act: 'stop' }));
    expect(answerOf(await again())).toBe('accepted');
  });

  test('waits while paused, goes on where it was, and never makes a paper twice', async () => {
    await using desk = await deskOn('2026-06-30');
    for (let number = 1; number <= 30; number += 1) {
      const accountId = await desk.account(`A${number + 10}`);
      await desk.invoice(accountId, { amount: '10', issued: '2026-06-15' });
      await giveAddress(desk, accountId);
    }
    desk.on('2026-07-01');
    const wish = {
      kind: 'statement' as const,
      companyId: desk.companyId,
      fromOn: day('2026-06-01'),
      toOn: day('2026-06-30'),
    };
    const { runId } = await desk.done((context) => startRun(context, wish));
    const make = () => desk.done((context) => makePapers(context, runId, drawPapers));
    const control = (act: 'pause' | 'resume') =>
      desk.done((context) => actOnRun(context, { runId, act }));
    expect(await make()).toEqual({ made: 25 });
    await control('pause');
    expect(await make()).toEqual({ made: 0 });
    await control('resume');
    expect(await Promise.all([make(), make()])).toContainEqual({ made: 5 });
    expect(await papersIn(desk, runId)).toHaveLength(30);
    expect((await runOf(desk.db, runId))?.state).toBe('review');
    await approveAll(desk, runId);
    await deliverAll(desk, runId);
    expect(await countsIn(desk, runId)).toMatchObject({ sent: 30, exceptions: 0, byLetter: 30 });
    const [letters] = await desk.db.all(sql<{ count: bigint }>`
      select count(*) from correspondence.message`);
    expect(letters?.count).toBe(30n);
  });

  test('holds an exception until somebody releases it, also after the rest has gone', async () => {
    await using desk = await deskOn('2026-06-30');
    const north = await desk.account('NORTH');
    await desk.document(north, 'credit_memo', { amount: '50', issued: '2026-06-20' });
    await giveClerk(desk, north, 'ann@north.example');
    desk.on('2026-07-01');
    const runId = await runMonth(desk, '2026-06-30');
    await approveAll(desk, runId);
    expect(await countsIn(desk, runId)).toMatchObject({ sent: 0, exceptions: 1, waiting: 1 });
    const answer = { runId, accountId: north, answer: 'release' } as const;
    await desk.done((context) => answerPaper(context, answer));
    await deliverAll(desk, runId);
    expect(await countsIn(desk, runId)).toMatchObject({ exceptions: 1, exceptionsOut: 1 });
    const late = await desk.act((context) => answerPaper(context, answer));
    expect(answerOf(late)).toBe('statements.gone_already');
  });

  test('makes one paper for a family that wants one, every account once', async () => {
    await using desk = await deskOn('2026-06-30');
    const head = await desk.account('HEAD');
    for (const [number, amount] of [
      ['KID1', '100'],
      ['KID2', '20'],
    ] as const) {
      const child = await desk.account(number, { parent: 'HEAD' });
      await desk.invoice(child, { amount, issued: '2026-06-15' });
    }
    const wish = { ...plainRule, statementForm: 'open_item', consolidated: true } as const;
    await desk.done((context) => setDelivery(context, { ...wish, accountId: head }));
    await giveAddress(desk, head);
    desk.on('2026-07-01');
    const runId = await runMonth(desk, '2026-06-30');
    const papers = await papersIn(desk, runId);
    expect(papers.map(({ account, balances }) => [account, balances])).toEqual([
      ['HEAD', [{ currency: 'USD', closing: 120_00n }]],
    ]);
    const text = papers[0] ? await textOf(desk, papers[0]) : '';
    expect(text).toContain('KID1');
    expect(text).toContain('120.00 USD');
  });
});
