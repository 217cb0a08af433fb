/** Where who must act on a tile acts: the address that `a` leads to. */
import { paths } from '#web/paths.ts';
import type { TileKey } from '../rules/figures.ts';

export const acting = {
  cash: paths.cash,
  month: paths.worklist,
  promised: paths.promises,
  over_60: paths.over60,
  unapplied: paths.cashVariances,
  disputed: paths.disputes,
  dso: paths.aging,
  receivables: paths.aging,
  false_chase: paths.contactLog,
  touchless: paths.cashQuality,
} as const satisfies Readonly<Record<TileKey, string>>;
