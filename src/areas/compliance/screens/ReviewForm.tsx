/** Noting that counsel has reviewed a pack, or that the review no longer holds. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type WirePack, reviewPack } from '#areas/compliance/contract/packs.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, CheckField, TextField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ReviewForm({ pack, onClose }: { pack: WirePack; onClose: () => void }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const keep = useMutation({
    mutationFn: (body: BodyOf<typeof reviewPack>) =>
      call(reviewPack, { params: { packId: pack.id }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['compliance', 'packs'] });
      say({ text: t('review_kept') });
      onClose();
    },
  });
  const form = useForm(reviewPack, (body) => keep.mutate({ ...body, reviewed: !over }));
  return (
    <Dialog title={t('review')} sub={pack.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('reviewer')} name="reviewer" autoFocus error={form.errors.reviewer} />
        <DayField label={t('reviewed_on')} name="reviewedOn" error={form.errors.reviewedOn} />
        <AreaField label={t('note')} name="note" rows={2} />
        <CheckField
          label={t('holds_no_more')}
          checked={over}
          onChange={(event) => setOver(event.target.checked)}
        />
        <RefusalNote error={keep.error} words={areaWords} />
        <Button type="submit" tone="main" busy={keep.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}
