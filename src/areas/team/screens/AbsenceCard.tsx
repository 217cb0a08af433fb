/** One absence with its covers, and what its planner may do with it. */
import { useMutation } from '@tanstack/react-query';
import { type Absence, cancelAbsence, endAbsence } from '#areas/team/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { type Say, useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../words.ts';
import { useAbsencesChanged } from './absences.ts';
import { words } from './cover-words.ts';

const tones: Record<Absence['state'], Tone> = {
  planned: 'plain',
  active: 'warn',
  over: 'good',
  handed_back: 'good',
  cancelled: 'stop',
};

export function AbsenceCard({ absence }: { absence: Absence }) {
  const t = useWords(words);
  const figures = useFigures();
  const { name, from, to, kind, note, state, parts } = absence;
  return (
    <li className="rounded-md border border-line bg-surface px-3 py-2.5">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h3 className="font-[600]">{name}</h3>
        <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
      </div>
      <p className="text-sm text-ink-2">
        {t(`kind_${kind}`)}, {t('from_to', { from: figures.day(from), to: figures.day(to) })}
      </p>
      <p className="text-sm">
        {parts.length === 0 ? (
          <span className="text-late">{t('nobody_covers')}</span>
        ) : (
          coversSaid(parts, t)
        )}
      </p>
      {note !== '' && <p className="text-sm text-ink-2">{note}</p>}
      <Verbs absence={absence} />
    </li>
  );
}

/** `Ben: the list A–K, tasks; Cid: the list L–Z`. */
function coversSaid(parts: Absence['parts'], t: Say<typeof words>): string {
  const byCover = new Map<string, string[]>();
  for (const { cover, work, company, letters } of parts) {
    const said = [t(`work_${work}`), company ?? '', letters ? t('letters', letters) : ''];
    const works = [...(byCover.get(cover) ?? []), said.filter((text) => text !== '').join(' ')];
    byCover.set(cover, works);
  }
  return [...byCover]
    .map(([name, works]) => t('covered', { name, works: works.join(', ') }))
    .join('; ');
}

function Verbs({ absence: { absenceId, state, mine } }: { absence: Absence }) {
  const t = useWords(words);
  const changed = useAbsencesChanged();
  const early = state === 'active';
  const turn = useMutation({
    mutationFn: async (): Promise<void> => {
      const body = { reason: t(early ? 'end' : 'cancel') };
      const params = { absenceId };
      await (early ? call(endAbsence, { params, body }) : call(cancelAbsence, { params, body }));
    },
    onSuccess: () => {
      changed();
      say({ text: t(early ? 'ended' : 'cancelled') });
    },
  });
  if (!mine || (state !== 'active' && state !== 'planned')) return null;
  return (
    <div className="mt-2 grid justify-start gap-2">
      <RefusalNote error={turn.error} words={areaWords} />
      <Button busy={turn.isPending} onClick={() => turn.mutate()}>
        {t(early ? 'end' : 'cancel')}
      </Button>
    </div>
  );
}
