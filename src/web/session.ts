/** Who is signed in: asked once, kept until sign-out; a lost session leads to the door. */
import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { type Me, session } from '#areas/team/contract.ts';
import { call, keepToken } from './api.ts';
import { Refused, Unreachable } from './ui/refusal.ts';

/** The signed-in person, or null. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async (): Promise<Me | null> => {
    try {
      return signedIn(await call(session, {}));
    } catch (error) {
      if (error instanceof Refused && error.status === 401) return null;
      throw error;
    }
  },
});

/** Keeps what a fresh session brings along. */
export function signedIn(me: Me): Me {
  keepToken(me.csrf);
  return me;
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => error instanceof Unreachable && count < 2,
      // A line that is back within a second is not worth a word; longer is said.
      retryDelay: (count) => 300 * (count + 1),
    },
    mutations: { retry: false },
  },
});

function leaveIfSignedOut(error: unknown): void {
  if (error instanceof Refused && error.status === 401) {
    queries.setQueryData(sessionQuery.queryKey, null);
  }
}
