/**
 * What a processor's report proves about itself.
 *
 *   a payout in the batch      Σ net of its other lines = what was paid out
 *   transfers between batches  Σ net of everything = nothing; Adyen closes every batch so
 *   a row that says total     Σ gross and Σ net of the lines above it, or since the last one
 *   a running balance          balance before + net = balance after, by currency
 *
 * The payout then has to stand on the bank's statement; that is proved by whoever has both.
 */
import { formatMoney, money } from '#kernel/money.ts';
import { type Control, type SettlementLine, missingEnd } from '../neutral.ts';
import { type CardTable, type StatedTotal } from './read.ts';

/** The controls of a report; none where the report states nothing about itself. */
export function settlementControls({ processor, lines, balances, totals }: CardTable): Control[] {
  return [
    ...payoutControls(lines),
    ...(processor === 'adyen' ? openBatches(lines) : []),
    ...totals.flatMap((total, at) => totalControls(total, totals[at - 1]?.above ?? 0, lines)),
    ...balanceControls(lines, balances),
  ];
}

/** A total counts all lines so far or those of its own batch, with the payout or without. */
function totalControls(
  total: StatedTotal,
  since: number,
  lines: readonly SettlementLine[],
): Control[] {
  const { currency: code, above, record } = total;
  if (code === undefined) return [];
  const all = lines.slice(0, above).filter(({ net }) => net.currency === code);
  const own = lines.slice(since, above).filter(({ net }) => net.currency === code);
  const earned = (of: readonly SettlementLine[]) => of.filter(({ kind }) => kind !== 'payout');
  const readings = [earned(all), earned(own), all, own];
  return (['gross', 'net'] as const).map((field): Control => {
    const sums = readings.map((of) => of.reduce((sum, line) => sum + line[field].minor, 0n));
    const found = sums.find((sum) => sum === total[field]) ?? sums[0] ?? 0n;
    return {
      kind: 'amount',
      what: `total_${field}`,
      record,
      stated: formatMoney(money(total[field], code)),
      found: formatMoney(money(found, code)),
    };
  });
}

/** Lines of one batch and one currency. */
export function batchesOf(lines: readonly SettlementLine[]): SettlementLine[][] {
  const batches = new Map<string, SettlementLine[]>();
  for (const line of lines) {
    if (line.batch === undefined) continue;
    const key = `${line.batch}\n${line.net.currency}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [line]);
    else batch.push(line);
  }
  return [...batches.values()];
}

function payoutControls(lines: readonly SettlementLine[]): Control[] {
  return batchesOf(lines).flatMap((batch): Control[] => {
    const [first] = batch;
    const payouts = batch.filter(isPayout);
    const rest = batch.filter((line) => !payouts.includes(line));
    if (first === undefined || payouts.length === 0 || rest.length === 0) return [];
    const code = first.net.currency;
    const total = (of: readonly SettlementLine[]): bigint =>
      of.reduce((sum, { net }) => sum + net.minor, 0n);
    return [
      {
        kind: 'amount',
        what: 'payout',
        record: payouts[0]?.record ?? first.record,
        stated: formatMoney(money(-total(payouts), code)),
        found: formatMoney(money(total(rest), code)),
      },
    ];
  });
}

/**
 * Adyen writes a batch's report when the batch is closed, and its last line empties it: a payout,
 * or the transfer to the next batch. A batch that still holds something was torn.
 */
function openBatches(lines: readonly SettlementLine[]): Control[] {
  return batchesOf(lines).flatMap((batch): Control[] => {
    const held = batch.reduce((sum, { net }) => sum + net.minor, 0n);
    const last = batch.at(-1);
    if (last === undefined || held === 0n || batch.some(isPayout)) return [];
    return [missingEnd('payout', last.record, formatMoney(money(held, last.net.currency)))];
  });
}

/** Money that the processor sent to the bank. */
function isPayout({ kind, net }: SettlementLine): boolean {
  return kind === 'payout' && net.minor < 0n;
}

function balanceControls(
  lines: readonly SettlementLine[],
  balances: ReadonlyMap<number, bigint>,
): Control[] {
  if (balances.size === 0) return [];
  const up = stepsOf(lines, balances);
  const down = stepsOf(lines.toReversed(), balances);
  const best = up.proven >= down.proven ? up : down;
  // A report that was filtered before it was saved has balances of another list.
  return best.proven * 5 >= best.controls.length * 4 ? best.controls : [];
}

function stepsOf(
  lines: readonly SettlementLine[],
  balances: ReadonlyMap<number, bigint>,
): { readonly proven: number; readonly controls: Control[] } {
  const last = new Map<string, bigint>();
  const controls: Control[] = [];
  for (const { record, net } of lines) {
    const balance = balances.get(record);
    if (balance === undefined) continue;
    const before = last.get(net.currency);
    last.set(net.currency, balance);
    if (before === undefined) continue;
    controls.push({
      kind: 'amount',
      what: 'running_balance',
      record,
      stated: formatMoney(money(balance, net.currency)),
      found: formatMoney(money(before + net.minor, net.currency)),
    });
  }
  return { proven: controls.filter(({ stated, found }) => stated === found).length, controls };
}
