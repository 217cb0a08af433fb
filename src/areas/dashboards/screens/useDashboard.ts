/**
 * One dashboard, asked for by one request; news of the desk ask again, and so does an answer
 * that says newer figures are on their way.
 */
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import type { boardDashboard, myEffort, teamDashboard } from '../contract.ts';

type Route = typeof teamDashboard | typeof boardDashboard | typeof myEffort;
export type Search = { company?: string | undefined; currency?: string | undefined };
/** Whose figures are looked at: what opening one asks for again. */
export type Looked = { company: string | undefined; currency: string };
type Again = { againMs: number | null };

/** Figures that change with the clock alone are asked for once a minute. */
const quietMs = 60_000;
const leastMs = 250;

export function useDashboard<R extends Route>(route: R, { company, currency }: Search) {
  return useQuery<AnswerOf<R> & Again>({
    queryKey: ['dashboards', route.path, company ?? '', currency ?? ''],
    queryFn: ({ signal }) =>
      // The three routes take the same query, and each answers what its own contract says.
      call<Route>(route, { query: { company, currency }, signal }) as Promise<AnswerOf<R> & Again>,
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => {
      const againMs = state.data?.againMs ?? null;
      return againMs === null ? quietMs : Math.max(leastMs, againMs);
    },
  });
}
