/** What one must know of an outcome; Enter saves the call, the other button adds it and goes on. */
import { type FormEvent, useRef, useState } from 'react';
import type {
  CallContact,
  CallOutcome,
  CallPrep,
  Came,
} from '#areas/correspondence/contract/calls.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { words as uiWords } from '#web/ui/words.ts';
import { askLeft, readCame, textIn } from './came-of.ts';
import { ConfirmField } from './Confirm.tsx';
import { OutcomeFields } from './OutcomeFields.tsx';
import type { Extra } from './Outcomes.tsx';
import { words } from './words.ts';

type Props = {
  accountId: string;
  outcome: CallOutcome;
  prep: CallPrep;
  contact: CallContact | undefined;
  sofar: readonly Came[];
  error: unknown;
  busy: boolean;
  onAdd: (came: Came) => void;
  onSave: (came: Came, extra: Extra) => void;
  onClose: () => void;
};

const promises: ReadonlySet<CallOutcome> = new Set(['promise', 'part', 'plan']);

export function OutcomeForm(props: Props) {
  const { accountId, outcome, prep, contact, sofar, error, busy } = props;
  const { onAdd, onSave, onClose } = props;
  const t = useWords(words);
  const form = useRef<HTMLFormElement>(null);
  const { errors, read } = useRead(outcome, prep);
  const currency = currencyOf(prep);
  return (
    <Dialog title={t(`outcome_${outcome}`)} sub={prep.account.name} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className="grid gap-3.5"
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const came = read(event.currentTarget);
          if (came !== undefined) onSave(came, extraOf(event.currentTarget));
        }}
      >
        <OutcomeFields
          {...{ outcome, prep, contact, currency, errors }}
          ask={askLeft(prep, sofar)}
        />
        {promises.has(outcome) && (
          <ConfirmField {...{ accountId, contact, sofar, currency }} form={form} />
        )}
        <AreaField label={t('note')} name="note" rows={2} />
        <RefusalNote error={error} words={areaWords} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="main" keys="Enter" busy={busy}>
            {t('save_call')}
          </Button>
          <Button
            onClick={() => {
              const came = form.current && read(form.current);
              if (came) onAdd(came);
            }}
          >
            {t('add_more')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useRead(outcome: CallOutcome, prep: CallPrep) {
  const t = useWords(uiWords);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const read = (form: HTMLFormElement): Came | undefined => {
    const came = readCame(outcome, new FormData(form), currencyOf(prep));
    if (came.ok) return came.value;
    setErrors(Object.fromEntries(came.fields.map((field) => [field, t('required')])));
    form.querySelector<HTMLElement>(`[data-field="${came.fields[0] ?? ''}"]`)?.focus();
    return undefined;
  };
  return { errors, read };
}

function currencyOf({ goal, items }: CallPrep): string {
  return goal?.currency ?? items[0]?.currency ?? 'USD';
}

function extraOf(form: HTMLFormElement): Extra {
  const data = new FormData(form);
  const confirm = data.get('confirm') === 'on' ? 'send' : 'none';
  return { note: textIn(data, 'note'), confirm };
}
