/** The life of a policy from a screen: asking for it, and doing one thing with a version. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  attestVersion,
  decideVersion,
  policies,
  policy,
  publishVersion,
  withdrawVersion,
  type WirePolicyVersion,
} from '#areas/policies/contract/policies.ts';
import { call } from '#web/api.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words } from './words.ts';

export function usePolicy(kind: string, key: string) {
  return useQuery({
    queryKey: ['policies', kind, key],
    queryFn: ({ signal }) => call(policy, { params: { kind, key }, signal }),
    retry: false,
  });
}

/** Every policy of a kind: what is in force, and what waits. */
export function usePolicies(kind: string) {
  return useQuery({
    queryKey: ['policies', kind],
    queryFn: ({ signal }) => call(policies, { query: { kind }, signal }),
  });
}

export type LifeAct = 'approved' | 'rejected' | 'published' | 'withdrawn';
export type LifeWish = {
  readonly act: LifeAct;
  readonly reason: string;
  readonly unseen: boolean;
  readonly from: string;
};

/** Does it, says it, and asks for everything again that a policy may have changed. */
export function useLife({ kind, key, version }: WirePolicyVersion, onDone: () => void) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const params = { kind, key, version };
  return useMutation({
    mutationFn: async ({ act, reason, unseen, from }: LifeWish) => {
      if (act === 'published') await call(publishVersion, { params, body: { from, reason } });
      else if (act === 'withdrawn') await call(withdrawVersion, { params, body: { reason } });
      else await call(decideVersion, { params, body: { act, unseen, reason } });
    },
    onSuccess: (_done, { act, from }) => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      void queries.invalidateQueries({ queryKey: ['strategies'] });
      say({ text: t(`done_${act}`, { version, day: figures.day(from) }) });
      onDone();
    },
  });
}

export function useAttest({ kind, key, version }: WirePolicyVersion) {
  const t = useWords(words);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => call(attestVersion, { params: { kind, key, version }, body: {} }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['policies'] });
      say({ text: t('attested_now') });
    },
  });
}
