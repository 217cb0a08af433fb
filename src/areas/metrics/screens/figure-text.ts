/** How a figure and a part of one are written for the reader. */
import type { WireFigure } from '#areas/metrics/contract.ts';
import type { Figures } from '#web/ui/figures.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { metricWords } from '../words/metrics.ts';
import { partWords } from '../words/parts.ts';
import { variantSaid } from '../words/variants.ts';
import { words } from './words.ts';

export type WirePart = WireFigure['parts'][number];

/** The value with its unit; a dash where there is none. */
export function useFigureText(): (figure: WireFigure) => string {
  const t = useWords(words);
  const figures = useFigures();
  return (figure) => {
    const { value, unit, currency } = figure;
    if (value === null) return '—';
    if (unit === 'money') return figures.money(value, currency);
    if (unit === 'count') return figures.amount(value, 'JPY');
    const written = figures.amount(value, 'USD');
    return unit === 'ratio' ? written : `${written}\u00a0${t(`unit_${unit}`)}`;
  };
}

/** A part's sum: an amount with its currency, a number as it is. */
export function partText(figures: Figures, part: Pick<WirePart, 'kind' | 'value'>, code: string) {
  if (part.kind === 'money') return figures.money(part.value, code);
  if (part.kind === 'money_days') return figures.amount(part.value, code);
  return figures.amount(part.value, 'JPY');
}

/** The names of metrics, variants and parts in the reader's language. */
export function useNames() {
  const language = useLanguage();
  const figures = useFigures();
  return {
    metric: (key: WireFigure['metric']) => metricWords[key][language],
    variant: (name: string) => variantSaid(name)[language],
    part: (name: string) => {
      const [base = '', month] = name.split(':');
      const known: Readonly<Record<string, { en: string; es: string }>> = partWords;
      const said = known[base]?.[language] ?? base;
      return month === undefined ? said : `${said}, ${figures.month(`${month}-01`)}`;
    },
  };
}
