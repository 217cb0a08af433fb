/** Takes an offer of less back before it is paid, with the reason. */
import { withdrawSettlement, type WireSettlement } from '#areas/promises/contract/settlements.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField } from '#web/ui/Field.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { usePlanWrite } from './use-plan-write.ts';
import { words } from './words.ts';

type Props = { settlement: WireSettlement; onClose: () => void };

export function TakeBackForm({ settlement, onClose }: Props) {
  const t = useWords(words);
  const { accountId, settlementId } = settlement;
  const take = usePlanWrite(
    (body: BodyOf<typeof withdrawSettlement>) =>
      call(withdrawSettlement, { params: { accountId, settlementId }, body }),
    { said: () => t('settle_taken_back'), onClose },
  );
  const form = useForm(withdrawSettlement, (body) => take.mutate(body));
  return (
    <Dialog title={t('settle_take_back')} sub={settlement.name} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <AreaField
          label={t('reason')}
          name="reason"
          rows={2}
          error={form.errors['reason']}
          autoFocus
        />
        <RefusalNote error={take.error} words={areaWords} />
        <Button type="submit" tone="danger" busy={take.isPending}>
          {t('settle_take_back')}
        </Button>
      </form>
    </Dialog>
  );
}
