/**
 * Who calls, and how one knows: two right answers from our own records. The answers stand on the
 * screen to be compared, never to be read out, and are not kept.
 */
import { type FormEvent, useState } from 'react';
import type { CallPrep } from '#areas/correspondence/contract/calls.ts';
import { callerRelations, checks } from '#areas/correspondence/rules/calls/telling.ts';
import { isLanguage } from '#kernel/words.ts';
import { Button } from '#web/ui/Button.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { type Begun, useTake } from './call-data.ts';
import { textIn } from './came-of.ts';
import { words } from './words.ts';

export type Taken = {
  contactId: string | null;
  told: boolean;
  says: string;
};

type Props = {
  accountId: string;
  prep: CallPrep;
  onTaken: (taken: Taken & Begun) => void;
};

export function VerifyCaller({ accountId, prep, onTaken }: Props) {
  const t = useWords(words);
  const may = useMay();
  const take = useTake(accountId);
  const [contactId, setContactId] = useState(prep.contacts[0]?.contactId ?? '');
  const contact = prep.contacts.find((each) => each.contactId === contactId);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const body = bodyOf(data, contact);
    take.mutate(body, {
      onSuccess: ({ callId, told, says }) =>
        onTaken({ callId, told, says, contactId: contact?.contactId ?? null, at: Date.now() }),
    });
  };
  return (
    <form key={contactId} noValidate className="grid max-w-xl gap-3.5" onSubmit={submit}>
      <SelectField
        label={t('who_calls')}
        name="contactId"
        value={contactId}
        autoFocus
        onChange={(event) => setContactId(event.target.value)}
        choices={[
          ...prep.contacts.map((each) => ({ value: each.contactId, name: each.name })),
          { value: '', name: t('somebody_else') },
        ]}
      />
      {contact === undefined && <TextField label={t('name')} name="person" autoComplete="off" />}
      <SelectField
        label={t('relation')}
        name="relation"
        defaultValue={relationOf(contact?.role)}
        choices={callerRelations.map((value) => ({ value, name: t(`relation_${value}`) }))}
      />
      <TextField label={t('calls_from')} name="number" type="tel" autoComplete="off" />
      <SelectField
        label={t('speaks')}
        name="language"
        defaultValue={contact?.language ?? prep.account.language}
        choices={(['en', 'es'] as const).map((value) => ({ value, name: t(`speaks_${value}`) }))}
      />
      <Checks prep={prep} contact={contact} />
      <RefusalNote error={take.error} words={areaWords} />
      <Button type="submit" tone="main" because={may('calls.make')} busy={take.isPending}>
        {t('take')}
      </Button>
    </form>
  );
}

type Contact = CallPrep['contacts'][number] | undefined;

function relationOf(role: string | undefined) {
  return (
    callerRelations.find((each) => each === role) ?? (role === undefined ? 'stranger' : 'other')
  );
}

function bodyOf(data: FormData, contact: Contact) {
  const text = (name: string): string => textIn(data, name);
  const language = text('language');
  return {
    contactId: contact?.contactId ?? null,
    person: contact?.name ?? (text('person') || '?'),
    relation: relationOf(text('relation')),
    number: text('number'),
    language: isLanguage(language) ? language : ('en' as const),
    answers: checks.flatMap((check) => {
      const answer = text(`check_${check}`);
      return answer === '' ? [] : [{ check, right: answer === 'right' }];
    }),
  };
}

/** What one may ask, with our own answer beside it. */
function Checks({ prep, contact }: { prep: CallPrep; contact: Contact }) {
  const t = useWords(words);
  const figures = useFigures();
  const [item] = prep.items;
  const known = [
    { check: 'account', answer: prep.account.number },
    { check: 'invoice', answer: item?.number },
    { check: 'amount', answer: item && figures.money(item.open, item.currency) },
    { check: 'email', answer: contact?.email ?? undefined },
    { check: 'phone', answer: contact?.number ?? undefined },
  ] as const;
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-[550] text-ink-2">{t('checks')}</legend>
      {known.map(
        ({ check, answer }) =>
          answer !== undefined && (
            <div key={check} className="flex flex-wrap items-center gap-x-3">
              <span className="min-w-0 flex-1">
                <span className="text-ink-3">{t(`check_${check}`)}</span> {answer}
              </span>
              <select
                name={`check_${check}`}
                aria-label={t(`check_${check}`)}
                className="min-h-8 rounded-md border border-line-strong bg-surface px-2"
              >
                <option value="">{t('not_asked')}</option>
                <option value="right">{t('right')}</option>
                <option value="wrong">{t('wrong')}</option>
              </select>
            </div>
          ),
      )}
    </fieldset>
  );
}
