/** How a figure is written by its unit, whole in tables and short beside an axis. */
import { useMemo } from 'react';
import type { Language } from '#kernel/words.ts';
import { localeOf } from '#kernel/written.ts';
import { figuresIn } from './figures.ts';
import { useLanguage, useToday } from './language.tsx';
import type { Unit, Value } from './chart/kinds.ts';

export type Quantities = ReturnType<typeof quantitiesIn>;

export function useQuantities(): Quantities {
  const language = useLanguage();
  const today = useToday();
  return useMemo(() => quantitiesIn(language, figuresIn(language, today).money), [language, today]);
}

type WriteMoney = (text: string, currency: string) => string;

/** Writers of figures in a language; nothing to say is an en dash. */
export function quantitiesIn(language: Language, money: WriteMoney) {
  const locale = localeOf(language);
  const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const days = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'day',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  const minus = (text: string): string => text.replace('-', '\u2212');
  // A figure's text is a plain decimal, which is what a numeric literal is.
  const literal = (value: string | number) => String(value) as Intl.StringNumericLiteral;
  return {
    /** The whole figure: `1,234.50 USD`, `65.4 %`, `40.9 days`. */
    whole(value: Value, unit: Unit, currency?: string): string {
      if (value === null) return '–';
      if (unit === 'money') return money(String(value), currency ?? 'USD');
      if (unit === 'percent') return `${minus(one.format(literal(value)))}\u00a0%`;
      if (unit === 'days') return minus(days.format(literal(value)));
      return minus((unit === 'ratio' ? two : one).format(literal(value)));
    },
    /** Short, beside an axis: `1.2M`, `65 %`. */
    short(value: Value, unit: Unit): string {
      if (value === null) return '–';
      const text = minus(compact.format(literal(value)));
      return unit === 'percent' ? `${text}\u00a0%` : text;
    },
  };
}
