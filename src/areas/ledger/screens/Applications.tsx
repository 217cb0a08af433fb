/** What was applied to an item, and the way to take an application back. */
import { useMutation } from '@tanstack/react-query';
import { reverseApplication } from '#areas/ledger/contract.ts';
import { call } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { say } from '#web/ui/said.ts';
import type { History } from './ItemPanel.tsx';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

type Props = { history: History; accountId: string; onChanged: (accountId: string) => void };

export function Applications({ history, accountId, onChanged }: Props) {
  const t = useWords(words);
  const { applications, item } = history;
  const takeBack = useMutation({
    mutationFn: (applicationId: string) =>
      call(reverseApplication, {
        params: { accountId, applicationId },
        body: { reason: t('undone_reason') },
      }),
    onSuccess: () => {
      onChanged(accountId);
      say({ text: t('taken_back') });
    },
  });
  return (
    <section>
      <h2 className="mb-1.5">{t('applications')}</h2>
      {applications.length === 0 && <p className="text-ink-3">{t('applications_none')}</p>}
      <ul>
        {applications.map((application) => (
          <ApplicationLine
            key={application.applicationId}
            application={application}
            currency={item.currency}
            onTakeBack={() => takeBack.mutate(application.applicationId)}
          />
        ))}
      </ul>
      <RefusalNote error={takeBack.error} words={areaWords} />
    </section>
  );
}

type LineProps = {
  application: History['applications'][number];
  currency: string;
  onTakeBack: () => void;
};

function ApplicationLine({ application, currency, onTakeBack }: LineProps) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const { reverses, reversed } = application;
  const stands = reverses === null && !reversed;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
      <span className="w-20 text-sm text-ink-2">{figures.day(application.effectiveOn)}</span>
      <span className="min-w-0 flex-1 font-[550]">
        {application.counterDocument} {reversed && <Tag tone="stop">{t('reversed')}</Tag>}
        {reverses !== null && <Tag tone="stop">{t('reverses')}</Tag>}
      </span>
      <Amount value={application.amount} currency={currency} strong={stands} />
      {stands && may('cash.apply') === undefined && (
        <button type="button" className="link text-sm" onClick={onTakeBack}>
          {t('take_back')}
        </button>
      )}
    </li>
  );
}
