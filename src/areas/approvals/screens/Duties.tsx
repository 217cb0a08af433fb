/** Who holds two duties that must be apart, and who answers for it until when. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { acceptDuties, duties, type WireHolder } from '#areas/approvals/contract/duties.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { DayField } from '#web/ui/DayField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { useRoleName } from './roles.ts';
import { words } from './rule-words.ts';

type Pair = WireHolder['pairs'][number];
type Answering = { holder: WireHolder; pair: Pair };

export function Duties() {
  const t = useWords(words);
  const [answering, setAnswering] = useState<Answering | null>(null);
  const known = useQuery({
    queryKey: ['approvals', 'duties'],
    queryFn: ({ signal }) => call(duties, { signal }),
  });
  const rows = known.data?.rows.filter(({ pairs }) => pairs.length > 0) ?? [];
  return (
    <section className="mt-8 max-w-[760px]">
      <h2 className="mb-1">{t('duties')}</h2>
      <p className="mb-3 text-sm text-ink-2">{t('duties_why')}</p>
      {known.isPending && <Bones lines={3} />}
      {known.isSuccess && rows.length === 0 && <p>{t('duties_none')}</p>}
      <ul className="grid">
        {rows.map((holder) => (
          <li key={holder.memberId} className="border-t border-line py-2">
            <p className="font-[600]">{holder.name}</p>
            {holder.pairs.map((pair) => (
              <HeldPair
                key={`${pair.one} ${pair.other}`}
                pair={pair}
                onAnswer={() => setAnswering({ holder, pair })}
              />
            ))}
          </li>
        ))}
      </ul>
      {answering && <AnswerForm {...answering} onClose={() => setAnswering(null)} />}
    </section>
  );
}

function HeldPair({ pair, onAnswer }: { pair: Pair; onAnswer: () => void }) {
  const t = useWords(words);
  const figures = useFigures();
  const roleName = useRoleName();
  const allowed = useMay()('approvals.decide') === undefined;
  const { oneName, otherName, within, accepted } = pair;
  return (
    <div className="text-sm">
      {t('pair', { one: oneName, other: otherName })}{' '}
      <span className="text-ink-2">
        {within === null ? t('by_several') : t('by_role', { role: roleName(within) })}
      </span>{' '}
      {accepted ? (
        <span>
          <Tag tone={accepted.stands ? 'good' : 'late'}>
            {t(accepted.stands ? 'answered_until' : 'answered_before', {
              day: figures.day(accepted.untilOn),
            })}
          </Tag>{' '}
          {t('answered_by', { name: accepted.by, reason: accepted.reason })}
        </span>
      ) : (
        <Tag tone="warn">{t('answered_by_nobody')}</Tag>
      )}{' '}
      {allowed && (
        <button type="button" className="link no-print" onClick={onAnswer}>
          {t('answer_for')}
        </button>
      )}
    </div>
  );
}

function AnswerForm({ holder, pair, onClose }: Answering & { onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { memberId, name } = holder;
  const { one, other, oneName, otherName } = pair;
  const answer = useMutation({
    mutationFn: (body: BodyOf<typeof acceptDuties>) =>
      call(acceptDuties, { params: { memberId }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['approvals', 'duties'] });
      onClose();
    },
  });
  const form = useForm(acceptDuties, (body) => answer.mutate(body));
  return (
    <DialogForm
      title={t('answer_for')}
      sub={`${name}: ${t('pair', { one: oneName, other: otherName })}`}
      shape="middle"
      act={answer}
      words={areaWords}
      onSubmit={form.onSubmit}
      onClose={onClose}
    >
      <input type="hidden" name="one" value={one} />
      <input type="hidden" name="other" value={other} />
      <DayField label={t('answer_until')} name="untilOn" error={form.errors['untilOn']} />
      <TextField
        label={t('answer_instead')}
        name="reason"
        autoComplete="off"
        hint={t('answer_instead_why')}
        error={form.errors['reason']}
      />
    </DialogForm>
  );
}
