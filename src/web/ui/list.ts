/** A list that comes page by page: every page has rows, the count of all, and where to go on. */
import { keepPreviousData, useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Paging } from './grid/Grid.tsx';

type Page = { rows: readonly unknown[]; count: number; nextCursor: string | null };

/** A list as a grid shows it, page by page or whole. */
export type Listed<Row> = {
  readonly rows: readonly Row[];
  readonly paging?: Paging;
  readonly error: Error | null;
  readonly loading: boolean;
  readonly retry: () => void;
};

type Wish<P> = {
  /** Names the list and everything that shapes it. */
  key: readonly unknown[];
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<P>;
};

/** The rows so far, the first page's own facts, and the way to more. */
export function useList<P extends Page>({ key, fetchPage }: Wish<P>) {
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined, // The first page has no cursor.
    getNextPageParam: (page: P) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const rows = useMemo(() => data?.pages.flatMap((page) => rowsOf(page)) ?? [], [data]);
  const first = data?.pages[0];
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const paging: Paging = {
    count: first?.count ?? rows.length,
    hasMore: hasNextPage,
    loading: isFetchingNextPage,
    loadMore,
  };
  return {
    rows,
    first,
    paging,
    error: list.error,
    /** True while rows of another filter are still shown. */
    stale: list.isPlaceholderData,
    loading: list.isPending,
    retry: () => void list.refetch(),
  };
}

/** A list that comes whole; what could not be asked anew is not shown as if it still held. */
export function wholeList<Row>(
  query: UseQueryResult<{ readonly rows: readonly Row[] }>,
): Listed<Row> {
  const { data, error, isPending, refetch } = query;
  return {
    rows: error === null && data !== undefined ? data.rows : [],
    error,
    loading: isPending,
    retry: () => void refetch(),
  };
}

/** The rows of a page, as the page types them. */
function rowsOf<P extends Page>(page: P): P['rows'][number][] {
  return [...page.rows];
}
