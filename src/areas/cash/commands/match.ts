/**
 * `dunlin match`: makes receipts of what the bank reported, decides what waits, posts what is
 * certain; prints a decision a receipt with its reasons. `--dry-run` does all of it and takes
 * it back.
 */
import type { Id } from '#kernel/ids.ts';
import { formatMoney } from '#kernel/money.ts';
import { accept } from '#kernel/outcome.ts';
import { accepted, perform } from '#platform/action.ts';
import type { CliDesk, Command, Exit } from '#platform/cli/command.ts';
import { readOptions } from '#platform/cli/options.ts';
import { say } from '#platform/cli/say.ts';
import { type Column, textTable } from '#platform/cli/table.ts';
import { companiesNamed } from '#areas/team/index.ts';
import { type Matched, matchReceipts } from '../actions/match-receipts.ts';
import { receiveLines } from '../actions/receive-lines.ts';
import { words } from '../words.ts';

const options = {
  company: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

async function run(args: readonly string[], desk: CliDesk): Promise<Exit> {
  const values = readOptions(args, options);
  const companies = await companiesNamed(desk, values.company);
  const lines: Line[] = [];
  for (const companyId of companies) {
    const matched = await matchCompany(desk, companyId, values['dry-run']);
    lines.push(...matched.map(lineOf));
  }
  const posted = lines.filter(({ posted: done }) => done).length;
  const counts = { decided: lines.length, posted, waiting: lines.length - posted };
  if (values.json) {
    desk.print(JSON.stringify({ dryRun: values['dry-run'], ...counts, decisions: lines }));
    return 0;
  }
  if (lines.length > 0) desk.print(textTable(columns(desk), lines));
  desk.print(say(words, 'cash.matched', counts, desk.language));
  if (values['dry-run']) desk.print(say(words, 'cash.only_tried', {}, desk.language));
  return 0;
}

async function matchCompany(
  desk: CliDesk,
  companyId: Id,
  dryRun: boolean,
): Promise<readonly Matched[]> {
  const doing = {
    action: 'cash.match_receipts',
    actor: desk.actor,
    reason: 'asked for on the command line',
    input: { companyId },
    dryRun,
  };
  const done = await perform(desk, doing, async (context) => {
    await receiveLines(context, companyId);
    const { matched } = accepted(await matchReceipts(context, { companyId, receiptIds: 'all' }));
    return accept(matched);
  });
  return accepted(done).answer;
}

type Line = {
  readonly receiptId: string;
  readonly receivedOn: string;
  readonly payer: string;
  readonly amount: string;
  readonly currency: string;
  readonly decision: string;
  readonly posted: boolean;
  readonly confidence: number;
  readonly accountId: string | null;
  readonly items: readonly string[];
  readonly reasons: readonly string[];
  readonly rejected: readonly { readonly document: string; readonly because: string }[];
  readonly hindered: string | null;
};

function lineOf({ receipt, decision, posted, hindered }: Matched): Line {
  const [best] = decision.proposals;
  const reasons = [...(best?.reasons ?? []), ...decision.reasons].map(({ kind }) => kind);
  return {
    receiptId: receipt.receiptId,
    receivedOn: receipt.receivedOn,
    payer: receipt.payerName,
    amount: formatMoney(receipt.amount),
    currency: receipt.amount.currency,
    decision: decision.kind,
    posted,
    confidence: decision.confidence,
    accountId: best?.accountId ?? null,
    items: (best?.allocations ?? []).map(({ itemId }) => itemId),
    reasons: [...new Set(reasons)],
    rejected: decision.rejected.map(({ number, because }) => ({ document: number, because })),
    hindered,
  };
}

function columns(desk: CliDesk): Column<Line>[] {
  const title = (name: keyof typeof words): string => say(words, name, {}, desk.language);
  return [
    { title: title('cash.received'), text: (row) => row.receivedOn },
    { title: title('cash.payer'), text: (row) => row.payer },
    { title: title('cash.amount'), right: true, text: (row) => row.amount },
    { title: title('cash.currency'), text: (row) => row.currency },
    { title: title('cash.decision'), text: (row) => row.decision },
    { title: title('cash.sure'), right: true, text: (row) => String(row.confidence) },
    { title: title('cash.why'), text: (row) => row.reasons.join(', ') },
  ];
}

export const matchCommand: Command = {
  name: 'match',
  usage: '[--company C] [--dry-run] [--json]',
  summary: {
    en: 'posts receipts that are certain and proposes the rest, with the reasons',
    es: 'contabiliza los cobros seguros y propone el resto, con los motivos',
  },
  on: 'desk',
  run,
};
