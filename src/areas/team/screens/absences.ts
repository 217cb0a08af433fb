/** Who is away over some weeks, as the screens ask for it, and the verbs on an absence. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { absences, handBackAbsence } from '#areas/team/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';

export function useAbsences(from: string | undefined) {
  return useQuery<Weeks>({
    queryKey: ['absences', from ?? ''],
    placeholderData: (before) => before,
    queryFn: ({ signal }): Promise<Weeks> => call(absences, { query: { from, days: 35 }, signal }),
  });
}

export type Weeks = AnswerOf<typeof absences>;

/** Who is away today; undefined until it is known, nobody when it cannot be. */
export function useAway(): ReadonlySet<string> | undefined {
  const { data, isError } = useAbsences(undefined);
  if (data === undefined) return isError ? new Set() : undefined;
  const active = data.rows.filter(({ state }) => state === 'active');
  return new Set(active.map(({ memberId }) => memberId));
}

/** The reader takes their work back. */
export function handBack(absenceId: string) {
  return call(handBackAbsence, { params: { absenceId }, body: {} });
}

/** Asks again for all that an absence moves. */
export function useAbsencesChanged(): () => void {
  const queries = useQueryClient();
  return useCallback(() => {
    for (const key of ['absences', 'worklist', 'today', 'account']) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  }, [queries]);
}
