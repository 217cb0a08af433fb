/**
 * One match board at work: what each key does in the mode it is in, and what is posted.
 *
 * An exact match is one key; what leaves something short is asked in two more; whatever leaves
 * money on account is confirmed once. Everything posted can be put back on the desk with `u`.
 */
import { useEffect } from 'react';
import { saveBoard, type WireProposal } from '#areas/cash/contract/board.ts';
import type { WireLine } from '#areas/cash/contract/receipts.ts';
import { readPasted } from '#areas/cash/rules/board/paste.ts';
import { subsetsWithSum } from '#areas/cash/rules/matching/subsets.ts';
import type { ShortReason } from '#areas/cash/rules/receipts/spread.ts';
import { currency } from '#kernel/money.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { type Board, usePosting } from './board-data.ts';
import {
  type BoardState,
  type Change,
  type Laid,
  type Sums,
  draftOf,
  useBoardState,
  useSums,
  written,
} from './board-state.ts';
import { words } from './words.ts';

export type BoardWork = {
  readonly data: Board;
  readonly state: BoardState;
  readonly sums: Sums;
  readonly change: (change: Change) => void;
  readonly busy: boolean;
  accept(proposal: WireProposal): void;
  /** Posts what is laid out, asking first when money stays on account. */
  post(): void;
  confirm(): void;
  short(how: 'tolerance' | 'open' | ShortReason): void;
  toAccount(): void;
  mark(itemId: string): void;
  /** Pays a line of a document, or pays it no more. */
  markLine(itemId: string, lineNo: number, amount: bigint): void;
  find(): { readonly found: readonly (readonly string[])[]; readonly stopped: boolean };
  learn(always: boolean): void;
};

export function useBoard(data: Board, onPosted: () => void): BoardWork {
  const [state, change] = useBoardState(data);
  const sums = useSums(data, state);
  const posting = usePosting();
  const send = (accountId: string, lines: readonly WireLine[], more: Sending = {}): void =>
    posting.mutate(
      {
        receipt: data.receipt,
        body: { accountId, lines: [...lines], tolerate: true, learn: state.always, ...more },
      },
      { onSuccess: onPosted },
    );
  usePastedRows(data, change);
  useKeptBoard(data, state, sums);
  const acts = actsOf({ data, state, sums, change, send });
  return {
    data,
    state,
    sums,
    change,
    busy: posting.isPending,
    ...acts,
    learn: (always) => change({ always }),
  };
}

type Sending = { readonly tolerate?: boolean; readonly proposal?: number };
type Send = (accountId: string, lines: readonly WireLine[], more?: Sending) => void;
type Acting = {
  readonly data: Board;
  readonly state: BoardState;
  readonly sums: Sums;
  readonly change: (change: Change) => void;
  readonly send: Send;
};

function actsOf(acting: Acting) {
  const { data, state, sums, change, send } = acting;
  const accountId = data.account?.accountId;
  const sendProposal = (proposal: WireProposal, more: Sending = {}): void =>
    send(proposal.account.accountId, proposal.lines, { proposal: proposal.rank, ...more });
  const sendLaid = (): void => {
    if (accountId !== undefined) send(accountId, linesOf(acting), { tolerate: false });
  };
  return {
    accept(proposal: WireProposal): void {
      if (!isZero(proposal.short)) change({ asking: 'short', proposal });
      else if (isExact(proposal)) sendProposal(proposal);
      else change({ asking: 'confirm', proposal });
    },
    post(): void {
      if (accountId === undefined || sums.rest < 0n) return;
      change({ asking: 'confirm', proposal: null });
    },
    confirm(): void {
      const { proposal, asking } = state;
      change({ asking: null });
      if (asking === 'account' && accountId !== undefined) send(accountId, []);
      else if (proposal !== null) sendProposal(proposal);
      else sendLaid();
    },
    short(how: 'tolerance' | 'open' | ShortReason): void {
      const { proposal } = state;
      if (proposal === null) return;
      change({ asking: null });
      if (how === 'tolerance') sendProposal(proposal);
      else
        sendProposal(withReason(proposal, how === 'open' ? 'unknown' : how), { tolerate: false });
    },
    toAccount(): void {
      change({ asking: 'account', proposal: null });
    },
    mark(itemId: string): void {
      const marked = new Set(state.marked);
      if (!marked.delete(itemId)) marked.add(itemId);
      const parts = new Map(state.parts);
      parts.delete(itemId);
      change({ marked, parts, touched: true });
    },
    markLine(itemId: string, lineNo: number, amount: bigint): void {
      const lines = new Map(state.parts.get(itemId));
      if (!lines.delete(lineNo)) lines.set(lineNo, amount);
      const marked = new Set(state.marked);
      if (lines.size === 0) marked.delete(itemId);
      else marked.add(itemId);
      change({ marked, parts: new Map(state.parts).set(itemId, lines), touched: true });
    },
    find: () => combinations(sums, state.marked),
  };
}

