/**
 * What becomes of a file once it is read.
 *
 *   read ──amounts disagree───▶ quarantined ──a corrected file comes──▶ replaced
 *    ├───an account unknown───▶ waiting ──somebody names it──▶ taken in
 *    └────────────────────────▶ taken in
 *
 * Amounts that disagree put the whole file aside: nobody can say which of its lines are right.
 * Counts that disagree only warn: banks send such files with right amounts.
 */
import type { Facts } from '#kernel/outcome.ts';
import { type Control, type NeutralFile, holds, tornOff } from '#formats/neutral.ts';

export type FileKind = 'bank' | 'remittance' | 'card-settlement';
export const fileKinds: readonly FileKind[] = ['bank', 'remittance', 'card-settlement'];

export type FileState =
  | 'taken_in'
  | 'waiting'
  | 'quarantined'
  | 'unreadable'
  | 'replaced'
  | 'closed';

/** Is it an end that is missing, and no figure that differs? */
export function isTorn({ stated }: Pick<Control, 'stated'>): boolean {
  return stated === tornOff;
}

/** The amount controls that disagree; any of them puts the file aside. */
export function failedAmounts({ controls }: NeutralFile): Control[] {
  return controls.filter((control) => control.kind === 'amount' && !holds(control));
}

/** What the file holds, said as what a person would call the file. */
export function kindsOf(file: NeutralFile): FileKind[] {
  const held: Readonly<Record<FileKind, number>> = {
    bank: file.statements.length,
    remittance: file.remittances.length,
    'card-settlement': file.settlements.length,
  };
  return fileKinds.filter((kind) => held[kind] > 0);
}

/** What a file is that holds neither lines nor advices: said to whoever dropped it. */
export function factsOfNothing({ format, problems }: NeutralFile): Facts {
  const refused = problems.filter(({ code }) => code === 'x12.not_accepted');
  const sets = refused.map(({ facts }) => `${facts['set']} ${facts['control']}`).join(', ');
  const what = refused.length > 0 ? 'rejection' : format === 'x12-810' ? 'invoice' : 'other';
  return { format, what, sets };
}
