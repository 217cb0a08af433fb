/**
 * How fast papers are drawn: statements as files of their own, letters as one file for the
 * printer, each beside the plainest way: one after the other, one compilation each. It runs in a
 * process of its own, so that the memory is that of the papers.
 */
import type { Id } from '#kernel/ids.ts';
import { day } from '#kernel/day.ts';
import { currency } from '#kernel/money.ts';
import { newId } from '#platform/ids.ts';
import { fingerprint } from '#platform/files/fingerprint.ts';
import { largestPress } from '#platform/pdf/typst.ts';
import type { DrawnLetter } from '#areas/correspondence/actions/letters/print-letters.ts';
import { drawLettersOn } from '#areas/correspondence/answers/letters/draw-letters.ts';
import { type PaperContent, statementPapers } from '#areas/invoices/index.ts';
import { statementPaper } from '#areas/invoices/answers/statement-paper.ts';
import { type Figure, figureLine, heading } from './figures.ts';

const count = Number(process.env['BENCH_PAPERS'] ?? 1000);
const atOnce = 25;
const few = Math.min(count, 50);
const sender = { name: 'Main Supply Inc.', lines: ['1 Main St'], country: 'US', mailerId: null };
const today = day('2026-07-01');

/** The bars are for a thousand; another number has its share of them. */
const bars = { statements: 25_000, letters: 8000, megabytes: 300 };
const share = count / 1000;

/** Prints both beside the plainest way, their bars, processor time, the most memory held. */
async function tellPapers(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const statements = Array.from({ length: count }, (_, index) => statement(index));
  const letters = Array.from({ length: count }, (_, index) => letter(index));
  const draw = drawLettersOn(today);
  say(`one by one is measured over ${few} and counted for ${count}\n`);
  say(heading);
  const papers = await timed(() => inPieces(statements));
  const alone = await timed(async () => {
    for (const each of statements.slice(0, few)) await statementPaper(each);
  });
  const name = `${count} statements`;
  say(lineOf({ name, took: papers, alone, bar: { ms: bars.statements * share } }));
  const file = await timed(() => draw(letters, sender));
  const single = await timed(async () => {
    for (const each of letters.slice(0, few)) await draw([each], sender);
  });
  const named = `${count} letters, one file`;
  say(lineOf({ name: named, took: file, alone: single, bar: { ms: bars.letters * share } }));
  say('');
  const seconds = ({ cpu }: Timed): string => (cpu / 1000).toFixed(1);
  say(`processor, this process: ${seconds(papers)} s for the statements,`);
  say(`${seconds(file)} s for the letters; the press is a process of its own`);
  const [here, beside] = [process.resourceUsage().maxRSS / 1000, largestPress() / 1_000_000];
  const kept = here + beside < bars.megabytes ? 'kept' : 'MISSED';
  say(
    `most memory ${Math.round(here + beside)} MB (bar ${bars.megabytes} MB, ${kept}): ` +
      `${Math.round(here)} MB here and ${Math.round(beside)} MB on the press, which is ` +
      'replaced as it grows',
  );
}

type Compared = {
  readonly name: string;
  readonly took: Timed;
  readonly alone: Timed;
  readonly bar: NonNullable<Figure['bar']>;
};

function lineOf({ name, took, alone, bar }: Compared): string {
  return figureLine({ name, ours: took.ms, baseline: (alone.ms * count) / few, bar });
}

/** As a run makes them: some at a time, kept as files before the next ones are drawn. */
async function inPieces(statements: readonly PaperContent[]): Promise<void> {
  for (let from = 0; from < statements.length; from += atOnce) {
    const papers = await statementPapers(statements.slice(from, from + atOnce));
    papers.forEach(fingerprint);
  }
}

/** Milliseconds of the wall and of this process's processor. */
type Timed = { readonly ms: number; readonly cpu: number };

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const began = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - began, cpu: (user + system) / 1000 };
}

function statement(index: number): PaperContent {
  const usd = currency('USD');
  const lines = Array.from({ length: 12 }, (_, line) => ({
    on: day('2026-06-12'),
    document: `INV-${index}-${line}`,
    kind: 'invoice',
    reference: null,
    dueOn: day('2026-07-12'),
    amount: 100_00n,
    running: BigInt(line + 1) * 100_00n,
  }));
  const buckets = [1_200_00n, 0n, 0n, 0n, 0n, 0n];
  const part = { currency: usd, opening: 0n, closing: 1_200_00n, unapplied: 0n, buckets, lines };
  return {
    language: index % 2 === 0 ? 'en' : 'es',
    form: 'balance_forward',
    from: sender,
    address: [`Customer ${index}`, '12 River Rd', 'Hartford CT 06101'],
    account: `C-${index}`,
    fromOn: day('2026-06-01'),
    toOn: day('2026-06-30'),
    bucketLabels: ['not_due', '1-30', '31-60', '61-90', '91-120', '121+'],
    sections: [{ title: null, parts: [part] }],
  };
}

function letter(index: number): DrawnLetter {
  const none: Id = newId();
  return {
    letter: {
      accountId: none,
      messageId: none,
      account: `C-${index}`,
      key: `${index}`,
      purpose: 'notice',
      contactId: null,
      toName: `Customer ${index}`,
      language: index % 2 === 0 ? 'en' : 'es',
      subject: `Invoice ${index}`,
      text: 'Our records show that this invoice is still open.\n\nThank you.',
      attempts: 0,
      itemIds: [],
      addressId: none,
      address: null,
      refused: null,
      statements: [],
      enclosures: [],
      paidSince: false,
    },
    address: [`Customer ${index}`, '12 River Rd', 'Hartford CT 06101'],
    tracking: `00300123456${String(index).padStart(9, '0')}06101`,
    papers: [],
  };
}

await tellPapers();
