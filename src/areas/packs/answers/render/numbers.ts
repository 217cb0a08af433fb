/** Figures of a pack as people read them at a glance, by their unit. */
import type { Language } from '#kernel/words.ts';
import { writtenNumber, writtenWhole } from '#kernel/written.ts';
import type { PackUnit } from '#platform/packs/maker.ts';

type Shown = {
  readonly unit: PackUnit;
  readonly currency: string | null;
  readonly language: Language;
};

/** `1234567.80` as `$1,234,568`, `31.5 days`, `12.4 %`; money is whole, the tables have cents. */
export function shownFigure(value: string, { unit, currency, language }: Shown): string {
  if (unit === 'count') return writtenNumber(value, language, 0);
  if (unit === 'money') {
    return currency === null
      ? writtenNumber(value, language, 0)
      : writtenWhole(value, currency, language);
  }
  const plain = writtenNumber(value, language, decimalsIn(value, unit === 'ratio' ? 2 : 1));
  if (unit === 'percent') return `${plain} %`;
  if (unit === 'ratio') return plain;
  const one = /^-?1(\.0*)?$/u.test(value);
  const days = language === 'es' ? ['día', 'días'] : ['day', 'days'];
  return `${plain} ${one ? days[0] : days[1]}`;
}

function decimalsIn(value: string, most: number): number {
  return Math.min(most, value.split('.')[1]?.replace(/0+$/u, '').length ?? 0);
}
