/**
 * The state of one match board: what is marked, what the payer's rows say, what is asked next.
 *
 * Amounts are minor units here and decimal text on the wire. The state belongs to one receipt:
 * another receipt begins anew, or with what was left unfinished of it.
 */
import { useMemo, useReducer } from 'react';
import { currency as currencyOf, formatMoney, money, parseMoney } from '#kernel/money.ts';
import type { WireBoardDraft, WireBoardItem, WireProposal } from '#areas/cash/contract/board.ts';
import type { WireRemittanceRow } from '#areas/cash/contract/receipts.ts';
import { type BoardRow, difference, layRows } from '#areas/cash/rules/board/rows.ts';
import type { RemittanceRow } from '#areas/cash/rules/matching/model.ts';
import type { ShortReason } from '#areas/cash/rules/receipts/spread.ts';
import type { Board } from './board-data.ts';

export type Mode = 'proposals' | 'manual' | 'rows';
export type Asking = 'short' | 'reason' | 'confirm' | 'account' | null;

/** An item as the board counts with it: amounts in minor units, a credit below zero. */
export type Item = Omit<WireBoardItem, 'open' | 'discount'> & {
  readonly number: string;
  readonly open: bigint;
  readonly discount: bigint;
};

export type BoardState = {
  readonly mode: Mode;
  readonly asking: Asking;
  /** What is accepted while something is asked about it. */
  readonly proposal: WireProposal | null;
  readonly marked: ReadonlySet<string>;
  /** Lines of a document that are paid alone, by the item and the line. */
  readonly parts: ReadonlyMap<string, ReadonlyMap<number, bigint>>;
  /** The item whose lines are laid open, and the line one is on. */
  readonly opened: { readonly itemId: string; readonly at: number } | null;
  readonly rows: readonly RemittanceRow[];
  /** Reasons of short rows by the item. */
  readonly reasons: ReadonlyMap<string, ShortReason>;
  /** Rows that are nobody's and were looked at, by their place. */
  readonly kept: ReadonlySet<number>;
  readonly at: number;
  /** Somebody moved to that row, rather than the board. */
  readonly chosen: boolean;
  readonly touched: boolean;
  /** From now on this account for this payer. */
  readonly always: boolean;
};

const blank: BoardState = {
  mode: 'proposals',
  asking: null,
  proposal: null,
  marked: new Set(),
  parts: new Map(),
  opened: null,
  rows: [],
  reasons: new Map(),
  kept: new Set(),
  at: 0,
  chosen: false,
  touched: false,
  always: false,
};

export type Change = Partial<BoardState>;

/** The state and how to change it; `key` of the caller's component decides when it is new. */
export function useBoardState(data: Board): [BoardState, (change: Change) => void] {
  return useReducer(
    (state: BoardState, change: Change): BoardState => ({ ...state, ...change }),
    data,
    beginning,
  );
}

function beginning({ draft, remittance, receipt }: Board): BoardState {
  const kept = draft?.rows ?? [];
  const rows = (kept.length > 0 ? kept : remittance).map((row) => readRow(row, receipt.currency));
  const marked = new Set((draft?.marks ?? []).map(({ itemId }) => itemId));
  const reasons = new Map(
    (draft?.marks ?? []).flatMap(({ itemId, shortReason }) =>
      shortReason === null ? [] : [[itemId, shortReason] as const],
    ),
  );
  const mode = kept.length > 0 ? 'rows' : marked.size > 0 ? 'manual' : 'proposals';
  return { ...blank, mode, rows, marked, reasons };
}

function readRow(row: WireRemittanceRow, code: string): RemittanceRow {
  const minor = (text: string | undefined): bigint | undefined =>
    text === undefined ? undefined : parseMoney(text, currencyOf(code))?.minor;
  const { reference, note } = row;
  return {
    reference,
    ...named('paidMinor', minor(row.paid)),
    ...named('grossMinor', minor(row.gross)),
    ...named('discountMinor', minor(row.discount)),
    ...named('deductionMinor', minor(row.deduction)),
    ...(note === undefined ? {} : { reason: note }),
  };
}

