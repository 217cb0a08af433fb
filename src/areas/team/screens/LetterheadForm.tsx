/** What stands on a company's paper; without it no electronic invoice can be written. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { letterhead, setLetterhead } from '#areas/team/contract/letterhead.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../words.ts';
import { useReaderCompanies } from './companies.ts';
import { words } from './letterhead-words.ts';

type Head = Answer<typeof letterhead>['letterhead'];

export function LetterheadForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const companies = useReaderCompanies();
  const [chosen, choose] = useState<string | null>(null);
  const code = chosen ?? companies[0]?.code;
  const known = useQuery({
    queryKey: ['letterhead', code],
    enabled: code !== undefined,
    queryFn: ({ signal }) => call(letterhead, { params: { code: code ?? '' }, signal }),
  });
  return (
    <Dialog title={t('letterhead')} sub={t('letterhead_why')} onClose={onClose}>
      <div className="grid gap-3.5">
        {companies.length > 1 && (
          <SelectField
            label={t('company')}
            name="company"
            value={code ?? ''}
            onChange={(event) => choose(event.target.value)}
            choices={companies.map((each) => ({ value: each.code, name: each.name }))}
          />
        )}
        {known.data === undefined || code === undefined ? (
          <Bones lines={8} />
        ) : (
          <Fields key={code} code={code} head={known.data.letterhead} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

const parts = [
  'legalName',
  'line1',
  'line2',
  'city',
  'state',
  'postalCode',
  'country',
  'email',
  'phone',
  'taxId',
  'vatId',
  'iban',
  'mailerId',
] as const;

function Fields({ code, head, onClose }: { code: string; head: Head; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof setLetterhead>) =>
      call(setLetterhead, { params: { code }, body }),
    onSuccess: () => {
      // The next one who opens the form sees what was saved, not what stood before.
      queries.removeQueries({ queryKey: ['letterhead', code] });
      say({ text: t('letterhead_saved') });
      onClose();
    },
  });
  const form = useForm(setLetterhead, (body) => save.mutate(body));
  return (
    <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5 sm:grid-cols-2">
      {parts.map((part, at) => (
        <TextField
          key={part}
          label={t(part)}
          name={part}
          autoFocus={at === 0}
          defaultValue={head?.[part] ?? ''}
          error={form.errors[part]}
        />
      ))}
      <TextField
        label={t('letterhead_reason')}
        name="reason"
        autoComplete="off"
        error={form.errors['reason']}
      />
      <div className="sm:col-span-2">
        <RefusalNote error={save.error} words={areaWords} />
        <Button type="submit" tone="main" busy={save.isPending}>
          {t('letterhead_save')}
        </Button>
      </div>
    </form>
  );
}
