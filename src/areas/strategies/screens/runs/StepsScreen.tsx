/** The approval queue: proposed steps by state and channel, approved, put off or rejected. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { proposals, type WireProposal } from '#areas/strategies/contract/runs.ts';
import { switchChannels } from '#areas/strategies/rules/channel.ts';
import { proposalStates } from '#areas/strategies/rules/proposal.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chips } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { type Act, DecideForm } from './DecideForm.tsx';
import { useStepColumns } from './step-columns.tsx';
import { words } from './words.ts';

const keyOf = (row: WireProposal): string => row.proposalId;
const narrow = (row: WireProposal) => (
  <>
    <span className="block truncate font-[600]">{row.name}</span>
    <span className="flex justify-between text-sm">
      {row.step}
      <Amount value={row.amount} currency={row.currency} named />
    </span>
  </>
);

export function StepsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const client = useQueryClient();
  const forbidden = useMay()('strategies.approve');
  const [search, setSearch] = useSearchState(proposals);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [act, setAct] = useState<Act | null>(null);
  const { cursor: _, ...given } = search;
  const filter = { ...given, state: given.state ?? 'proposed' };
  const list = useList({
    key: ['strategy-steps', filter],
    fetchPage: (cursor, signal) => call(proposals, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`steps ${JSON.stringify(filter)}`);
  const here = list.rows.find((row) => row.proposalId === at) ?? list.rows[0];
  const chosen = useMemo(
    () => (marked.size > 0 ? [...marked] : here ? [here.proposalId] : []),
    [marked, here],
  );
  const columns = useStepColumns(marked);
  const mark = useCallback((row: WireProposal) => setMarked(toggled(row.proposalId)), []);
  const open = useCallback(
    ({ accountId }: WireProposal) => void navigate({ to: paths.account, params: { accountId } }),
    [navigate],
  );
  const because = forbidden ?? (chosen.length === 0 ? t('none') : undefined);
  const ask = (wanted: Act) => (): void => {
    if (because === undefined) setAct(wanted);
    else say({ text: because, tone: 'refused' });
  };

  return (
    <Page title={t('queue')} actions={<Acts marked={marked.size} because={because} ask={ask} />}>
      <Filters search={filter} counts={list.first?.counts} onSearch={setSearch} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={12} rowHeight={46} />
      ) : (
        <Grid
          label={t('queue')}
          columns={columns}
          rowHeight={46}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.proposalId ?? null}
          onMove={moveTo}
          onOpen={open}
          onMark={mark}
          narrow={narrow}
          paging={list.paging}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {act !== null && (
        <DecideForm
          act={act}
          proposalIds={chosen}
          onClose={() => setAct(null)}
          onDecided={() => {
            setMarked(new Set());
            void client.invalidateQueries({ queryKey: ['strategy-steps'] });
          }}
        />
      )}
    </Page>
  );
}

type ActsProps = {
  marked: number;
  because: string | undefined;
  ask: (wanted: Act) => () => void;
};

/** The three words a person has for a step, each with its key. */
function Acts({ marked, because, ask }: ActsProps) {
  const t = useWords(words);
  useKeys([
    { key: 'y', phrase: t('approve'), run: ask('approve') },
    { key: 'z', phrase: t('hold'), run: ask('hold') },
    { key: 'x', phrase: t('reject'), run: ask('reject') },
  ]);
  return (
    <>
      {marked > 0 && <span>{t('marked', { count: marked })}</span>}
      <Button tone="main" because={because} onClick={ask('approve')}>
        {t('approve')}
      </Button>
      <Button because={because} onClick={ask('hold')}>
        {t('hold')}
      </Button>
      <Button because={because} onClick={ask('reject')}>
        {t('reject')}
      </Button>
    </>
  );
}

function toggled(key: string) {
  return (before: ReadonlySet<string>): ReadonlySet<string> => {
    const after = new Set(before);
    if (!after.delete(key)) after.add(key);
    return after;
  };
}

type State = WireProposal['state'];
type Channel = (typeof switchChannels)[number];
type FilterProps = {
  search: { state: State; channel?: Channel | undefined };
  counts: readonly { state: State; channel: Channel; count: number }[] | undefined;
  onSearch: (change: { state?: State | undefined; channel?: Channel | undefined }) => void;
};

function Filters({ search, counts = [], onSearch }: FilterProps) {
  const t = useWords(words);
  const sum = (fits: (each: { state: State; channel: Channel }) => boolean): number =>
    counts.filter(fits).reduce((total, { count }) => total + count, 0);
  return (
    <div className="no-print mb-2.5 grid gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4">
      <Chips
        label={t('state_filter')}
        on={search.state}
        onPick={(state) => onSearch({ state })}
        chips={proposalStates.map((state) => ({
          value: state,
          name: t(`strategies.state_${state}`),
          count: sum((each) => each.state === state),
        }))}
      />
      <Chips
        label={t('channel_filter')}
        on={search.channel}
        onPick={(channel) => onSearch({ channel })}
        chips={switchChannels.map((channel) => ({
          value: channel,
          name: t(`channel_${channel}`),
          count: sum((each) => each.channel === channel && each.state === search.state),
        }))}
      />
    </div>
  );
}
