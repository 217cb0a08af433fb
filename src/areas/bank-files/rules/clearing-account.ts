/**
 * The clearing account of a bank account that is registered: the number under which the journal
 * keeps its cash apart from that of every other bank account.
 */

/** Where no account is registered yet. */
const first = '1010';

/** Room between two, as charts of accounts leave it. */
const step = 10n;

/** The next free number after those taken: `1020` after `1010`, `CASH-11` after `CASH-1`. */
export function nextClearingAccount(taken: readonly string[]): string {
  const numbered = taken.flatMap((name) => {
    const [, before = '', digits = ''] = /^(.*?)(\d{1,12})$/u.exec(name.trim()) ?? [];
    return digits === '' ? [] : [{ before, digits }];
  });
  const last = numbered.toSorted((a, b) => Number(BigInt(a.digits) - BigInt(b.digits))).at(-1);
  if (!last) return first;
  const next = (BigInt(last.digits) + step).toString();
  return last.before + next.padStart(last.digits.length, '0');
}
