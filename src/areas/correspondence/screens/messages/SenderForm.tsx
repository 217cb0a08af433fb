/** From whom a company's e-mails come: the team's own address, where answers go, the signature. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { companySender, saveSender } from '#areas/correspondence/contract/sending.ts';
import { useReaderCompanies } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { type Answer, call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones } from '#web/ui/states.tsx';
import { words as areaWords } from '../../words.ts';
import { words } from './sender-words.ts';

export function SenderForm({ onClose }: { onClose: () => void }) {
  const t = useWords(words);
  const companies = useReaderCompanies();
  const [chosen, choose] = useState<string | null>(null);
  const company = chosen ?? companies[0]?.code;
  const known = useQuery({
    queryKey: ['sender', company],
    enabled: company !== undefined,
    queryFn: ({ signal }) => call(companySender, { params: { company: company ?? '' }, signal }),
  });
  return (
    <Dialog title={t('sender')} sub={t('sender_why')} onClose={onClose}>
      <div className="grid gap-3.5">
        {companies.length > 1 && (
          <SelectField
            label={t('company')}
            name="company"
            value={company ?? ''}
            onChange={(event) => choose(event.target.value)}
            choices={companies.map((each) => ({ value: each.code, name: each.name }))}
          />
        )}
        {known.data === undefined || company === undefined ? (
          <Bones lines={5} />
        ) : (
          <Fields key={company} company={company} sender={known.data.sender} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}

type FieldsProps = {
  company: string;
  sender: Answer<typeof companySender>['sender'];
  onClose: () => void;
};

function Fields({ company, sender, onClose }: FieldsProps) {
  const t = useWords(words);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: BodyOf<typeof saveSender>) =>
      call(saveSender, { params: { company }, body }),
    onSuccess: () => {
      // The next one who opens the form sees what was saved, not what stood before.
      queries.removeQueries({ queryKey: ['sender', company] });
      say({ text: t('sender_saved') });
      onClose();
    },
  });
  return (
    <form
      noValidate
      className="grid gap-3.5"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const text = (name: string): string => {
          const value = form.get(name);
          return typeof value === 'string' ? value.trim() : '';
        };
        save.mutate({
          fromName: text('fromName'),
          fromAddress: text('fromAddress'),
          replyTo: text('replyTo'),
          signature: text('signature'),
          reason: text('reason') || t('sender_reason'),
        });
      }}
    >
      <TextField label={t('from_name')} name="fromName" autoFocus defaultValue={sender?.fromName} />
      <TextField
        label={t('from_address')}
        name="fromAddress"
        type="email"
        defaultValue={sender?.fromAddress}
        hint={t('from_hint')}
      />
      <TextField
        label={t('reply_to')}
        name="replyTo"
        type="email"
        defaultValue={sender?.replyTo}
        hint={t('reply_hint')}
      />
      <AreaField
        label={t('signature')}
        name="signature"
        rows={3}
        defaultValue={sender?.signature ?? ''}
      />
      <TextField label={t('sender_because')} name="reason" autoComplete="off" />
      <RefusalNote error={save.error} words={areaWords} />
      <Button type="submit" tone="main" busy={save.isPending}>
        {t('sender_save')}
      </Button>
    </form>
  );
}
