/**
 * A remittance's lines beside its total.
 *
 * A payer who writes his credits without a sign is found out by the total: when it proves
 * with the credits taken off and only then, they are. A total that does not prove is said,
 * and the lines are kept: the money is real even where the advice is wrong.
 */
import { type Money, formatMoney, money } from '#kernel/money.ts';
import {
  type Control,
  type FileProblem,
  type Remittance,
  type RemittanceLine,
} from '../neutral.ts';

export type Proved = {
  readonly remittance: Remittance;
  readonly controls: readonly Control[];
  readonly problems: readonly FileProblem[];
};

/** The remittance with its credits below zero and its total proved or named. */
export function prove(remittance: Remittance): Proved {
  const lines = signed(remittance);
  const settled = { ...remittance, lines };
  const { total, record } = remittance;
  const odd = lines.filter((line) => !adds(line));
  const problems: FileProblem[] = odd.map((line) => ({
    record: line.record,
    code: 'remittance.line_does_not_add',
    facts: { reference: line.reference },
  }));
  // Documents without amounts prove nothing and contradict nothing.
  const stating = lines.some(({ paid }) => paid !== undefined);
  if (total === undefined || !stating) return { remittance: settled, controls: [], problems };
  const stated = formatMoney(total);
  const found = formatMoney(sumOf(lines, total));
  if (stated === found) {
    const control: Control = { kind: 'amount', what: 'remittance_total', record, stated, found };
    return { remittance: settled, controls: [control], problems };
  }
  const facts = { stated, found };
  problems.push({ record, code: 'remittance.total_differs', facts });
  return { remittance: settled, controls: [], problems };
}

function sumOf(lines: readonly RemittanceLine[], total: Money): Money {
  const minor = lines
    .filter(({ paid }) => paid?.currency === total.currency)
    .reduce((sum, { paid }) => sum + (paid?.minor ?? 0n), 0n);
  return money(minor, total.currency);
}

/** Credits written without a sign are taken off when the total says so, or none is signed. */
function signed({ lines, total }: Remittance): RemittanceLine[] {
  const turned = lines.map(turnedCredit);
  const unsigned = lines.some((line) => line.kind === 'credit_memo' && isPositive(line.paid));
  if (!unsigned) return [...lines];
  if (total !== undefined && sumOf(lines, total).minor === total.minor) return [...lines];
  return turned;
}

function isPositive(amount: Money | undefined): boolean {
  return amount !== undefined && amount.minor > 0n;
}

function turnedCredit(line: RemittanceLine): RemittanceLine {
  if (line.kind !== 'credit_memo' || !isPositive(line.paid)) return line;
  return {
    ...line,
    ...(line.paid === undefined ? {} : { paid: negative(line.paid) }),
    ...(line.gross === undefined ? {} : { gross: negative(line.gross) }),
  };
}

function negative(amount: Money): Money {
  return amount.minor > 0n ? { ...amount, minor: -amount.minor } : amount;
}

/** Gross less discount and deductions is what is paid, where all of it is stated. */
function adds({ gross, discount, deductions, paid }: RemittanceLine): boolean {
  if (gross === undefined || paid === undefined) return true;
  const off = deductions.reduce((sum, { amount }) => sum + amount.minor, discount?.minor ?? 0n);
  return gross.minor - off === paid.minor;
}
