/** The assignment rules in force, edited in place, saved as a version, tried and applied. */
import { useQuery } from '@tanstack/react-query';
import { assignmentRules } from '#areas/portfolios/contract.ts';
import type { AnswerOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { PortfolioTabs } from './PortfolioTabs.tsx';
import { RulesWork } from './RulesWork.tsx';
import { words } from './words.ts';

export function RulesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(assignmentRules);
  const found = useQuery<AnswerOf<typeof assignmentRules>>({
    queryKey: ['portfolio', 'rules', search.company ?? ''],
    // Nothing that somebody writes here is overwritten behind their back.
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) => call(assignmentRules, { query: search, signal }),
  });
  const data = found.data;
  return (
    <Page
      title={t('rules')}
      sub={data && t('rules_sub', { company: data.company, version: data.version })}
    >
      <PortfolioTabs />
      {found.isPending && <Bones lines={8} />}
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {data !== undefined && <RulesWork key={`${data.company} ${data.version}`} saved={data} />}
    </Page>
  );
}
