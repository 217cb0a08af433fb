/**
 * How often a customer keeps a promise: its own record, leaning on that of the whole desk.
 *
 * Three promises say little; a customer of whom nothing is known keeps as all do.
 */
export type Kept = { readonly judged: number; readonly kept: number };

/** What is believed of a desk that has judged no promise yet. */
const first = 0.65;
const leaning = 5;

export function keepRate(own: Kept, desk: Kept): number {
  const all = (desk.kept + leaning * first) / (desk.judged + leaning);
  return (own.kept + leaning * all) / (own.judged + leaning);
}
