/** A prior-day or intraday report as a bank writes it in BAI2, from days and their lines. */

export type Reported = {
  readonly cents: number;
  readonly text: string;
  /** The bank's own reference of the line, when it gives one. */
  readonly id?: string;
};

/** The lines of days such as `2026-06-02`, all of one account; totals are right by themselves. */
export function bai2Report(
  account: string,
  days: Readonly<Record<string, readonly Reported[]>>,
  { intraday = false } = {},
): string {
  let sum = 0;
  let records = 2;
  const groups = Object.entries(days).flatMap(([on, lines]) => {
    const total = lines.reduce((cents, line) => cents + line.cents, 0);
    sum += total;
    records += lines.length + 4;
    return [
      `02,031001234,122099999,1,${short(on)},,USD,${intraday ? 3 : 2}/`,
      `03,${account},USD,015,0,,/`,
      ...lines.map(({ cents, text, id = '' }) => `16,165,${cents},Z,${id},,${text}`),
      `49,${total},${lines.length + 2}/`,
      `98,${total},1,${lines.length + 4}/`,
    ];
  });
  const head = '01,122099999,123456789,260603,0800,1,80,,2/';
  const foot = `99,${sum},${Object.keys(days).length},${records}/`;
  return [head, ...groups, foot, ''].join('\n');
}

function short(on: string): string {
  return on.replaceAll('-', '').slice(2);
}
