/**
 * Moves instalments before their day, or shares their amounts otherwise.
 *
 * Only what differs from the schedule is sent; the total stays what it is, to the cent.
 */
import { type FormEvent, useState } from 'react';
import {
  amendPlan,
  type WireInstallment,
  type WireWholePlan,
} from '#areas/promises/contract/plans.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { inputLook, TextField } from '#web/ui/Field.tsx';
import { readPlainAmount } from './read-plain-amount.ts';
import { useToday } from '#web/ui/language.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Props = { plan: WireWholePlan; onClose: () => void };
type Change = { dueOn?: string; amount?: string };

export function AmendForm({ plan, onClose }: Props) {
  const t = useWords(words);
  const today = useToday();
  const [reason, setReason] = useState('');
  const [changes, setChanges] = useState<Readonly<Record<number, Change>>>({});
  const { accountId, planId } = plan;
  const amend = usePlanWrite(
    (body: BodyOf<typeof amendPlan>) => call(amendPlan, { params: { accountId, planId }, body }),
    { said: ({ requestId }) => t(requestId === null ? 'amended' : 'amend_asked'), onClose },
  );
  const movable = plan.installments.filter(
    ({ state, dueOn }) => state !== 'paid' && dueOn >= today,
  );
  const edits = editsOf(movable, changes, plan.currency);
  const why = edits.length === 0 ? t('amend') : reason.trim() === '' ? t('reason') : undefined;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (why === undefined) amend.mutate({ reason, edits });
  };
  return (
    <Dialog title={t('amend')} sub={plan.name} onClose={onClose}>
      <form noValidate onSubmit={onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('amend_why')}</p>
        <ol className="grid gap-2">
          {movable.map((part, at) => (
            <Part
              key={part.no}
              part={part}
              first={at === 0}
              onChange={(change) =>
                setChanges({ ...changes, [part.no]: { ...changes[part.no], ...change } })
              }
            />
          ))}
        </ol>
        <TextField
          label={t('reason')}
          name="reason"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <RefusalNote error={amend.error} words={areaWords} />
        <Button type="submit" tone="main" busy={amend.isPending} because={why}>
          {t('amend_do')}
        </Button>
      </form>
    </Dialog>
  );
}

type PartProps = {
  part: WireInstallment;
  first: boolean;
  onChange: (change: Change) => void;
};

function Part({ part: { no, dueOn, amount }, first, onChange }: PartProps) {
  const t = useWords(words);
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_7.5rem] items-center gap-2">
      <span className="text-right text-ink-3">{no}</span>
      <input
        type="date"
        aria-label={t('day_no', { no })}
        defaultValue={dueOn}
        autoFocus={first}
        className={inputLook}
        onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
      />
      <input
        inputMode="decimal"
        aria-label={t('edit_no', { no })}
        defaultValue={amount}
        className={`${inputLook} figures text-right`}
        onChange={(event) => onChange({ amount: event.currentTarget.value })}
      />
    </li>
  );
}

/** What differs from the schedule as it is. */
function editsOf(
  parts: readonly WireInstallment[],
  changes: Readonly<Record<number, Change>>,
  currency: string,
): { no: number; dueOn?: string; amount?: string }[] {
  return parts.flatMap(({ no, ...part }) => {
    const { dueOn = part.dueOn, amount: typed = part.amount } = changes[no] ?? {};
    const amount = readPlainAmount(typed, currency);
    const edit = {
      ...(dueOn !== part.dueOn && dueOn !== '' ? { dueOn } : {}),
      ...(amount !== part.amount && amount !== '' ? { amount } : {}),
    };
    return Object.keys(edit).length === 0 ? [] : [{ no, ...edit }];
  });
}
