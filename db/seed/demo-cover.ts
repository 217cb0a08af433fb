/** Casey is away for some days and Imani covers, with a note on the accounts that need one. */
import { type Day, plusDays } from '#kernel/day.ts';
import type { Id } from '#kernel/ids.ts';
import { planAbsence } from '#areas/team/index.ts';
import { coverWorks } from '#areas/team/rules/cover.ts';
import { writeHandOver } from '#areas/worklist/actions/write-hand-over.ts';
import type { Desk } from '#platform/action.ts';
import { type Cast, lateAccounts } from './demo-cast.ts';
import { act, deskOn } from './demo-desk.ts';

const notes = {
  en: {
    said: 'The owner pays after the month’s close and calls back himself.',
    nextStep: 'Call on the due day, ask for the remittance number.',
    avoid: 'No letter before the close.',
  },
  es: {
    said: 'El dueño paga tras el cierre del mes y devuelve la llamada.',
    nextStep: 'Llamar el día del vencimiento y pedir el número de remesa.',
    avoid: 'Ninguna carta antes del cierre.',
  },
} as const;

/** The absence runs on the desk's day, so that the cover's list shows it. */
export async function playCover(desk: Desk, today: Day, { people }: Cast): Promise<void> {
  const then = deskOn(desk, plusDays(today, -3));
  const [memberId, coverId] = [people.get('collector'), people.get('senior')];
  if (memberId === undefined || coverId === undefined) throw new Error('nobody was hired');
  const days = { from: plusDays(today, -1), to: plusDays(today, 3) };
  await act(then, { action: 'team.plan_absence', by: memberId }, (context) =>
    planAbsence(context, {
      memberId,
      ...days,
      kind: 'vacation',
      note: '',
      handsOn: false,
      parts: coverWorks.map((work) => ({ work, coverId, companyId: null, letters: null })),
    }),
  );
  const hers = (await lateAccounts(then)).filter(({ ownerId }) => ownerId === memberId);
  const seen = new Set<Id>();
  for (const { accountId, language } of hers) {
    if (seen.size === 2) break;
    if (seen.has(accountId)) continue;
    seen.add(accountId);
    await act(then, { action: 'worklist.write_hand_over', by: memberId }, (context) =>
      writeHandOver(context, { accountId, ...notes[language] }, { forOthers: false }),
    );
  }
}
