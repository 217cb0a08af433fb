/** Orders that wait for somebody: every reason, what is at risk, decided by key. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { holds, type WireHold } from '#areas/credit/contract/holds.ts';
import type { QueryOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { Picker } from '#web/ui/Picker.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { type Act, DecideForm } from './DecideForm.tsx';
import { HoldNarrow, useHoldColumns } from './hold-columns.tsx';
import { HoldSheet } from './HoldSheet.tsx';
import { words } from './words.ts';

const keyOf = (row: WireHold): string => row.orderId;
const narrow = (row: WireHold) => <HoldNarrow hold={row} />;
const views = ['all', 'mine', 'forwarded', 'clears'] as const;
const orders = ['small', 'old', 'large'] as const;
/** As many as the server judges at a time. */
export function HoldsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const [search, setSearch] = useSearchState(holds);
  const list = useQuery({
    queryKey: ['holds', search],
    queryFn: ({ signal }) => call(holds, { query: search, signal }),
  });
  const rows = list.data?.rows ?? [];
  const [at, moveTo] = usePlace(`holds ${JSON.stringify(search)}`);
  const here = rows.find((row) => row.orderId === at) ?? rows[0];
  const { marked, mark, clear } = useMarks();
  const columns = useHoldColumns(marked, mark);
  const [open, setOpen] = useState<WireHold | null>(null);
  const [act, setAct] = useState<Act | null>(null);
  const chosen = rows.filter((row) => marked.has(row.orderId));
  const meant = chosen.length > 0 || here === undefined ? chosen : [here];
  const close = useCallback(() => {
    setAct(null);
    setOpen(null);
    clear();
  }, [clear]);
  return (
    <Page
      title={t('holds')}
      sub={list.data && t('sub', { count: list.data.count })}
      actions={<HoldActions meant={meant} off={act !== null || open !== null} onAct={setAct} />}
    >
      <HoldFilters search={search} chosen={chosen.length} onSearch={setSearch} />
      <ClearsStrip rows={rows} onRecheck={mark} onAct={setAct} />
      {list.data?.cut && (
        <p role="status" className="mb-2.5 text-sm text-ink-2">
          {t('cut', { count: list.data.listed, waiting: list.data.waiting })}
        </p>
      )}
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('holds')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.orderId ?? null}
          onMove={moveTo}
          onOpen={setOpen}
          onMark={mark}
          narrow={narrow}
          rowHeight={46}
          narrowHeight={78}
          active={open === null && act === null}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {open !== null && act === null && (
        <HoldSheet hold={open} onAct={setAct} onClose={() => setOpen(null)} />
      )}
      {act !== null && (
        <DecideForm act={act} orders={open === null ? meant : [open]} onClose={close} />
      )}
    </Page>
  );
}

type Search = QueryOf<typeof holds>;
type FilterProps = {
  search: Search;
  chosen: number;
  onSearch: (part: Partial<Search>) => void;
};

function HoldFilters({ search, chosen, onSearch }: FilterProps) {
  const t = useWords(words);
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-2">
      <Picker
        label={t('view')}
        on={search.view}
        choices={views.map((value) => ({ value, name: t(`view_${value}`) }))}
        onPick={(view) => onSearch({ view })}
      />
      <Picker
        label={t('order_by')}
        on={search.order}
        choices={orders.map((value) => ({ value, name: t(`order_${value}`) }))}
        onPick={(order) => onSearch({ order })}
      />
      {chosen > 0 && <span className="text-sm text-accent">{t('marked', { count: chosen })}</span>}
    </div>
  );
}

type ActionProps = { meant: readonly WireHold[]; off: boolean; onAct: (act: Act) => void };

function HoldActions({ meant, off, onAct }: ActionProps) {
  const t = useWords(words);
  const because =
    useMay()('credit.release') ?? (meant.length === 0 ? t('nothing_marked') : undefined);
  const [only, ...others] = meant;
  const single = others.length === 0 ? only : undefined;
  const beyond = single !== undefined && !single.authority.mine;
  const release: Act = beyond ? 'ask' : 'release';
  const nothing = meant.length === 0 ? t('nothing_marked') : undefined;
  const alone = because ?? (single === undefined ? t('one_alone') : undefined);
  const acts = [
    { key: 'r', act: release, not: release === 'ask' ? nothing : because },
    { key: 'x', act: 'reject', not: because },
    { key: 'f', act: 'forward', not: alone },
    { key: 'c', act: 'recheck', not: because },
    { key: 'b', act: 'hold', not: alone },
  ] as const;
  const keys = acts.map(({ key, act, not }) => ({
    key,
    phrase: t(act),
    run: () => (not === undefined ? onAct(act) : say({ text: not, tone: 'refused' })),
  }));
  useKeys(off ? [] : keys);
  return (
    <>
      <Button keys="c" because={because} onClick={() => onAct('recheck')}>
        {t('recheck')}
      </Button>
      <Button keys="x" because={because} onClick={() => onAct('reject')}>
        {t('reject')}
      </Button>
      <Button
        tone="main"
        keys="r"
        because={release === 'ask' ? undefined : because}
        onClick={() => onAct(release)}
      >
        {t(release)}
      </Button>
    </>
  );
}

type StripProps = {
  rows: readonly WireHold[];
  onRecheck: (row: WireHold) => void;
  onAct: (act: Act) => void;
};

/** Cash came, or a limit grew: these would go on if they were asked again. */
function ClearsStrip({ rows, onRecheck, onAct }: StripProps) {
  const t = useWords(words);
  const may = useMay();
  const clear = rows.filter(({ clearsNow }) => clearsNow);
  if (clear.length === 0) return null;
  function recheck(): void {
    for (const row of clear) onRecheck(row);
    onAct('recheck');
  }
  return (
    <p
      role="status"
      className="mb-2.5 flex flex-wrap items-center gap-3 rounded-md border border-line px-3 py-2"
    >
      <span className="flex-1">{t('clears_strip', { count: clear.length })}</span>
      <Button because={may('credit.release')} onClick={recheck}>
        {t('recheck_them')}
      </Button>
    </p>
  );
}

const nothing: ReadonlySet<string> = new Set();

function useMarks() {
  const queries = useQueryClient();
  const [marked, setMarked] = useState(nothing);
  const mark = useCallback((row: WireHold) => {
    setMarked((before) => {
      const after = new Set(before);
      if (!after.delete(row.orderId)) after.add(row.orderId);
      return after;
    });
  }, []);
  const clear = useCallback(() => {
    setMarked(nothing);
    void queries.invalidateQueries({ queryKey: ['holds'] });
  }, [queries]);
  return { marked, mark, clear };
}
