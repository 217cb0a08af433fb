/** The people of the desk, asked once in a while. */
import { useQuery } from '@tanstack/react-query';
import { members } from '#areas/team/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';

export type Member = AnswerOf<typeof members>['rows'][number];

/** Those who work here now. */
export function useMembers(): readonly Member[] {
  return useAllMembers().data?.rows.filter((member) => member.active) ?? [];
}

/** How to call anybody, also those who have left. */
export function useAllMemberNames(): (memberId: string) => string {
  const rows = useAllMembers().data?.rows ?? [];
  return (memberId) => rows.find((member) => member.memberId === memberId)?.name ?? '…';
}

export function useAllMembers() {
  return useQuery({
    queryKey: ['members'],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) => call(members, { signal }),
  });
}
