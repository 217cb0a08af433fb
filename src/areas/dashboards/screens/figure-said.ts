/** A figure as its reader reads it: whole money on the page, to the cent where it is opened. */
import { useQuantities } from '#web/ui/quantity.ts';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import type { WireFigure } from '../contract.ts';
import { words } from './words.ts';

/** The figure in full, with its unit; what cannot be computed says so. */
export function useSaid(currency: string) {
  const t = useWords(words);
  const figures = useFigures();
  const quantities = useQuantities();
  return {
    /** To the cent. */
    exact: ({ unit, value }: WireFigure) =>
      value === null ? t('not_known') : quantities.whole(value, unit, currency),
    /** In whole units of the currency, which a page of many figures can bear. */
    round: ({ unit, value }: Pick<WireFigure, 'unit' | 'value'>) => {
      if (value === null) return '–';
      return unit === 'money' ? figures.whole(value) : quantities.whole(value, unit, currency);
    },
    /** The band around a forecast; undefined without one. */
    band: ({ low, high }: WireFigure) =>
      low === null || high === null
        ? undefined
        : t('band', { low: quantities.short(low, 'money'), high: quantities.short(high, 'money') }),
  };
}
