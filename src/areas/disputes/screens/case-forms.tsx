/** The little forms of a case: who has it, the link for an outsider, a note, the new invoice. */
import { useState } from 'react';
import {
  assignDispute,
  inviteOutsider,
  noteDispute,
  rebillDispute,
  type WireCaseFile,
} from '#areas/disputes/contract/case.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { departments } from '../rules/routing.ts';
import { words as areaWords } from '../words.ts';
import { departmentNames } from '../words/names.ts';
import { useCaseWrite } from './use-case.ts';
import { words } from './words.ts';

type Props = { found: WireCaseFile; onClose: () => void };

export function AssignForm({ found, onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const people = useMembers().map(({ memberId, name }) => ({ value: memberId, name }));
  const { accountId, caseId } = found;
  const assign = useCaseWrite(
    (body: BodyOf<typeof assignDispute>) =>
      call(assignDispute, { params: { accountId, caseId }, body }),
    { done: () => t('changed'), onDone: onClose },
  );
  const form = useForm(assignDispute, (body) => assign.mutate(body));
  return (
    <Dialog title={t('assign')} sub={found.reference} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('department')}
          name="department"
          defaultValue={found.department}
          choices={departments.map((value) => ({ value, name: departmentNames[value][language] }))}
          autoFocus
        />
        <SelectField
          label={t('coordinator')}
          name="coordinatorId"
          none={t('nobody')}
          defaultValue={found.coordinatorId ?? ''}
          choices={people}
        />
        <SelectField
          label={t('owner_member')}
          name="ownerId"
          none={t('owner_none')}
          defaultValue={found.ownerId ?? ''}
          choices={people}
        />
        <AreaField label={t('note')} name="note" rows={2} />
        <RefusalNote error={assign.error} words={areaWords} />
        <Button type="submit" tone="main" busy={assign.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

export function InviteForm({ found, onClose }: Props) {
  const t = useWords(words);
  const [made, setMade] = useState<{ url: string; email: string } | null>(null);
  const { accountId, caseId } = found;
  const invite = useCaseWrite(
    async (body: BodyOf<typeof inviteOutsider>) => {
      const { path } = await call(inviteOutsider, { params: { accountId, caseId }, body });
      return { url: `${window.location.origin}${path ?? ''}`, email: body.toEmail };
    },
    { done: () => t('changed'), onDone: setMade },
  );
  const form = useForm(inviteOutsider, (body) => invite.mutate(body));
  if (made !== null) return <MadeLink made={made} reference={found.reference} onClose={onClose} />;
  return (
    <Dialog title={t('invite')} sub={found.reference} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField
          label={t('to_name')}
          name="toName"
          defaultValue={found.outside ? (found.owner ?? '') : ''}
          error={form.errors['toName']}
          autoFocus
        />
        <TextField
          label={t('to_email')}
          name="toEmail"
          type="email"
          defaultValue={found.outsideEmail ?? ''}
          error={form.errors['toEmail']}
        />
        <SelectField
          label={t('language')}
          name="language"
          choices={[
            { value: 'en', name: 'English' },
            { value: 'es', name: 'Español' },
          ]}
        />
        <AreaField label={t('question')} name="question" rows={4} error={form.errors['question']} />
        <RefusalNote error={invite.error} words={areaWords} />
        <Button type="submit" tone="main" busy={invite.isPending}>
          {t('invite')}
        </Button>
      </form>
    </Dialog>
  );
}

type MadeProps = {
  made: { url: string; email: string };
  reference: string;
  onClose: () => void;
};

function MadeLink({ made: { url, email }, reference, onClose }: MadeProps) {
  const t = useWords(words);
  const said = new URLSearchParams({ subject: reference, body: url });
  const mail = `mailto:${email}?${said.toString().replaceAll('+', '%20')}`;
  return (
    <Dialog title={t('link_made')} sub={reference} onClose={onClose}>
      <div className="grid gap-3.5">
        <p className="text-ink-2">{t('link_made_why')}</p>
        <TextField
          label={t('link')}
          name="url"
          defaultValue={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <a className={linkLook} href={mail}>
          {t('mail_it')}
        </a>
        <Button tone="main" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  );
}

export function CaseNoteForm({ found, onClose }: Props) {
  const t = useWords(words);
  const { accountId, caseId } = found;
  const note = useCaseWrite(
    (body: BodyOf<typeof noteDispute>) =>
      call(noteDispute, { params: { accountId, caseId }, body }),
    { done: () => t('changed'), onDone: onClose },
  );
  const form = useForm(noteDispute, (body) => note.mutate(body));
  return (
    <Dialog title={t('add_note')} sub={found.reference} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField label={t('note')} name="note" error={form.errors['note']} autoFocus />
        <RefusalNote error={note.error} words={areaWords} />
        <Button type="submit" tone="main" busy={note.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

export function RebillForm({ found, onClose }: Props) {
  const t = useWords(words);
  const { accountId, caseId } = found;
  const rebill = useCaseWrite(
    (body: BodyOf<typeof rebillDispute>) =>
      call(rebillDispute, { params: { accountId, caseId }, body }),
    { done: () => t('changed'), onDone: onClose },
  );
  const form = useForm(rebillDispute, (body) => rebill.mutate(body));
  return (
    <Dialog title={t('rebill')} sub={found.reference} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('number')} name="number" error={form.errors['number']} autoFocus />
        <RefusalNote error={rebill.error} words={areaWords} />
        <Button type="submit" tone="main" busy={rebill.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
