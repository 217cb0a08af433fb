/** What the open promises may bring, week by week; a week opens to its promises. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { promiseOutlook, type WireOutlook } from '#areas/promises/contract/outlook.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chart } from '#web/ui/Chart.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { ownRecordFrom } from '../../rules/outlook.ts';
import { PromiseTabs } from '../plans/PromiseTabs.tsx';
import { OutlookTable } from './OutlookTable.tsx';
import { WeekPromises } from './WeekPromises.tsx';
import { words } from './words.ts';

type Opened = { weekStart: string; currency: string };

export function OutlookScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(promiseOutlook);
  const [opened, setOpened] = useState<Opened | null>(null);
  const known = useQuery({
    queryKey: ['promises', 'outlook', search],
    queryFn: ({ signal }) => call(promiseOutlook, { query: search, signal }),
  });
  const { data } = known;
  const mine = search.mine === 'true';
  return (
    <Page
      title={t('outlook')}
      actions={
        <Button aria-pressed={mine} onClick={() => setSearch({ mine: mine ? undefined : 'true' })}>
          {t(mine ? 'everybodys' : 'mine')}
        </Button>
      }
    >
      <PromiseTabs />
      {known.isPending && <Bones lines={8} gap={14} />}
      {known.isError && <Failed why={why(known.error)} onRetry={() => void known.refetch()} />}
      {data?.currencies.length === 0 && <Empty title={t('none')} />}
      {data !== undefined && data.currencies.length > 0 && (
        <p className="mb-4 max-w-prose text-sm text-ink-2">
          {t('how', { from: ownRecordFrom, kept: data.rate.kept, judged: data.rate.judged })}
        </p>
      )}
      {data?.currencies.map((each) => (
        <section key={each.currency} className="mb-6 grid gap-3" aria-label={each.currency}>
          <OutlookChart outlook={each} onOpen={setOpened} />
          <OutlookTable outlook={each} onOpen={setOpened} />
        </section>
      ))}
      {opened !== null && (
        <WeekPromises {...opened} search={search} onClose={() => setOpened(null)} />
      )}
    </Page>
  );
}

type Props = { outlook: WireOutlook; onOpen: (week: Opened) => void };

/** Bars of what is missing beside what to count on. */
function OutlookChart({ outlook, onOpen }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const { currency, weeks, expected, outstanding } = outlook;
  return (
    <Chart
      title={t('title', {
        expected: expected === null ? '–' : figures.money(expected, currency),
        outstanding: figures.money(outstanding, currency),
      })}
      chart={{
        kind: 'bars',
        head: t('week'),
        unit: 'money',
        currency,
        points: weeks.map(({ weekStart }) => figures.day(weekStart)),
        series: [
          {
            name: t('outstanding'),
            tone: 'quiet',
            values: weeks.map((week) => week.outstanding),
          },
          { name: t('expected'), tone: 'accent', values: weeks.map((week) => week.expected) },
        ],
      }}
      onPick={(point) => {
        const week = weeks[point];
        if (week !== undefined) onOpen({ weekStart: week.weekStart, currency });
      }}
    />
  );
}
