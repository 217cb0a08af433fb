/** Edits of an account: a note, its owner, when it comes back, its people. */
import { accept, refuse } from '#kernel/outcome.ts';
import { addNote, assignOwner, saveContact, withdrawActivity } from '#areas/customers/index.ts';
import { snoozeWork, undoWork } from '#areas/worklist/index.ts';
import { type Values, valueOf } from '../rules/column.ts';
import { wanted } from '../rules/edits.ts';
import { type Acts, accountOf, idIn, idOrNull } from './doing.ts';

export const accountActs: Acts = {
  note: {
    async do(context, { taken, ...row }) {
      const accountId = accountOf(row);
      const noted = await addNote(context, { accountId, text: valueOf(taken, 'note') });
      return noted.ok ? accept({ activityId: noted.value.activityId }) : noted;
    },
    async undo(context, { accountId, undo }) {
      const activityId = idIn(undo, 'activityId');
      await withdrawActivity(context, { accountId: accountOf({ accountId }), activityId });
      return accept(true);
    },
  },
  owner: {
    async do(context, edit) {
      const memberId = idOrNull(wanted(edit, 'owner'));
      const given = await assignOwner(context, { accountId: accountOf(edit), memberId });
      return given.ok ? accept({ owner: valueOf(edit.now, 'owner') }) : given;
    },
    undo: (context, { accountId, undo }) =>
      assignOwner(context, {
        accountId: accountOf({ accountId }),
        memberId: idOrNull(undo['owner']),
      }),
  },
  next_action: {
    async do(context, edit, { language }) {
      const until = wanted(edit, 'come_back');
      if (until === '') return refuse('workbooks.next_action_without_day');
      const note = valueOf(edit.taken, 'next_action');
      const accountId = accountOf(edit);
      const put = await snoozeWork(context, { accountId, until, note, language });
      return put.ok ? accept({ until }) : put;
    },
    async undo(context, { accountId }) {
      return undoWork(context, accountOf({ accountId }));
    },
  },
  contact: {
    async do(context, edit) {
      const saved = await saveContact(context, {
        accountId: accountOf(edit),
        contactId: edit.targetId,
        contact: contactOf({ ...edit.now, ...edit.taken }),
        verified: false,
      });
      if (!saved.ok) return saved;
      const { contact, role, email, phone, language, zone } = edit.now;
      return accept(
        filled({ contactId: edit.targetId, contact, role, email, phone, language, zone }),
      );
    },
    undo: (context, { accountId, undo }) =>
      saveContact(context, {
        accountId: accountOf({ accountId }),
        contactId: idIn(undo, 'contactId'),
        contact: contactOf(undo),
        verified: false,
      }),
  },
};

function contactOf(values: Values): Parameters<typeof saveContact>[1]['contact'] {
  return {
    name: valueOf(values, 'contact'),
    role: valueOf(values, 'role'),
    email: valueOf(values, 'email'),
    phone: valueOf(values, 'phone'),
    language: valueOf(values, 'language') === 'es' ? 'es' : 'en',
    zone: valueOf(values, 'zone'),
  };
}

function filled(values: Readonly<Record<string, string | undefined>>): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
}
