/** Takes an offer of less back before it is paid, with the reason. */
import { withdrawSettlement, type WireSettlement } from '#areas/promises/contract/settlements.ts';
import { call } from '#web/api.ts';
import { useWords } from '#web/ui/say.ts';
import { StepForm } from './StepForm.tsx';
import { words } from './words.ts';

type Props = { settlement: WireSettlement; onClose: () => void };

export function TakeBackForm({ settlement, onClose }: Props) {
  const t = useWords(words);
  const { accountId, settlementId, name } = settlement;
  return (
    <StepForm
      title={t('settle_take_back')}
      name={name}
      tone="danger"
      route={withdrawSettlement}
      write={(body) => call(withdrawSettlement, { params: { accountId, settlementId }, body })}
      said={() => t('settle_taken_back')}
      onClose={onClose}
    />
  );
}
