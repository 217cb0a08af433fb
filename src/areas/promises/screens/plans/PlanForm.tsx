/**
 * The plan editor: terms on top, the schedule below as it would be, drawn anew with every change.
 *
 * An amount that is edited stays and the others share the rest, so the sum is always the debt's.
 */
import { useMutation } from '@tanstack/react-query';
import { frequencies, offerPlan } from '#areas/promises/contract/plans.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { SelectField, TextField } from '#web/ui/Field.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { words as areaWords } from '../../words.ts';
import { AlreadyPlanned } from './AlreadyPlanned.tsx';
import { OwnDays } from './OwnDays.tsx';
import { PlanPreview } from './PlanPreview.tsx';
import { usePlanTerms } from './plan-terms.ts';
import { words } from './words.ts';

type Props = {
  accountId: string;
  name: string;
  currency: string;
  saidBy: string | undefined;
  itemIds?: readonly string[];
  onClose: () => void;
  onChanged: (accountId: string) => void;
};

export function PlanForm(props: Props) {
  const { accountId, name, currency, itemIds = [], onClose, onChanged } = props;
  const t = useWords(words);
  const why = useWhy();
  const saidBy = props.saidBy ?? t('accounts_payable');
  const terms = usePlanTerms({ accountId, currency, itemIds, saidBy });
  const { body, offeredTo, drawn, field } = terms;
  const offer = useMutation({
    mutationFn: () =>
      call(offerPlan, { params: { accountId }, body: { ...body, offeredTo, note: '' } }),
    onSuccess: ({ requestId }) => {
      onChanged(accountId);
      say({ text: t(requestId === null ? 'offered' : 'asked') });
      onClose();
    },
  });
  return (
    <Dialog title={t('plan_write')} sub={name} onClose={onClose} shape="wide">
      <form
        noValidate
        className="grid gap-3.5"
        onSubmit={(event) => {
          event.preventDefault();
          offer.mutate();
        }}
      >
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          {!terms.custom && (
            <TextField label={t('count')} {...field('count')} inputMode="numeric" autoFocus />
          )}
          <SelectField
            label={t('frequency')}
            {...field('frequency')}
            choices={frequencies.map((value) => ({ value, name: t(`frequency_${value}`) }))}
          />
          {!terms.custom && <TextField label={t('first_on')} {...field('firstOn')} type="date" />}
          <TextField label={t('down')} {...field('down')} inputMode="decimal" />
          <TextField label={t('fee')} {...field('fee')} inputMode="decimal" />
          <TextField label={t('apr')} {...field('aprPct')} inputMode="decimal" />
        </div>
        <TextField label={t('offered_to')} {...field('offeredTo')} />
        {terms.custom && <OwnDays parts={terms.parts} drawn={drawn.data} onParts={terms.onParts} />}
        <AlreadyPlanned accountId={accountId} error={drawn.error} onClose={onClose} />
        <RefusalNote error={drawn.error} words={areaWords} />
        {drawn.data && (
          <PlanPreview
            draft={drawn.data}
            currency={currency}
            {...(terms.custom ? {} : { onEdit: terms.onEdit })}
          />
        )}
        <RefusalNote error={offer.error} words={areaWords} />
        <Button
          type="submit"
          tone="main"
          busy={offer.isPending}
          because={drawn.isError ? why(drawn.error) : undefined}
        >
          {t(drawn.data?.mine === false ? 'offer_ask' : 'offer')}
        </Button>
      </form>
    </Dialog>
  );
}
