/**
 * The bridge of an account between two days: what it owed, what moved it, what it owes.
 *
 *   opening + invoices + charges − cash − credits ± adjustments = closing
 *
 * Every movement stands in exactly one line, so that the bridge always closes.
 */
export const bridgeLines = ['invoices', 'charges', 'cash', 'credits', 'adjustments'] as const;
export type BridgeLine = (typeof bridgeLines)[number];

export type Moved = { readonly kind: string; readonly minor: bigint };

export type Bridge = Readonly<Record<BridgeLine, bigint>> & {
  readonly opening: bigint;
  readonly closing: bigint;
};

const lineOf: Readonly<Record<string, BridgeLine>> = {
  invoice: 'invoices',
  debit_memo: 'invoices',
  charge: 'charges',
  receipt: 'cash',
  refund: 'cash',
  credit_memo: 'credits',
};

/** Signed minor units: what raises the debt is positive. */
export function bridgeOf(opening: bigint, moved: readonly Moved[]): Bridge {
  const lines = { invoices: 0n, charges: 0n, cash: 0n, credits: 0n, adjustments: 0n };
  for (const { kind, minor } of moved) {
    const line = Object.hasOwn(lineOf, kind) ? (lineOf[kind] ?? 'adjustments') : 'adjustments';
    lines[line] += minor;
  }
  const closing = bridgeLines.reduce((sum, line) => sum + lines[line], opening);
  return { opening, ...lines, closing };
}
