/** What the figures are called: the metrics, in their words. */
export { metricWords } from '#areas/metrics/words/metrics.ts';
