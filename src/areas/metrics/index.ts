/** What other areas' server code may call of the figures. */
export {
  type Asked,
  type Figure,
  type FigurePart,
  measure,
  measures,
  series,
  wholeCompany,
} from './answers/measure.ts';
export { type FigureRow, type FigureRows, partNamed, rowsOf } from './answers/rows.ts';
export { catalogue, variantOf, variantsOf } from './rules/catalogue.ts';
export { type MetricKey, metricKeys } from './rules/metric.ts';
export { type Period, monthsUpTo, usualPeriod } from './rules/period.ts';
export type { Scope } from './store/asked.ts';
