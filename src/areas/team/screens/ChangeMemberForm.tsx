/** Other roles for a person, or letting them go; with the reason that the record keeps. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { changeMember } from '#areas/team/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import type { Member } from './members.ts';
import { RoleMarks } from './RoleMarks.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ChangeMemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { memberId, name, active } = member;
  const change = useMutation({
    mutationFn: (body: BodyOf<typeof changeMember>) =>
      call(changeMember, { params: { memberId }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['members'] });
      say({ text: t('changed', { name }) });
      onClose();
    },
  });
  const form = useForm(changeMember, (body) => change.mutate(body));
  return (
    <Dialog title={name} sub={member.email} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <RoleMarks on={member.roles} error={form.errors.roles && t('pick_role')} />
        <TextField label={t('reason')} name="reason" error={form.errors.reason} />
        <RefusalNote error={change.error} words={areaWords} />
        <Button type="submit" tone="main" busy={change.isPending}>
          {t('save')}
        </Button>
      </form>
      <p className="mt-4 text-sm">
        <Link to={paths.authority} className="link">
          {t('duties_of')}
        </Link>
      </p>
      <LetGo
        active={active}
        busy={change.isPending}
        onTurn={(reason) => change.mutate({ active: !active, reason })}
      />
    </Dialog>
  );
}

type LetGoProps = { active: boolean; busy: boolean; onTurn: (reason: string) => void };

function LetGo({ active, busy, onTurn }: LetGoProps) {
  const t = useWords(words);
  return (
    <section className="mt-6 border-t border-line pt-4">
      <p className="mb-2 text-sm text-ink-2">{t(active ? 'let_go_why' : 'take_back_why')}</p>
      <Button
        tone={active ? 'danger' : 'plain'}
        busy={busy}
        onClick={() => onTurn(t(active ? 'let_go' : 'take_back'))}
      >
        {t(active ? 'let_go' : 'take_back')}
      </Button>
    </section>
  );
}
