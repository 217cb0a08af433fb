/** The columns of the mailbox, and a mail's two lines on a phone. */
import { useMemo } from 'react';
import type { WireMail } from '#areas/correspondence/contract/mailbox.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import type { Column } from '#web/ui/grid/columns.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag, type Tone } from '#web/ui/Tag.tsx';
import type { WireIntent } from './mail-data.ts';
import { words } from './words.ts';

const tones: Partial<Record<WireIntent, Tone>> = {
  already_paid: 'stop',
  remittance: 'good',
  promise: 'good',
  dispute: 'warn',
  complaint: 'late',
  opt_out: 'late',
};

export function useMailColumns(): readonly Column<WireMail>[] {
  const t = useWords(words);
  const figures = useFigures();
  return useMemo(
    (): readonly Column<WireMail>[] => [
      {
        id: 'asks',
        header: t('asks'),
        width: 150,
        cell: (row) => <Intents mail={row} />,
      },
      {
        id: 'from',
        header: t('from'),
        width: 150,
        grow: 1,
        cell: (row) => (
          <span className="block truncate font-[550]">{row.from.name || row.from.address}</span>
        ),
      },
      {
        id: 'subject',
        header: t('subject'),
        width: 200,
        grow: 2,
        cell: (row) => (
          <span className="block truncate">
            {row.subject} <span className="text-ink-3">{row.findings[0]?.evidence}</span>
          </span>
        ),
      },
      {
        id: 'account',
        header: t('account'),
        width: 170,
        grow: 1,
        drop: 2,
        cell: (row) => <Whose mail={row} />,
      },
      {
        id: 'held',
        header: t('held'),
        width: 130,
        align: 'end',
        cell: (row) =>
          row.blocked && (
            <Amount value={row.blocked.amount} currency={row.blocked.currency} named />
          ),
      },
      {
        id: 'due',
        header: t('due'),
        width: 130,
        drop: 1,
        cell: (row) =>
          row.answerDueAt !== null && (
            <span className={row.late ? 'text-late' : ''}>
              {figures.day(row.answerDueAt)} {row.late && t('late')}
            </span>
          ),
      },
    ],
    [t, figures],
  );
}

function Intents({ mail }: { mail: WireMail }) {
  const t = useWords(words);
  return (
    <span className="flex gap-1 overflow-hidden">
      {mail.intents.slice(0, 2).map((intent) => (
        <Tag key={intent} tone={tones[intent] ?? 'plain'}>
          {t(`intent_${intent}`)}
        </Tag>
      ))}
    </span>
  );
}

function Whose({ mail }: { mail: WireMail }) {
  const t = useWords(words);
  if (mail.account === null) return <Tag tone="warn">{t('no_account')}</Tag>;
  return (
    <span className="block truncate">
      {mail.account.name}{' '}
      {mail.covering !== null && <Tag>{t('covering', { name: mail.covering })}</Tag>}
    </span>
  );
}

export function MailNarrow({ mail }: { mail: WireMail }) {
  return (
    <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-0.5">
      <span className="truncate font-[600]">{mail.from.name || mail.from.address}</span>
      <span className="text-right">
        {mail.blocked && (
          <Amount value={mail.blocked.amount} currency={mail.blocked.currency} named />
        )}
      </span>
      <span className="truncate text-sm text-ink-2">{mail.subject}</span>
      <span className="justify-self-end">
        <Intents mail={mail} />
      </span>
    </span>
  );
}
