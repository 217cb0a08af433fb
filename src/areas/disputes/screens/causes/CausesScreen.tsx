/** Why money is late or contested: the Pareto, opened to its rows, reviewed once a month. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { plusMonths, startOfMonth, plusDays, type Day } from '#kernel/day.ts';
import { causes, causesFile } from '#areas/disputes/contract/causes.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import { call, hrefOf } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { SelectField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useToday } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Bones, Empty, Failed } from '#web/ui/states.tsx';
import { CaseTabs } from './CaseTabs.tsx';
import { CauseRows, type OpenedCause } from './CauseRows.tsx';
import { CauseTable } from './CauseTable.tsx';
import { ReviewForm, Reviews } from './Reviews.tsx';
import { words } from './words.ts';

export function CausesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const forbidden = useMay()('disputes.route');
  const [search, setSearch] = useSearchState(causes);
  const [opened, setOpened] = useState<OpenedCause | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const known = useQuery({
    queryKey: ['causes', search],
    queryFn: ({ signal }) => call(causes, { query: search, signal }),
  });
  const found = known.data;
  useKeys(
    forbidden === undefined
      ? [{ key: 'y', phrase: t('review'), run: () => setReviewing(true) }]
      : [],
  );
  return (
    <Page
      title={t('causes')}
      actions={
        <>
          <a className={linkLook} href={hrefOf(causesFile, { query: search })} download>
            {t('file')}
          </a>
          <Button keys="y" because={forbidden} onClick={() => setReviewing(true)}>
            {t('review')}
          </Button>
        </>
      }
    >
      <CaseTabs />
      <Filters search={search} currencies={found?.currencies ?? []} onSearch={setSearch} />
      {known.isError && <Failed why={why(known.error)} onRetry={() => void known.refetch()} />}
      {known.isPending && <Bones lines={8} />}
      {found !== undefined && (
        <div className="grid gap-6">
          {found.lines.length === 0 ? (
            <Empty title={t('none')} why={t('none_why')} />
          ) : (
            <CauseTable found={found} opened={opened} onOpen={setOpened} />
          )}
          {found.unsaid.disputes > 0 && found.currency !== null && (
            <p>
              <button type="button" className="link" onClick={() => setOpened('none')}>
                {t('unsaid', {
                  count: found.unsaid.disputes,
                  amount: figures.money(found.unsaid.amount, found.currency),
                })}
              </button>
            </p>
          )}
          {opened !== null && (
            <CauseRows
              cause={opened}
              filter={{ ...search, currency: found.currency ?? undefined }}
            />
          )}
          <Reviews />
        </div>
      )}
      {reviewing && <ReviewForm month={search.from} onClose={() => setReviewing(false)} />}
    </Page>
  );
}

type Search = ReturnType<typeof useSearchState<NonNullable<(typeof causes)['query']>>>;
type FilterProps = {
  search: Search[0];
  currencies: readonly string[];
  onSearch: Search[1];
};

const periods = ['month', 'last', 'quarter'] as const;

function Filters({ search, currencies, onSearch }: FilterProps) {
  const t = useWords(words);
  const today = useToday();
  const people = useMembers().map(({ memberId, name }) => ({ value: memberId, name }));
  const on = periods.find((period) => {
    const { from, to } = stretch(period, today);
    return search.from === from && search.to === to;
  });
  return (
    <div className="no-print mb-4 flex flex-wrap items-end gap-3">
      <Chips
        label={t('period')}
        digits
        on={on}
        onPick={(period) =>
          onSearch(
            period === undefined ? { from: undefined, to: undefined } : stretch(period, today),
          )
        }
        chips={periods.map((value) => ({ value, name: t(`period_${value}`) }))}
      />
      <SelectField
        label={t('collector')}
        name="collectorId"
        none={t('everybody')}
        value={search.collectorId ?? ''}
        onChange={(event) => onSearch({ collectorId: event.currentTarget.value || undefined })}
        choices={people}
      />
      {currencies.length > 1 && (
        <SelectField
          label={t('currency')}
          name="currency"
          value={search.currency ?? currencies[0] ?? ''}
          onChange={(event) => onSearch({ currency: event.currentTarget.value })}
          choices={currencies.map((value) => ({ value, name: value }))}
        />
      )}
    </div>
  );
}

function stretch(period: (typeof periods)[number], today: Day): { from: Day; to: Day } {
  const month = startOfMonth(today);
  if (period === 'month') return { from: month, to: today };
  if (period === 'last') return { from: plusMonths(month, -1), to: plusDays(month, -1) };
  return { from: plusMonths(month, -2), to: today };
}
