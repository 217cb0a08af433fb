/** Edits of a case: who must find out, whose turn it is, what is to be remembered. */
import { type Outcome, accept, refuse } from '#kernel/outcome.ts';
import { assignCase, moveCase, noteCase } from '#areas/disputes/index.ts';
import type { CaseMove } from '#areas/disputes/rules/case-life.ts';
import { type Department, departments } from '#areas/disputes/rules/routing.ts';
import { type Values, valueOf } from '../rules/column.ts';
import { wanted } from '../rules/edits.ts';
import { outsiderOf } from '../store/rows/disputes.ts';
import { type Acts, accountOf, idIn, idOrNull } from './doing.ts';

export const disputeActs: Acts = {
  dispute_people: {
    async do(context, edit) {
      const ref = { accountId: accountOf(edit), caseId: edit.targetId };
      const people = peopleOf({ ...edit.now, ...edit.taken });
      if (!people.ok) return people;
      const outside =
        people.value.ownerId === null
          ? await outsiderOf(context.tx, ref.accountId, ref.caseId)
          : null;
      const note = context.reason;
      const given = await assignCase(context, { ...ref, ...people.value, outside, note });
      if (!given.ok) return given;
      const before = ['department', 'coordinator', 'finder'].map((name) => [
        name,
        valueOf(edit.now, name),
      ]);
      return accept({ caseId: edit.targetId, ...Object.fromEntries(before) });
    },
    async undo(context, { accountId, undo }) {
      const people = peopleOf(undo);
      if (!people.ok) return people;
      const ref = { accountId: accountOf({ accountId }), caseId: idIn(undo, 'caseId') };
      const outside =
        people.value.ownerId === null
          ? await outsiderOf(context.tx, ref.accountId, ref.caseId)
          : null;
      return assignCase(context, { ...ref, ...people.value, outside, note: context.reason });
    },
  },
  dispute_state: {
    async do(context, edit) {
      const move = moveTo(wanted(edit, 'state'), valueOf(edit.now, 'state'));
      if (move === undefined)
        return refuse('workbooks.bad_choice', { value: wanted(edit, 'state') });
      const ref = { accountId: accountOf(edit), caseId: edit.targetId };
      const moved = await moveCase(context, { ...ref, move, note: context.reason });
      return moved.ok ? accept(null) : moved;
    },
  },
  dispute_note: {
    async do(context, edit) {
      const note = valueOf(edit.taken, 'note');
      const ref = { accountId: accountOf(edit), caseId: edit.targetId };
      const noted = await noteCase(context, { ...ref, note });
      return noted.ok ? accept(null) : noted;
    },
  },
};

function moveTo(state: string, now: string): CaseMove | undefined {
  if (state === 'with_owner') return 'ask_owner';
  if (state === 'with_customer') return 'ask_customer';
  if (state === 'open') return now === 'closed' ? 'reopen' : 'take_back';
  return undefined;
}

function peopleOf(values: Values): Outcome<People> {
  const text = valueOf(values, 'department');
  const department = departments.find((each) => each === text);
  if (!department) return refuse('workbooks.bad_choice', { value: text });
  return accept({
    department,
    coordinatorId: idOrNull(values['coordinator']),
    ownerId: idOrNull(values['finder']),
  });
}

type People = {
  readonly department: Department;
  readonly coordinatorId: ReturnType<typeof idOrNull>;
  readonly ownerId: ReturnType<typeof idOrNull>;
};
