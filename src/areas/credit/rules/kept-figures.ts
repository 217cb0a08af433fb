/** The figures of a decision as they are kept beside it and cross the wire: decimal text. */
import { formatMoney } from '#kernel/money.ts';
import type { Figures } from './judge-order.ts';

export type KeptFigures = {
  readonly currency: string;
  readonly owed: string;
  readonly unapplied: string;
  readonly orders: string;
  readonly delivered: string;
  readonly exposure: string;
  readonly order: string;
  readonly withOrder: string;
  readonly limit: string | null;
  readonly limitKind: 'standing' | 'temporary' | 'insurance' | null;
  readonly over: string;
};

export function keptFigures(figures: Figures): KeptFigures {
  const { exposure, limit } = figures;
  return {
    currency: exposure.total.currency,
    owed: formatMoney(exposure.owed),
    unapplied: formatMoney(exposure.unapplied),
    orders: formatMoney(exposure.orders),
    delivered: formatMoney(exposure.delivered),
    exposure: formatMoney(exposure.total),
    order: formatMoney(figures.order),
    withOrder: formatMoney(figures.withOrder),
    limit: limit === null ? null : formatMoney(limit.amount),
    limitKind: limit?.kind ?? null,
    over: formatMoney(figures.over),
  };
}
