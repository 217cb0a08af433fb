/** One's own effort and what came of it this month: nobody's else. */
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { myEffort, type WirePerson } from '../contract.ts';
import { DashboardBones } from './DashboardBones.tsx';
import { Freshness } from './Freshness.tsx';
import { useDashboard } from './useDashboard.ts';
import { words } from './words.ts';

export function MineScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search] = useSearchState(myEffort);
  const { data, isError, error, refetch } = useDashboard(myEffort, search);
  return (
    <Page title={t('mine')} sub={data && <Freshness answer={data} />}>
      {isError && data === undefined && <Failed why={why(error)} onRetry={() => void refetch()} />}
      {data === undefined && !isError && <DashboardBones />}
      {data !== undefined && data.person === null && <Empty title={t('mine_none')} />}
      {data !== undefined && data.person !== null && (
        <OwnCard person={data.person} currency={data.currency} />
      )}
    </Page>
  );
}

function OwnCard({ person, currency }: { person: WirePerson; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const { goal } = person;
  return (
    <section
      aria-label={t('mine')}
      className="grid max-w-[460px] gap-4 rounded-md border border-line bg-surface px-5 py-4"
    >
      <KeyValue
        facts={[
          { name: t('accounts'), value: figures.number(person.accounts) },
          { name: t('due'), value: figures.number(person.due) },
          { name: t('done'), value: figures.number(person.done) },
          { name: t('attempts'), value: figures.number(person.attempts) },
          { name: t('conversations'), value: figures.number(person.conversations) },
          { name: t('promises'), value: figures.number(person.made) },
          { name: t('kept'), value: t('kept_of', { kept: person.kept, ended: person.ended }) },
          {
            name: t('cash_in', { currency }),
            value: <Amount value={person.cash} currency={currency} strong />,
          },
          {
            name: t('goal'),
            value: goal === null ? t('no_goal') : <Amount value={goal} currency={currency} />,
          },
        ]}
      />
      <p className="text-sm text-ink-3 text-pretty">{t('mine_why')}</p>
    </section>
  );
}
