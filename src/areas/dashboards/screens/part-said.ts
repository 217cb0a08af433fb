/** A part of a formula as its reader reads it: its name and its sum in its own unit. */
import { useFigures } from '#web/ui/figures.ts';
import { useQuantities } from '#web/ui/quantity.ts';
import { useLanguage } from '#web/ui/language.tsx';
import type { WireFigure } from '../contract.ts';
import { partNamed } from './part-names.ts';

type Part = WireFigure['parts'][number];
/** Which part of which figure is opened. */
export type Shown = { readonly name: WireFigure['name']; readonly part: Part };

export function usePartSaid(currency: string) {
  const language = useLanguage();
  const figures = useFigures();
  const quantities = useQuantities();
  return {
    name: (name: string) => partNamed(name, language),
    value: ({ kind, value }: Pick<Part, 'kind' | 'value'>) => {
      if (kind === 'money') return quantities.whole(value, 'money', currency);
      if (kind === 'money_days') return figures.whole(value);
      return quantities.whole(value, 'count');
    },
  };
}
