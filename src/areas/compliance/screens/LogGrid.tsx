/** A log of the gate as a list: contacts or permits; Enter opens the account of a row. */
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback } from 'react';
import { paths } from '#web/paths.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { Grid, type Paging } from '#web/ui/grid/Grid.tsx';
import { GridBones } from '#web/ui/grid/GridBones.tsx';
import { useKeptScroll, usePlace } from '#web/ui/grid/place.ts';
import { useWhy } from '#web/ui/refusal.ts';
import { Failed } from '#web/ui/states.tsx';

type Logged = { permitId: string; accountId: string };

type Props<Row extends Logged> = {
  label: string;
  /** Of this list with this filter: where the reader stood is kept under it. */
  place: string;
  list: {
    rows: readonly Row[];
    loading: boolean;
    error: Error | null;
    retry: () => void;
    paging: Paging;
  };
  columns: readonly Column<Row>[];
  narrow: (row: Row) => ReactNode;
  empty: ReactNode;
};

const keyOf = (row: Logged): string => row.permitId;

export function LogGrid<Row extends Logged>(props: Props<Row>) {
  const { label, place, list, columns, narrow, empty } = props;
  const why = useWhy();
  const navigate = useNavigate();
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const here = list.rows.find((row) => row.permitId === at) ?? list.rows[0];
  const open = useCallback(
    ({ accountId }: Row) => void navigate({ to: paths.account, params: { accountId } }),
    [navigate],
  );
  if (list.error !== null && list.rows.length === 0) {
    return <Failed why={why(list.error)} onRetry={list.retry} />;
  }
  if (list.loading) return <GridBones rows={12} />;
  return (
    <Grid
      label={label}
      columns={columns}
      rows={list.rows}
      rowKey={keyOf}
      at={here?.permitId ?? null}
      onMove={moveTo}
      onOpen={open}
      narrow={narrow}
      paging={list.paging}
      empty={empty}
    />
  );
}