function named(key: string, minor: bigint | undefined): Partial<RemittanceRow> {
  return minor === undefined ? {} : { [key]: minor };
}

/** What one item gets, and what of it stays open. */
export type Laid = {
  readonly item: Item;
  readonly amount: bigint;
  readonly discount: bigint;
  readonly short: bigint;
};

export type Sums = {
  readonly items: readonly Item[];
  readonly came: bigint;
  readonly laid: readonly Laid[];
  readonly rows: readonly BoardRow<Item>[];
  /** What is still to lay out; negative when too much is. */
  readonly rest: bigint;
};

/** What the state comes to. */
export function useSums(data: Board, { rows: told, marked, parts, mode }: BoardState): Sums {
  return useMemo(() => {
    const code = currencyOf(data.receipt.currency);
    const minor = (text: string): bigint => parseMoney(text, code)?.minor ?? 0n;
    const items = data.items.map((item) => ({
      ...item,
      open: minor(item.open),
      discount: minor(item.discount),
      number: item.document,
    }));
    const came = minor(data.receipt.amount);
    const rows = layRows(told, items);
    const laid = mode === 'rows' ? ofRows(rows) : ofMarks(items, { marked, parts }, came);
    return { items, came, laid, rows, rest: difference(came, laid) };
  }, [data, marked, parts, mode, told]);
}

function ofRows(rows: readonly BoardRow<Item>[]): Laid[] {
  return rows.flatMap(({ item, amount, discount, short }) =>
    item === null || amount === 0n ? [] : [{ item, amount, discount, short }],
  );
}

/** Credits first, then the marked items as far as the money goes, in their order. */
function ofMarks(
  items: readonly Item[],
  { marked, parts }: Pick<BoardState, 'marked' | 'parts'>,
  came: bigint,
): Laid[] {
  const chosen = items.filter(({ itemId }) => marked.has(itemId));
  const credits = chosen.filter(({ open }) => open < 0n);
  let rest = credits.reduce((sum, { open }) => sum - open, came);
  const debits = chosen
    .filter(({ open }) => open > 0n)
    .map((item): Laid => {
      const whole = item.open - item.discount;
      const meant = smaller(partOf(parts.get(item.itemId)) ?? whole, whole);
      const amount = rest >= meant ? meant : rest > 0n ? rest : 0n;
      rest -= amount;
      const discount = amount === whole ? item.discount : 0n;
      return { item, amount, discount, short: item.open - amount - discount };
    });
  const used = credits.map((item) => ({ item, amount: item.open, discount: 0n, short: 0n }));
  return [...debits, ...used].filter(({ amount }) => amount !== 0n);
}

/** What the picked lines of a document come to; nothing when none is picked. */
function partOf(lines: ReadonlyMap<number, bigint> | undefined): bigint | undefined {
  if (lines === undefined || lines.size === 0) return undefined;
  return [...lines.values()].reduce((sum, amount) => sum + amount, 0n);
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** Minor units as the wire writes them. */
export function written(minor: bigint, code: string): string {
  return formatMoney(money(minor, code));
}

/** The board as it is kept unfinished. */
export function draftOf(data: Board, state: BoardState, sums: Sums): WireBoardDraft {
  const code = data.receipt.currency;
  const text = (minor: bigint | undefined): string | undefined =>
    minor === undefined ? undefined : written(minor, code);
  return {
    accountId: data.account?.accountId ?? null,
    marks: sums.laid.map(({ item, amount, discount }) => ({
      accountId: item.accountId,
      itemId: item.itemId,
      amount: written(amount, code),
      discount: written(discount, code),
      shortReason: state.reasons.get(item.itemId) ?? null,
    })),
    rows:
      state.mode === 'rows'
        ? state.rows.map((row) => ({
            reference: row.reference,
            paid: text(row.paidMinor),
            gross: text(row.grossMinor),
            discount: text(row.discountMinor),
            deduction: text(row.deductionMinor),
            note: row.reason,
          }))
        : [],
  };
}
