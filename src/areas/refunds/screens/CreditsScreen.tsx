/** Credits that may go back: where each came from, its clock, and the way it would go. */
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { eligibleCredits } from '#areas/refunds/contract/refunds.ts';
import type { WireCredit } from '#areas/refunds/contract/shapes.ts';
import { origins } from '#areas/refunds/rules/origin.ts';
import { call } from '#web/api.ts';
import { Amount, oneCurrency } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { Chips, FilterLine } from '#web/ui/Chips.tsx';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { useSearchState } from '#web/ui/search.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { AskForm } from './AskForm.tsx';
import { Clock } from './Clock.tsx';
import { creditColumns } from './columns.tsx';
import { RefundTabs } from './RefundTabs.tsx';
import { words } from './words.ts';

const keyOf = (row: WireCredit): string => row.itemId;
const narrow = (row: WireCredit) => <CreditNarrow credit={row} />;

export function CreditsScreen() {
  const t = useWords(words);
  const why = useWhy();
  const forbidden = useMay()('refunds.request');
  const [search, setSearch] = useSearchState(eligibleCredits);
  const named = useNamed();
  const list = useQuery({
    queryKey: ['refunds', 'credits', search],
    queryFn: ({ signal }) => call(eligibleCredits, { query: search, signal }),
  });
  const rows = useMemo(() => list.data?.rows ?? [], [list.data]);
  const [at, moveTo] = usePlace('refunds credits');
  const here = rows.find(({ itemId }) => itemId === (at ?? named)) ?? rows[0];
  const [asking, setAsking] = useState<string | null>(named);
  const credit = rows.find(({ itemId }) => itemId === asking);
  const columns = useMemo(() => creditColumns(t, oneCurrency(rows)), [t, rows]);
  const ask = (): void => {
    if (here !== undefined && forbidden === undefined) setAsking(here.itemId);
  };
  useKeys(credit === undefined ? [{ key: 'f', phrase: t('ask'), run: ask }] : []);
  return (
    <Page
      title={t('refunds')}
      sub={
        list.data &&
        t(list.data.cut ? 'sub_cut' : 'sub_credits', { count: list.data.count, shown: rows.length })
      }
      actions={
        <Button
          tone="main"
          keys="f"
          because={forbidden ?? (here === undefined ? t('none') : undefined)}
          onClick={ask}
        >
          {t('ask')}
        </Button>
      }
    >
      <RefundTabs />
      <Origins on={search.origin} onPick={(origin) => setSearch({ origin })} />
      {list.isPending && <GridBones rows={8} />}
      {list.isError && <Failed why={why(list.error)} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Grid
          label={t('credits')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={here?.itemId ?? null}
          onMove={moveTo}
          onOpen={(row) => setAsking(row.itemId)}
          narrow={narrow}
          narrowHeight={78}
          active={credit === undefined}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {credit !== undefined && <AskForm credit={credit} onClose={() => setAsking(null)} />}
    </Page>
  );
}

/** The credit that another screen sent one here for. */
function useNamed(): string | null {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const { credit } = raw;
  return typeof credit === 'string' ? credit : null;
}

type Origin = (typeof origins)[number];

function Origins({ on, onPick }: { on: Origin | undefined; onPick: (on?: Origin) => void }) {
  const t = useWords(words);
  return (
    <FilterLine>
      <Chips
        label={t('credits_by')}
        digits
        on={on}
        onPick={onPick}
        chips={origins.map((value) => ({ value, name: t(`origin_${value}`) }))}
      />
    </FilterLine>
  );
}

function CreditNarrow({ credit }: { credit: WireCredit }) {
  const t = useWords(words);
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{credit.name}</span>
      <Amount value={credit.available} currency={credit.currency} named strong />
      <span className="truncate text-sm text-ink-2">
        {credit.document} · {t(`origin_${credit.origin}`)}
      </span>
      <span className="text-right">
        <Clock clock={credit.clock} />
      </span>
    </span>
  );
}
