/**
 * A list in each of its states: failed, on its way, empty, or there.
 *
 * `place` names the list with its filter: coming back to it lands on the row one was on.
 */
import type { Listed } from '../list.ts';
import { useWhy } from '../refusal.ts';
import { Failed } from '../states.tsx';
import { Grid, type GridProps } from './Grid.tsx';
import { GridBones } from './GridBones.tsx';
import { useKeptScroll, usePlace } from './place.ts';

type Props<Row> = Omit<GridProps<Row>, 'rows' | 'paging' | 'at' | 'onMove'> & {
  list: Listed<Row>;
  place: string;
};

export function ListGrid<Row>({ list, place, ...grid }: Props<Row>) {
  const why = useWhy();
  const [at, moveTo] = usePlace(place);
  useKeptScroll(place, !list.loading);
  const { rows, paging, error, loading } = list;
  if (error !== null && rows.length === 0) {
    return <Failed why={why(error)} onRetry={list.retry} />;
  }
  if (loading) return <GridBones />;
  const keys = rows.map(grid.rowKey);
  const here = at !== null && keys.includes(at) ? at : (keys[0] ?? null);
  return <Grid {...grid} {...(paging && { paging })} rows={rows} at={here} onMove={moveTo} />;
}
