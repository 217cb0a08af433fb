/** What other areas' server code may call of the figures. */
export {
  type Asked,
  type Figure,
  measure,
  measures,
  series,
  wholeCompany,
} from './answers/measure.ts';
export { partNamed, rowsOf } from './answers/rows.ts';
export type { MetricKey } from './rules/metric.ts';
export { type Period, usualPeriod } from './rules/period.ts';
export { flowByDay } from './store/sums.ts';
