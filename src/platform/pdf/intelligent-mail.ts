/**
 * The bars of a USPS Intelligent Mail barcode from its 20, 25, 29 or 31 digits: 65 letters, each
 * a bar: T tracker, A ascender, D descender, F full.
 */
import bwip from 'bwip-js/node';

/** As the specification draws them, in inches: longer than half a tenth reaches beyond. */
const tracker = 0.05;
const full = 0.12;

/** Throws for digits that are none of a barcode: they are made by the rules, not typed. */
export function intelligentMailBars(digits: string): string {
  const [drawn] = bwip.raw({ bcid: 'onecode', text: digits });
  const [heights, bases] = [listOf(drawn, 'bhs'), listOf(drawn, 'bbs')];
  return heights
    .map((height, index) => {
      if (height > full) return 'F';
      if (height < tracker) return 'T';
      return (bases[index] ?? 0) > 0 ? 'A' : 'D';
    })
    .join('');
}

function listOf(drawn: unknown, name: string): number[] {
  if (typeof drawn !== 'object' || drawn === null || !(name in drawn)) {
    throw new Error(`the barcode has no ${name}`);
  }
  const list: unknown = Object.entries(drawn).find(([key]) => key === name)?.[1];
  return Array.isArray(list) ? list.map(Number) : [];
}
