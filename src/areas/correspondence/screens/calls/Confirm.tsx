/**
 * The mail that confirms what was agreed, as it will go out: in the language of whoever agreed,
 * with what it says in English beside a Spanish one.
 */
import { type RefObject, useEffect, useState } from 'react';
import { parseDay } from '#kernel/day.ts';
import { parseCurrency, parseMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/words.ts';
import type { CallContact, CallPrep, Came } from '#areas/correspondence/contract/calls.ts';
import { confirmationOf } from '#areas/correspondence/rules/calls/confirmation.ts';
import { shownDay, shownMoney } from '#areas/correspondence/rules/calls/shown.ts';
import { CheckField } from '#web/ui/Field.tsx';
import { useToday } from '#web/ui/language.tsx';
import { useReader } from '#web/ui/reader.tsx';
import { useWords } from '#web/ui/say.ts';
import { textIn } from './came-of.ts';
import { words } from './words.ts';

type Props = {
  prep: CallPrep;
  contact: CallContact | undefined;
  sofar: readonly Came[];
  currency: string;
  form: RefObject<HTMLFormElement | null>;
};

type Typed = { amount: string; dueOn: string };

export function ConfirmField({ prep, contact, sofar, currency, form }: Props) {
  const t = useWords(words);
  const typed = useTyped(form);
  const today = useToday();
  const caller = useReader().name;
  if (!contact?.email) return null;
  const draft = (language: Language): string => {
    const { companyName } = prep.account;
    const agreed = [
      { amount: shown(typed.amount, currency, language), by: dayOf(typed, language) },
    ];
    const disputed = sofar.flatMap((came) => (came.outcome === 'dispute' ? came.items : []));
    const { subject, text } = confirmationOf(
      {
        person: contact.name,
        caller,
        company: companyName,
        on: shownDay(today, language),
        agreed,
        disputed: disputed.map(({ amount }) => shown(amount ?? '', currency, language)).join(', '),
      },
      language,
    );
    return `${subject}\n\n${text}`;
  };
  return (
    <div>
      <CheckField name="confirm" defaultChecked label={t('confirm_to', { to: contact.email })} />
      <pre
        lang={contact.language}
        className="mt-1 rounded-md bg-sunk px-3 py-2 font-[inherit] text-sm whitespace-pre-wrap"
      >
        {draft(contact.language)}
      </pre>
      {contact.language === 'es' && (
        <details className="mt-1 text-sm">
          <summary className="text-ink-3">{t('gloss')}</summary>
          <pre lang="en" className="px-3 font-[inherit] whitespace-pre-wrap">
            {draft('en')}
          </pre>
        </details>
      )}
    </div>
  );
}

/** What stands in the form's fields now; the hidden ones hold what was understood. */
function useTyped(form: RefObject<HTMLFormElement | null>): Typed {
  const [typed, setTyped] = useState<Typed>({ amount: '', dueOn: '' });
  useEffect(() => {
    const watched = form.current;
    if (watched === null) return undefined;
    const look = (): void => {
      // The fields write what they understood after the key that changed them.
      requestAnimationFrame(() => {
        const data = new FormData(watched);
        const dueOn = textIn(data, 'dueOn') || textIn(data, 'firstOn');
        setTyped({ amount: textIn(data, 'amount'), dueOn });
      });
    };
    look();
    watched.addEventListener('input', look);
    return () => watched.removeEventListener('input', look);
  }, [form]);
  return typed;
}

function shown(amount: string, currency: string, language: Language): string {
  const code = parseCurrency(currency);
  const money = code && parseMoney(amount, code);
  return money ? shownMoney(money, language) : '…';
}

function dayOf({ dueOn }: Typed, language: Language): string {
  const day = parseDay(dueOn);
  return day ? shownDay(day, language) : '…';
}
