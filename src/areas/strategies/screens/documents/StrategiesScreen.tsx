/** The strategies of the desk: what is in force, in the order asked, and what waits for whom. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { StateTag, usePolicies } from '#areas/policies/screens/index.ts';
import { strategies } from '#areas/strategies/contract/documents.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { linkLook } from '#web/ui/Button.tsx';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { usePlace } from '#web/ui/grid/place.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Empty, Failed } from '#web/ui/states.tsx';
import { OverlapPanel } from './OverlapPanel.tsx';
import { words } from './words.ts';

type Policy = NonNullable<ReturnType<typeof usePolicies>['data']>['rows'][number];
/** Order and conditions are those of the version in force. */
type Row = Policy & { order: number | null; where: string; steps: number };

const keyOf = (row: Row): string => row.key;
const narrow = (row: Row) => <NarrowRow row={row} />;

export function StrategiesScreen() {
  const t = useWords(words);
  const why = useWhy();
  const navigate = useNavigate();
  const asked = usePolicies('strategy');
  const rows = useRows(asked.data?.rows);
  const mayPropose = useMay()('policies.propose') === undefined;
  const [at, moveTo] = usePlace('strategies');
  const columns = useColumns();
  const counts = {
    inForce: rows.filter(({ inForce }) => inForce !== null).length,
    waiting: rows.reduce((sum, { waiting }) => sum + waiting.length, 0),
  };
  return (
    <Page
      title={t('strategies')}
      sub={asked.data && t('strategies_sub', counts)}
      actions={
        mayPropose && (
          <Link to={paths.newStrategy} className={linkLook}>
            {t('new')}
          </Link>
        )
      }
    >
      {asked.isPending && <GridBones rows={4} />}
      {asked.isError && <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <Grid
          label={t('strategies')}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          at={at}
          onMove={moveTo}
          onOpen={({ key }) => void navigate({ to: paths.strategy, params: { key } })}
          narrow={narrow}
          empty={<Empty title={t('none')} why={t('none_why')} />}
        />
      )}
      {rows.length > 0 && <OverlapPanel />}
    </Page>
  );
}

/** The policies in the order in which accounts are asked; what is not in force stands last. */
function useRows(policies: readonly Policy[] = []): readonly Row[] {
  const running = useQuery({
    queryKey: ['strategies', 'in force'],
    queryFn: ({ signal }) => call(strategies, { query: {}, signal }),
  });
  const inForce = running.data?.rows;
  return useMemo(() => {
    const rows = policies.map((policy): Row => {
      const found = inForce?.find(({ key }) => key === policy.key);
      const { order = null, where = '', steps = [] } = found ?? {};
      return { ...policy, order, where, steps: steps.length };
    });
    return rows.toSorted((a, b) => (a.order ?? 10_000) - (b.order ?? 10_000));
  }, [policies, inForce]);
}

function useColumns(): readonly Column<Row>[] {
  const t = useWords(words);
  const language = useLanguage();
  return useMemo(
    (): readonly Column<Row>[] => [
      { id: 'order', header: t('order'), width: 70, align: 'end', cell: (row) => row.order ?? '' },
      {
        id: 'name',
        header: t('name'),
        width: 220,
        grow: 2,
        cell: (row) => row.name[language],
      },
      { id: 'where', header: t('for_whom'), width: 200, grow: 2, cell: (row) => row.where },
      { id: 'steps', header: t('steps'), width: 70, align: 'end', cell: (row) => row.steps },
      {
        id: 'in_force',
        header: t('in_force'),
        width: 130,
        cell: (row) => <InForce row={row} />,
      },
      { id: 'waiting', header: t('waiting'), width: 200, cell: (row) => <Waiting row={row} /> },
      {
        id: 'read',
        header: t('read_by'),
        width: 90,
        cell: ({ inForce }) =>
          inForce === null ? '' : t('of', { count: inForce.attested, readers: inForce.readers }),
      },
    ],
    [t, language],
  );
}

function InForce({ row: { inForce } }: { row: Row }) {
  const t = useWords(words);
  if (inForce === null) return <span className="text-ink-3">{t('not_in_force')}</span>;
  return (
    <span className="flex items-baseline gap-1.5">
      {t('version_short', { version: inForce.version })} <StateTag version={inForce} />
    </span>
  );
}

function Waiting({ row: { waiting } }: { row: Row }) {
  const t = useWords(words);
  const [next] = waiting;
  if (next === undefined) return null;
  return (
    <span className="flex items-baseline gap-1.5">
      {t('version_short', { version: next.version })} <StateTag version={next} />
    </span>
  );
}

function NarrowRow({ row }: { row: Row }) {
  const language = useLanguage();
  return (
    <span className="grid gap-0.5">
      <span className="font-[600]">{row.name[language]}</span>
      <span className="flex flex-wrap gap-2 text-sm">
        <InForce row={row} />
        <Waiting row={row} />
      </span>
    </span>
  );
}
