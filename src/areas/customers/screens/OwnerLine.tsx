/** Whose account it is, and giving it to somebody else. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMembers } from '#areas/team/screens/index.ts';
import { type Account, assignOwner, unpinAccount } from '#areas/customers/contract.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { say } from '#web/ui/said.ts';
import { useAccountChanged } from './account-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function OwnerLine({ account }: { account: Account }) {
  const t = useWords(words);
  const may = useMay();
  const [open, setOpen] = useState(false);
  return (
    <section>
      <h2 className="mb-1.5">{t('owner')}</h2>
      <p>
        {account.owner?.name ?? <span className="text-warn">{t('owner_none')}</span>}{' '}
        {account.pinned && <Tag>{t('pinned')}</Tag>}
      </p>
      {may('accounts.assign') === undefined && (
        <button type="button" className="link no-print text-sm" onClick={() => setOpen(true)}>
          {t('owner_change')}
        </button>
      )}
      {account.pinned && may('accounts.assign') === undefined && <Unpin account={account} />}
      {open && <OwnerForm account={account} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Unpin({ account }: { account: Account }) {
  const t = useWords(words);
  const why = useWhy();
  const changed = useAccountChanged();
  const { accountId, name } = account;
  const unpin = useMutation({
    mutationFn: () =>
      call(unpinAccount, { params: { accountId }, body: { reason: t('unpin_reason') } }),
    onSuccess: () => {
      changed(accountId);
      say({ text: t('unpinned', { name }) });
    },
    onError: (error) => say({ text: why(error), tone: 'refused' }),
  });
  return (
    <button
      type="button"
      className="link no-print ml-3 text-sm"
      title={t('unpin_why')}
      onClick={() => unpin.mutate()}
    >
      {t('unpin')}
    </button>
  );
}

function OwnerForm({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords(words);
  const people = useMembers();
  const { accountId } = account;
  const changed = useAccountChanged();
  const assign = useMutation({
    mutationFn: (body: BodyOf<typeof assignOwner>) =>
      call(assignOwner, { params: { accountId }, body }),
    onSuccess: ({ owner }) => {
      changed(accountId);
      say({ text: t('owner_changed', { name: owner ?? t('owner_none') }) });
      onClose();
    },
  });
  const form = useForm(assignOwner, (body) => assign.mutate(body));
  return (
    <Dialog title={t('owner_change')} sub={account.name} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('owner')}
          name="memberId"
          autoFocus
          defaultValue={account.owner?.memberId ?? ''}
          error={form.errors.memberId}
          choices={people.map(({ memberId, name }) => ({ value: memberId, name }))}
        />
        <AreaField label={t('reason')} name="reason" rows={3} error={form.errors.reason} />
        <RefusalNote error={assign.error} words={areaWords} />
        <Button type="submit" tone="main" busy={assign.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
