/** The bank will not have one check of a deposit, or all of it: its word is written down. */
import {
  bankWord,
  moveDeposit,
  rejectCheck,
  type WireDeposit,
} from '#areas/cash/contract/deposits.ts';
import { call } from '#web/api.ts';
import { ReasonForm } from '#web/ui/ReasonForm.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../../words.ts';
import { useCashWrite } from '../closing/cash-write.ts';
import { words } from './words.ts';

/** A check of it, or all of them. */
export type Rejected = { readonly itemNo: number; readonly serial: string } | 'all';

type Props = { of: WireDeposit; rejected: Rejected; company: string; onClose: () => void };

export function RejectForm({ of: { depositId }, rejected, company, onClose }: Props) {
  const t = useWords(words);
  const reject = useCashWrite(({ reason }: { reason: string }): Promise<unknown> => {
    if (rejected === 'all') {
      const body = { company, act: 'reject', said: reason } as const;
      return call(moveDeposit, { params: { depositId }, body });
    }
    const params = { depositId, itemNo: rejected.itemNo };
    return call(rejectCheck, { params, body: { company, reason } });
  }, onClose);
  return (
    <ReasonForm
      title={rejected === 'all' ? t('act_reject') : t('rejects', { serial: rejected.serial })}
      why={rejected === 'all' ? t('rejects_all_why') : t('rejects_why')}
      label={t('bank_word')}
      route={bankWord}
      act={reject}
      words={areaWords}
      onClose={onClose}
    />
  );
}
