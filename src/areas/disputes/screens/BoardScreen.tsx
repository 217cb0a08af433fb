/** The board of disputes: by state, whose turn it is, how long, and what came back. */
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { disputes, type WireCase } from '#areas/disputes/contract/board.ts';
import type { AnswerOf, QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { caseStates } from '../rules/case-life.ts';
import { stateNames } from '../words/names.ts';
import { CaseNarrow, useBoardColumns } from './board-columns.tsx';
import { CaseTabs } from './causes/CaseTabs.tsx';
import { DecideForm } from './DecideForm.tsx';
import { words } from './words.ts';

const keyOf = (row: WireCase): string => row.caseId;
const narrow = (row: WireCase) => <CaseNarrow row={row} />;
const quiet = (row: WireCase): boolean => row.state === 'closed';

export function BoardScreen() {
  const t = useWords(words);
  const why = useWhy();
  const may = useMay();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchState(disputes);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['disputes', filter],
    fetchPage: (cursor, signal) => call(disputes, { query: { ...filter, cursor }, signal }),
  });
  const place = `disputes ${JSON.stringify(filter)}`;
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const columns = useBoardColumns(list.rows);
  const here = list.rows.find((row) => row.caseId === at) ?? list.rows[0];
  const [crediting, setCrediting] = useState<WireCase | null>(null);
  const open = useCallback(
    ({ accountId, caseId }: WireCase) =>
      void navigate({ to: paths.disputeCase, params: { accountId, caseId } }),
    [navigate],
  );
  const decidable = here !== undefined && here.state !== 'closed' && here.state !== 'decided';
  useKeys(
    decidable && may('disputes.decide') === undefined
      ? [{ key: 'm', phrase: t('credit_memo'), run: () => setCrediting(here) }]
      : [],
  );
  return (
    <Page
      title={t('disputes')}
      sub={list.first && t('paces', list.first.paces)}
      actions={<Filters search={search} onSearch={setSearch} />}
    >
      <CaseTabs />
      <States
        on={search.state}
        states={list.first?.states}
        onPick={(state) => setSearch({ state })}
      />
      {list.first && <Ages ages={list.first.ages} />}
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={10} />
      ) : (
        <Grid
          label={t('disputes')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.caseId ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          narrowHeight={78}
          quiet={quiet}
          active={crediting === null}
          paging={list.paging}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {crediting !== null && (
        <DecideForm found={crediting} decision="credit" onClose={() => setCrediting(null)} />
      )}
    </Page>
  );
}

type Search = QueryOf<typeof disputes>;
type FilterProps = {
  search: Search;
  onSearch: (change: { late?: 'true' | undefined; mine?: 'true' | undefined }) => void;
};

function Filters({ search, onSearch }: FilterProps) {
  const t = useWords(words);
  const [mine, late] = [search.mine === 'true', search.late === 'true'];
  return (
    <>
      <Button aria-pressed={late} onClick={() => onSearch({ late: late ? undefined : 'true' })}>
        {t('late_only')}
      </Button>
      <Button aria-pressed={mine} onClick={() => onSearch({ mine: mine ? undefined : 'true' })}>
        {t(mine ? 'everybodys' : 'mine')}
      </Button>
    </>
  );
}

type Board = AnswerOf<typeof disputes>;
type StatesProps = {
  on: WireCase['state'] | undefined;
  states: Board['states'] | undefined;
  onPick: (state: WireCase['state'] | undefined) => void;
};

function States({ on, states = [], onPick }: StatesProps) {
  const t = useWords(words);
  const language = useLanguage();
  const counts = new Map<string, number>();
  for (const { state, count } of states) counts.set(state, (counts.get(state) ?? 0) + count);
  return (
    <FilterLine>
      <Chips
        label={t('states')}
        digits
        on={on}
        onPick={onPick}
        all={[...counts.values()].reduce((sum, count) => sum + count, 0)}
        chips={caseStates.map((value) => ({
          value,
          name: stateNames[value][language],
          count: counts.get(value) ?? 0,
        }))}
      />
    </FilterLine>
  );
}

/** How old what goes on is: one line by bucket, each with its sum. */
function Ages({ ages }: { ages: Board['ages'] }) {
  const t = useWords(words);
  const figures = useFigures();
  if (ages.length === 0) return null;
  return (
    <ul aria-label={t('ages')} className="mb-2.5 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {ages.map(({ upTo, currency, count, amount }) => (
        <li key={`${upTo} ${currency}`}>
          <span className="text-ink-2">
            {upTo === null ? t('age_over') : t('age_up_to', { days: upTo })}
          </span>{' '}
          <span className="figures">
            {count} · {figures.money(amount, currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}
