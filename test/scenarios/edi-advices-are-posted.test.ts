/** Advices of EDI partners, from the file to the account: X12 820, EDIFACT REMADV, X12 812. */
import { expect, test } from 'vitest';
import { day } from '#kernel/day.ts';
import { postByHand } from '#areas/cash/actions/post-by-hand.ts';
import { spreadOf } from '#areas/cash/rules/receipts/to-decide.ts';
import { readVariances } from '#areas/cash/answers/variances/variances.ts';
import { proveLedger } from '#areas/ledger/index.ts';
import { answerOf } from '#test/support/builders.ts';
import { dropping } from '#test/support/dropped-files.ts';
import { type MatchingDesk, deskMatching } from '#test/support/matching-desk.ts';

function x12(set: string, kind: string, ...segments: readonly string[]): string {
  const head = 'ISA*00*          *00*          *ZZ*ACMETOOL       *ZZ*NORTHGATE      ';
  return [
    `${head}*260603*0615*^*00501*000000011*0*P*>`,
    `GS*${kind}*ACMETOOL*NORTHGATE*20260603*0615*1*X*005010`,
    `ST*${set}*0001`,
    ...segments,
    `SE*${segments.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000011',
    '',
  ].join('~\n');
}

const remadv = [
  "UNB+UNOC:3+8798765432109:14+8712345678901:14+260605:0615+RM1'",
  "UNH+1+REMADV:D:96A:UN:EAN010'",
  "BGM+481+RM-1+9'",
  "DTM+137:20260605:102'",
  "NAD+PR+8798765432109::9++ACME TOOL AND DIE'",
  "CUX+2:USD:11'",
  "DOC+380+INV-1'",
  "MOA+9:600.00'",
  "MOA+12:600.00'",
  "DOC+380+INV-2'",
  "MOA+9:400.00'",
  "MOA+12:390.00'",
  "AJT+1'",
  "MOA+165:10.00'",
  "UNS+S'",
  "MOA+12:990.00'",
  "UNT+16+1'",
  "UNZ+1+RM1'",
];

const note = x12(
  '812',
  'CD',
  'BCD*20260603*CM1179*01*2000*C*0*20260501*INV-2',
  'N1*BY*ACME TOOL AND DIE',
  'CDD*01*C**2000',
);

async function deskOwed() {
  const desk = await deskMatching('2026-06-10');
  const drop = dropping(desk, await desk.member('poster'));
  const acme = await desk.account('ACME TOOL AND DIE');
  for (const [number, amount] of [
    ['INV-1', '600'],
    ['INV-2', '400'],
    ['INV-3', '250'],
  ] as const) {
    await desk.invoice(acme, { number, amount, issued: '2026-05-01' });
  }
  return { ...desk, drop, acme };
}

/** Accepts the first proposal of the receipt that waits. */
async function accept(desk: MatchingDesk): Promise<string> {
  const [waits] = await desk.match();
  const [best] = waits?.decision.proposals ?? [];
  if (!waits || !best) throw new Error('nothing is proposed');
  const { receiptId } = waits.receipt;
  const wish = { receiptId, spread: spreadOf(best), rank: 1, learn: false };
  return answerOf(await desk.act((context) => postByHand(context, wish)));
}

const owed = ['INV-1 600.00', 'INV-2 400.00', 'INV-3 250.00'];

test('an X12 820 finds its ACH by the trace; what it takes off stays open', async () => {
  await using desk = await deskOwed();
  const advice = x12(
    '820',
    'RA',
    'BPR*C*980*C*ACH*CTX*01*121000248*DA*1234567*1912345678**01*021000021*DA*7654321*20260603',
    'TRN*1*3792033592*1912345678',
    'N1*PR*ACME TOOL AND DIE',
    'ENT*1',
    'RMR*IV*INV-1**600*600',
    'RMR*IV*INV-2**380*400',
    'ADX*-20*01',
  );
  expect(await desk.drop('advice.edi', advice)).toMatchObject({ state: 'taken_in', added: 1 });
  const told = { channel: 'ach', references: ['3792033592'] } as const;
  await desk.bank('2026-06-03', '980', 'ACH CREDIT', told);
  expect(await accept(desk)).toBe('accepted');
  expect(await desk.open(desk.acme)).toEqual(['INV-2 20.00', 'INV-3 250.00']);
  const again = await desk.drop('renamed.edi', advice);
  expect(again).toMatchObject({ seenBefore: true, added: 0 });
  expect(await desk.match()).toEqual([]);
  await proved(desk);
});

test('a REMADV two days after its transfer opens it again and pays its documents', async () => {
  await using desk = await deskOwed();
  const told = { channel: 'wire', payerName: 'ACME TOOL AND DIE' } as const;
  await desk.bank('2026-06-03', '990', 'TRANSFER RM-1', told);
  expect((await desk.match()).map(({ decision }) => decision.kind)).toEqual(['on_account']);
  expect(await desk.open(desk.acme)).toEqual([...owed, 'T1 -990.00']);
  await desk.drop('remadv.edi', remadv.join('\n'));
  expect(await accept(desk)).toBe('accepted');
  expect(await desk.open(desk.acme)).toEqual(['INV-2 10.00', 'INV-3 250.00']);
  await proved(desk);
});

test('an X12 812 moves no money: what its payment takes off stays open', async () => {
  await using desk = await deskOwed();
  expect(await desk.drop('note.edi', note)).toMatchObject({ state: 'taken_in', added: 1 });
  expect(await desk.match()).toEqual([]);
  expect(await desk.open(desk.acme)).toEqual(owed);
  const told = { channel: 'ach', payerName: 'ACME TOOL AND DIE' } as const;
  await desk.bank('2026-06-05', '980', 'ACH CREDIT INV-1 INV-2', told);
  expect((await desk.match()).map(({ posted }) => posted)).toEqual([true]);
  expect(await desk.open(desk.acme)).toEqual(['INV-2 20.00', 'INV-3 250.00']);
  await proved(desk);
});

test('an advice is asked after when a week brings no money, until its money comes', async () => {
  await using desk = await deskOwed();
  const ask = { companyId: desk.companyId, cause: 'announced', language: 'en' } as const;
  const announced = async (today: string) =>
    (await readVariances(desk.db, { ...ask, today: day(today) })).rows.map(
      ({ account, on, why }) => `${account?.number} ${on}: ${why}`,
    );
  await desk.drop('remadv.edi', remadv.join('\n'));
  await desk.drop('note.edi', note);
  expect(await announced('2026-06-12')).toEqual([]);
  expect(await announced('2026-06-13')).toEqual([
    'ACME TOOL AND DIE 2026-06-05: ACME TOOL AND DIE announced $990.00, INV-1 among it; ' +
      'a week later no such payment has come.',
  ]);
  const told = { channel: 'wire', payerName: 'ACME TOOL AND DIE' } as const;
  await desk.bank('2026-06-09', '990', 'TRANSFER RM-1', told);
  expect(await announced('2026-06-13')).toEqual([]);
});

async function proved({ db }: MatchingDesk): Promise<void> {
  const { checks } = await proveLedger(db);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}
