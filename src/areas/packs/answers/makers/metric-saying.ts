/** How the packs of figures speak. */
import type { Facts } from '#kernel/outcome.ts';
import { say } from '#platform/cli/say.ts';
import type { PackAsked } from '#platform/packs/maker.ts';
import { words } from '../../words/metric-packs.ts';
import { shownFigure } from '../render/numbers.ts';

export type MetricSaying = {
  said(key: string, facts?: Facts): string;
  /** An amount in the company's currency as it is read in a sentence. */
  shown(value: string): string;
};

export function metricSaying({ language, company }: PackAsked): MetricSaying {
  return {
    said: (key, facts = {}) => say(words, key, facts, language),
    shown: (value) => shownFigure(value, { unit: 'money', currency: company.currency, language }),
  };
}
