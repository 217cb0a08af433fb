/** What the match board asks for and sends. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { board, match, receipts, reopenReceipt, settleReturn } from '#areas/cash/contract/board.ts';
import { postReceipt, type WireReceipt } from '#areas/cash/contract/receipts.ts';
import type { AnswerOf, BodyOf, QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export type Board = AnswerOf<typeof board>;

/** The queue, page by page. */
export function useQueue(query: Omit<QueryOf<typeof receipts>, 'cursor'>) {
  return useInfiniteQuery({
    queryKey: ['cash', 'queue', query],
    initialPageParam: firstPage(),
    queryFn: ({ pageParam, signal }) =>
      call(receipts, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

function firstPage(): string | undefined {
  return undefined;
}

export type BoardScope = {
  readonly account: string | undefined;
  readonly scope: 'account' | 'family';
};

/** One receipt with everything that speaks for and against. */
export function useBoardOf(receiptId: string | undefined, { account, scope }: BoardScope) {
  return useQuery({
    queryKey: ['cash', 'board', receiptId, account, scope],
    enabled: receiptId !== undefined,
    queryFn: ({ signal }) =>
      call(board, {
        params: { receiptId: receiptId ?? '' },
        query: { account, scope },
        signal,
      }),
  });
}

/** Everything that shows money is asked again. */
export function useCashChanged(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const list of ['cash', 'cash-cards', 'account', 'worklist', 'aging', 'today']) {
      void queries.invalidateQueries({ queryKey: [list] });
    }
  }, [queries]);
}

type Posting = { receipt: WireReceipt; body: BodyOf<typeof postReceipt> };

/** Posts a receipt and says so, with the way to take it back. */
export function usePosting() {
  const t = useWords(words);
  const figures = useFigures();
  const why = useWhy();
  const changed = useCashChanged();
  return useMutation({
    mutationFn: ({ receipt, body }: Posting) =>
      call(postReceipt, { params: { receiptId: receipt.receiptId }, body }),
    onSuccess: (_, { receipt }) => {
      changed();
      const { amount, currency, payerName, receiptId, account } = receipt;
      const payer = payerName || (account?.name ?? t('nobody'));
      say({
        text: t('posted', { amount: figures.money(amount, currency), payer }),
        undo: async () => {
          const body = { reason: t('why_undone'), fault: false };
          await call(reopenReceipt, { params: { receiptId }, body });
          changed();
        },
      });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}

/** Puts a posted receipt back on the desk. */
export function useReopening() {
  const t = useWords(words);
  const why = useWhy();
  const changed = useCashChanged();
  return useMutation({
    mutationFn: (receiptId: string) =>
      call(reopenReceipt, { params: { receiptId }, body: { reason: t('why_reopened') } }),
    onSuccess: () => {
      changed();
      say({ text: t('undone') });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}

/** Settles a return of the bank with the receipt that it took back. */
export function useSettling() {
  const t = useWords(words);
  const figures = useFigures();
  const why = useWhy();
  const changed = useCashChanged();
  return useMutation({
    mutationFn: (wish: { receiptId: string; returnedId: string }) =>
      call(settleReturn, {
        params: { receiptId: wish.receiptId },
        body: { returnedId: wish.returnedId },
      }),
    onSuccess: ({ feeItemId, feeLowered: low }) => {
      changed();
      if (low === null) return say({ text: t(feeItemId === null ? 'returned' : 'returned_fee') });
      const most = figures.money(low.most, low.currency);
      return say({ text: t('returned_lowered', { most, state: low.state }) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}

/** Matches what waits once more. */
export function useMatching(company: string | undefined) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useCashChanged();
  return useMutation({
    mutationFn: () => call(match, { body: { company } }),
    onSuccess: ({ posted, waiting }) => {
      changed();
      say({ text: t('matched', { posted, waiting }) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
}
