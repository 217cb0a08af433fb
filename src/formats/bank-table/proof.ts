/**
 * What the running balances of a bank's table prove, as balances of the statement and as
 * controls.
 *
 * A list whose balances run but for a step or two has lost or changed a line: that is a
 * control that fails. A list whose balances do not run at all was filtered or sorted before
 * it was saved; its balances belong to another list and prove nothing.
 */
import { type Currency, type Money, formatMoney, money } from '#kernel/money.ts';
import { type Control, type FileProblem } from '../neutral.ts';
import { type Line, type Lines } from './lines.ts';

export type Proof = {
  readonly balances: { readonly opening?: Money; readonly closing?: Money };
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
};

type Stated = { readonly opening?: bigint; readonly closing?: bigint };

/** Balances and controls of one account's lines; `stated` stands in rows of its own. */
export function proofOf(lines: Lines, code: Currency, stated: Stated): Proof {
  const { ran, proven, steps } = lines;
  const runs = steps > 0 && proven * 5 >= steps * 4;
  const problems: FileProblem[] = [];
  if (steps > 0 && !runs) {
    const record = lines.lines[0]?.row.line ?? 1;
    problems.push({ record, code: 'table.balances_do_not_run', facts: { proven, steps } });
  } else if (runs && ran === undefined) {
    const record = lines.lines[0]?.row.line ?? 1;
    problems.push({ record, code: 'table.balances_run_both_ways', facts: {} });
  }
  const single = lines.lines.length === 1 && steps === 0 ? lines.lines : undefined;
  const known = runs ? ran : single;
  const first = known?.[0];
  const opening = stated.opening ?? before(first);
  const closing = stated.closing ?? known?.at(-1)?.balance;
  return {
    balances: {
      ...(opening === undefined ? {} : { opening: money(opening, code) }),
      ...(closing === undefined ? {} : { closing: money(closing, code) }),
    },
    controls: [
      ...(runs && ran !== undefined ? brokenSteps(ran, code) : []),
      ...closingControl(lines.lines, { opening, closing }, code),
    ],
    problems,
  };
}

function before(line: Line | undefined): bigint | undefined {
  return line?.balance === undefined ? undefined : line.balance - line.amount;
}

/** The places where a balance does not follow from the one before it. */
function brokenSteps(ran: readonly Line[], code: Currency): Control[] {
  return ran.flatMap((line, at): Control[] => {
    const last = ran[at - 1]?.balance;
    if (last === undefined || line.balance === undefined) return [];
    if (last + line.amount === line.balance) return [];
    return [
      control(
        'running_balance',
        line.row.line,
        { stated: line.balance, found: last + line.amount },
        code,
      ),
    ];
  });
}

function closingControl(
  lines: readonly Line[],
  { opening, closing }: { opening: bigint | undefined; closing: bigint | undefined },
  code: Currency,
): Control[] {
  if (opening === undefined || closing === undefined) return [];
  const found = lines.reduce((sum, line) => sum + line.amount, opening);
  return [
    control('closing_balance', lines.at(-1)?.row.line ?? 1, { stated: closing, found }, code),
  ];
}

function control(
  what: string,
  record: number,
  figures: { readonly stated: bigint; readonly found: bigint },
  code: Currency,
): Control {
  const stated = formatMoney(money(figures.stated, code));
  const found = formatMoney(money(figures.found, code));
  return { kind: 'amount', what, record, stated, found };
}
