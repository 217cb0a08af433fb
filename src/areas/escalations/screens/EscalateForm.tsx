/** Asks somebody who can do more about an account; what is known of it goes along. */
import { useMutation } from '@tanstack/react-query';
import { useAccountChanged } from '#areas/customers/screens/index.ts';
import { desks, escalate } from '#areas/escalations/contract.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { accountId: string; name: string; onClose: () => void };

export function EscalateForm({ accountId, name, onClose }: Props) {
  const t = useWords(words);
  const members = useMembers();
  const changed = useAccountChanged();
  const send = useMutation({
    mutationFn: (body: BodyOf<typeof escalate>) => call(escalate, { params: { accountId }, body }),
    onSuccess: ({ toMember }) => {
      changed(accountId);
      const asked = members.find(({ memberId }) => memberId === toMember);
      say({ text: t('asked', { name: asked?.name ?? '' }) });
      onClose();
    },
  });
  const form = useForm(escalate, (body) => send.mutate(body));
  return (
    <Dialog title={t('escalate')} sub={name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('desk')}
          name="desk"
          choices={desks.map((value) => ({ value, name: t(`desk_${value}`) }))}
        />
        <SelectField
          label={t('person')}
          name="toMember"
          none={t('person_any')}
          choices={members.map((each) => ({ value: each.memberId, name: each.name }))}
        />
        <AreaField
          label={t('question')}
          name="question"
          rows={5}
          autoFocus
          hint={t('question_hint')}
          error={form.errors.question && t('text_missing')}
        />
        <RefusalNote error={send.error} words={areaWords} />
        <Button type="submit" tone="main" busy={send.isPending}>
          {t('escalate')}
        </Button>
      </form>
    </Dialog>
  );
}
