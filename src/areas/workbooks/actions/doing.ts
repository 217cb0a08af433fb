/** An edit of a workbook on its way to the area that owns the fact. */
import type { CompanyScope } from '#platform/postgres/scope.ts';
import type { Language } from '#kernel/words.ts';
import type { Outcome } from '#kernel/outcome.ts';
import type { Context } from '#platform/action.ts';
import { type Id, id, parseId } from '#kernel/ids.ts';
import type { Act } from '../rules/column.ts';
import type { Edit } from '../rules/edits.ts';
import type { Undo } from '../store/workbooks.ts';

/** Who applies the workbook, and what they may do. */
export type Applier = {
  readonly permissions: readonly string[] | 'all';
  readonly companies: CompanyScope;
  readonly language: Language;
};

/** Does one act; answers how it is taken back, or null where it cannot be. */
export type DoEdit = (context: Context, edit: Edit, by: Applier) => Promise<Outcome<Undo | null>>;

/** Takes one act back. */
export type UndoEdit = (
  context: Context,
  done: { readonly accountId: Id | null; readonly undo: Undo },
  by: Applier,
) => Promise<Outcome<unknown>>;

export type Acts = Readonly<
  Partial<Record<Act, { readonly do: DoEdit; readonly undo?: UndoEdit }>>
>;

export function leads({ permissions }: Applier): boolean {
  return permissions === 'all' || permissions.includes('tasks.lead');
}

/** The account of a row that has one; every row but a task's has. */
export function accountOf({ accountId }: { readonly accountId: Id | null }): Id {
  if (accountId === null) throw new Error('a row without an account has no such act');
  return accountId;
}

export function idOrNull(text: string | undefined): Id | null {
  return text === undefined || text === '' ? null : (parseId(text) ?? null);
}

export function idIn(undo: Undo, name: string): Id {
  return id(undo[name] ?? '');
}