function withReason(proposal: WireProposal, reason: ShortReason): WireProposal {
  const lines = proposal.lines.map((line) =>
    isZero(line.short) ? line : { ...line, shortReason: reason },
  );
  return { ...proposal, lines };
}

/** Is it to the cent, with nothing left over and nothing borne? */
function isExact({ onAccount, fee }: WireProposal): boolean {
  return isZero(onAccount) && isZero(fee);
}

export function isZero(amount: string): boolean {
  return /^-?0*(?:\.0*)?$/u.test(amount);
}

function linesOf({ data, state, sums }: Acting): WireLine[] {
  const code = data.receipt.currency;
  return sums.laid.map(({ item, amount, discount, short }: Laid) => ({
    accountId: item.accountId,
    itemId: item.itemId,
    amount: written(amount, code),
    discount: written(discount, code),
    short: written(short, code),
    shortReason: short > 0n ? (state.reasons.get(item.itemId) ?? 'unknown') : null,
  }));
}

/** Sets of open items that add up to what is still to lay out; the smallest first. */
function combinations({ items, rest }: Sums, marked: ReadonlySet<string>) {
  const free = items.filter(({ itemId, open }) => !marked.has(itemId) && open > 0n).slice(0, 60);
  const bounds = { least: 1, most: 8, sums: 60_000, solutions: 9 };
  const { found, stopped } = subsetsWithSum(
    free.map(({ open, discount }) => open - discount),
    rest,
    bounds,
  );
  const sets = found.map((places) => places.flatMap((at) => free[at]?.itemId ?? []));
  return { found: sets.toSorted((a, b) => a.length - b.length), stopped };
}

/** A remittance that is pasted anywhere on the board, outside a field. */
function usePastedRows({ receipt }: Board, change: (change: Change) => void): void {
  const t = useWords(words);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target } = event;
      if (target instanceof HTMLElement && target.closest('input, textarea') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const rows = readPasted(text, currency(receipt.currency));
      if (rows.length === 0) return;
      event.preventDefault();
      change({ rows, mode: 'rows', at: 0, kept: new Set(), touched: true });
      say({ text: t('pasted', { count: rows.length }) });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [receipt, change, t]);
}

const pauseMillis = 700;

/** What was touched is kept a moment after the hand rests, so that nothing is done twice. */
function useKeptBoard(data: Board, state: BoardState, sums: Sums): void {
  const { receiptId } = data.receipt;
  const text = state.touched ? JSON.stringify(draftOf(data, state, sums)) : '';
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => {
      // Written by `draftOf` just above.
      const body = JSON.parse(text) as ReturnType<typeof draftOf>;
      void call(saveBoard, { params: { receiptId }, body }).catch(() => undefined);
    }, pauseMillis);
    return () => clearTimeout(timer);
  }, [receiptId, text]);
}
