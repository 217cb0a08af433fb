/**
 * What a processor's report proves about itself.
 *
 *   a payout in the batch      Σ net of its other lines = what was paid out
 *   transfers between batches  Σ net of everything = nothing
 *   a running balance          balance before + net = balance after, by currency
 *
 * The payout then has to stand on the bank's statement; that is proved by whoever has both.
 */
import { formatMoney, money } from '#kernel/money.ts';
import { type Control, type SettlementLine } from '../neutral.ts';
import { type CardTable } from './read.ts';

/** The controls of a report; none where the report states nothing about itself. */
export function settlementControls({ lines, balances }: CardTable): Control[] {
  return [...payoutControls(lines), ...balanceControls(lines, balances)];
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
    const payouts = batch.filter(({ kind, net }) => kind === 'payout' && net.minor < 0n);
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
