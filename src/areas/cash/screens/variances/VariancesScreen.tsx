/** Variances by cause: what proves each in a sentence, and its fix in one key. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { variances, type WireVariance } from '#areas/cash/contract/variances.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { useList } from '#web/ui/list.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { CashTabs } from '../CashTabs.tsx';
import { useVarianceColumns, VarianceNarrow } from './columns.tsx';
import { FixForm } from './FixForm.tsx';
import { permissions } from './fixes.ts';
import { words } from './words.ts';

const keyOf = (row: WireVariance): string => row.key;
const narrow = (row: WireVariance) => <VarianceNarrow row={row} />;

export function VariancesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(variances);
  const { cursor: _, ...filter } = search;
  const list = useList({
    key: ['cash-variances', filter],
    fetchPage: (cursor, signal) => call(variances, { query: { ...filter, cursor }, signal }),
  });
  const [at, moveTo] = usePlace(`variances ${JSON.stringify(filter)}`);
  const here = list.rows.find((row) => row.key === at) ?? list.rows[0];
  const [asking, setAsking] = useState<WireVariance | null>(null);
  const columns = useVarianceColumns(list.rows);
  const open = useOpening();
  return (
    <Page
      title={t('title')}
      sub={t('sub')}
      actions={<FixButton row={here} onAsk={setAsking} off={asking !== null} />}
    >
      <CashTabs />
      <CauseChips first={list.first} on={search.cause} onPick={(cause) => setSearch({ cause })} />
      {list.error !== null && list.rows.length === 0 ? (
        <Failed why={why(list.error)} onRetry={list.retry} />
      ) : list.loading ? (
        <GridBones rows={8} />
      ) : (
        <Grid
          label={t('title')}
          columns={columns}
          rows={list.rows}
          rowKey={keyOf}
          at={here?.key ?? null}
          onMove={moveTo}
          onOpen={open}
          narrow={narrow}
          narrowHeight={78}
          paging={list.paging}
          active={asking === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {asking?.fix && (
        <FixForm row={asking} kind={asking.fix.kind} onClose={() => setAsking(null)} />
      )}
    </Page>
  );
}

/** The account of a row; the cash desk where nobody knows whose the money is. */
function useOpening(): (row: WireVariance) => void {
  const navigate = useNavigate();
  return ({ account, payer, fix }) => {
    const credit = fix?.creditItemId;
    if (fix?.kind === 'refund' && account !== null && credit) {
      void navigate({ to: paths.refunds, search: { accountId: account.accountId, credit } });
    } else if (account === null) void navigate({ to: paths.cash, search: { q: payer } });
    else void navigate({ to: paths.account, params: { accountId: account.accountId } });
  };
}

type FixProps = {
  row: WireVariance | undefined;
  onAsk: (row: WireVariance) => void;
  off: boolean;
};

/** The fix of the row one is on; `f` does the same. What moves no money opens at once. */
function FixButton({ row, onAsk, off }: FixProps) {
  const t = useWords(words);
  const may = useMay();
  const open = useOpening();
  const kind = row?.fix?.kind;
  const missing = t(row === undefined ? 'nothing_here' : 'no_fix');
  const because = kind === undefined ? missing : may(permissions[kind]);
  const run = (): void => {
    if (row === undefined || because !== undefined) return;
    if (kind === 'match' || kind === 'refund') open(row);
    else onAsk(row);
  };
  const name = kind === undefined ? t('fix') : t(`fix_${kind}`);
  useKeys(because === undefined && !off ? [{ key: 'f', phrase: name, run }] : []);
  return (
    <Button tone="main" keys="f" because={because} onClick={run}>
      {name}
    </Button>
  );
}

type ChipProps = {
  first: { causes: { cause: WireVariance['cause']; count: number }[] } | undefined;
  on: WireVariance['cause'] | undefined;
  onPick: (cause: WireVariance['cause'] | undefined) => void;
};

function CauseChips({ first, on, onPick }: ChipProps) {
  const t = useWords(words);
  const counted = first?.causes ?? [];
  const chips = counted.map(({ cause, count }) => ({
    value: cause,
    name: t(`cause_${cause}`),
    count,
  }));
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  return (
    <FilterLine>
      <Chips label={t('causes')} digits chips={chips} on={on} onPick={onPick} all={all} />
    </FilterLine>
  );
}
