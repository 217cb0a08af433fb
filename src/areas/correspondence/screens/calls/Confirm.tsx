/**
 * The mail that confirms what was agreed, as it will go out: in the language of whoever agreed,
 * with what it says in English beside a Spanish one.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import { parseDay } from '#kernel/day.ts';
import type { CallContact, Came } from '#areas/correspondence/contract/calls.ts';
import { callConfirmation } from '#areas/correspondence/contract/confirmations.ts';
import { type Asking, call } from '#web/api.ts';
import { CheckField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { textIn } from './came-of.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  contact: CallContact | undefined;
  sofar: readonly Came[];
  currency: string;
  form: RefObject<HTMLFormElement | null>;
};

type Typed = { amount?: string; dueOn?: string };

export function ConfirmField({ accountId, contact, sofar, currency, form }: Props) {
  const t = useWords(words);
  const typed = useTyped(form);
  if (!contact?.email) return null;
  const disputed = sofar
    .flatMap((came) => (came.outcome === 'dispute' ? came.items : []))
    .flatMap(({ amount }) => amount ?? [])
    .join(',');
  const { contactId, language } = contact;
  const asked = { contactId, currency, disputed, ...typed };
  return (
    <div>
      <CheckField name="confirm" defaultChecked label={t('confirm_to', { to: contact.email })} />
      <Draft accountId={accountId} asked={{ ...asked, language }} />
      {language === 'es' && (
        <details className="mt-1 text-sm">
          <summary className="text-ink-3">{t('gloss')}</summary>
          <Draft accountId={accountId} asked={{ ...asked, language: 'en' }} />
        </details>
      )}
    </div>
  );
}

type Asked = NonNullable<Asking<typeof callConfirmation>['query']>;

/** As the template in force says it; while it is asked for anew, what it said before. */
function Draft({ accountId, asked }: { accountId: string; asked: Asked }) {
  const draft = useQuery({
    queryKey: ['call-confirmation', accountId, asked],
    queryFn: ({ signal }) =>
      call(callConfirmation, { params: { accountId }, query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <RefusalNote error={draft.error} words={areaWords} />
      {draft.data && (
        <pre
          lang={asked.language}
          className="mt-1 rounded-md bg-sunk px-3 py-2 font-[inherit] text-sm whitespace-pre-wrap"
        >
          {`${draft.data.subject}\n\n${draft.data.text}`}
        </pre>
      )}
    </>
  );
}

/** What stands in the form's fields now; the hidden ones hold what was understood. */
function useTyped(form: RefObject<HTMLFormElement | null>): Typed {
  const [typed, setTyped] = useState<Typed>({});
  useEffect(() => {
    const watched = form.current;
    if (watched === null) return undefined;
    const look = (): void => {
      // The fields write what they understood after the key that changed them.
      requestAnimationFrame(() => {
        const data = new FormData(watched);
        const dueOn = textIn(data, 'dueOn') || textIn(data, 'firstOn');
        const amount = textIn(data, 'amount');
        // Half an amount or a day is nothing yet.
        const whole = /^\d+(\.\d+)?$/u.test(amount) && parseDay(dueOn) !== undefined;
        setTyped(whole ? { amount, dueOn } : {});
      });
    };
    look();
    watched.addEventListener('input', look);
    return () => watched.removeEventListener('input', look);
  }, [form]);
  return typed;
}
