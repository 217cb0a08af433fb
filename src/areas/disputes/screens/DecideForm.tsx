/** What the customer is right about: a credit, a new invoice, nothing, or a small difference. */
import { useState } from 'react';
import type { WireCase } from '#areas/disputes/contract/board.ts';
import { decideDispute } from '#areas/disputes/contract/case.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { MoneyField } from '#web/ui/MoneyField.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { type Decision, decisions } from '../rules/case-life.ts';
import { rootCauses } from '../rules/cause.ts';
import { words as areaWords } from '../words.ts';
import { causeNames, decisionNames } from '../words/names.ts';
import { useCaseWrite } from './use-case.ts';
import { words } from './words.ts';

type Props = {
  found: Pick<WireCase, 'accountId' | 'caseId' | 'reference' | 'currency' | 'cause' | 'name'>;
  /** What is chosen at first. */
  decision?: Decision;
  onClose: () => void;
};

export function DecideForm({ found, decision: first = 'credit', onClose }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const { accountId, caseId } = found;
  const [decision, setDecision] = useState<string>(first);
  const decide = useCaseWrite(
    (body: BodyOf<typeof decideDispute>) =>
      call(decideDispute, { params: { accountId, caseId }, body }),
    {
      done: ({ requestIds }) => t(requestIds.length > 0 ? 'decided_asked' : 'decided_done'),
      onDone: onClose,
    },
  );
  const form = useForm(decideDispute, (body) => decide.mutate(body));
  const credits = decision === 'credit' || decision === 'rebill';
  return (
    <Dialog title={t('decide')} sub={`${found.reference} · ${found.name}`} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('decision')}
          name="decision"
          value={decision}
          onChange={(event) => setDecision(event.currentTarget.value)}
          choices={decisions.map((value) => ({ value, name: decisionNames[value][language] }))}
        />
        {credits && (
          <MoneyField
            label={t('credit_amount')}
            name="amount"
            currency={found.currency}
            error={form.errors['amount']}
          />
        )}
        <SelectField
          label={t('cause')}
          name="cause"
          defaultValue={found.cause ?? 'unknown'}
          choices={rootCauses.map((value) => ({ value, name: causeNames[value][language] }))}
        />
        <AreaField label={t('why')} name="note" rows={3} error={form.errors['note']} autoFocus />
        <RefusalNote error={decide.error} words={areaWords} />
        <Button type="submit" tone="main" busy={decide.isPending}>
          {
            decisionNames[credits ? 'credit' : decision === 'reject' ? 'reject' : 'write_off'][
              language
            ]
          }
        </Button>
      </form>
    </Dialog>
  );
}
