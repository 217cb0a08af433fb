/** The facts of a mail: whose, what it asks for and why, what it names, what came with it. */
import type { WireMailPage } from '#areas/correspondence/contract/mailbox.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { Tag } from '#web/ui/Tag.tsx';
import { words } from './words.ts';

export function MailFacts({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  const figures = useFigures();
  const { mail, items, files } = page;
  const { silent, problem, cash, absentUntil, account } = mail;
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-1.5">
        {account === null ? (
          <Tag tone="warn">{t('no_account')}</Tag>
        ) : (
          <a className="font-[600] text-accent underline" href={`/accounts/${account.accountId}`}>
            {`${account.number} · ${account.name}`}
          </a>
        )}
        {mail.late && <Tag tone="late">{t('late')}</Tag>}
        {silent !== null && <Tag>{t(`silent_${silentOf(silent)}`)}</Tag>}
        {cash !== 'none' && (
          <Tag tone={cash === 'unreadable' ? 'warn' : 'good'}>{t(`cash_${cash}`)}</Tag>
        )}
        {absentUntil !== null && <Tag>{t('absent_until', { day: figures.day(absentUntil) })}</Tag>}
      </p>
      {problem !== null && <p className="text-warn">{t(`problem_${problemOf(problem)}`)}</p>}
      <Findings page={page} />
      {items.length > 0 && (
        <p>
          <b className="font-[550]">{t('names')}</b>{' '}
          {items.map(({ itemId, number, open, currency }) => (
            <span key={itemId} className="mr-3 whitespace-nowrap">
              {number} <Amount value={open} currency={currency} named />
            </span>
          ))}
        </p>
      )}
      <p className="flex flex-wrap gap-x-3">
        {files.map(({ fileNo, name }) => (
          <a
            key={fileNo}
            className="text-accent underline"
            href={`/api/v1/mails/${mail.mailId}/files/${fileNo}`}
          >
            {name}
          </a>
        ))}
        {page.whole && (
          <a className="text-accent underline" href={`/api/v1/mails/${mail.mailId}/raw`}>
            {t('as_it_came')}
          </a>
        )}
      </p>
    </div>
  );
}

function Findings({ page }: { page: WireMailPage }) {
  const t = useWords(words);
  return (
    <ul className="grid gap-0.5">
      {page.mail.findings.map(({ intent, evidence, where, confidence }) => (
        <li key={intent}>
          {t('read_because', { intent: t(`intent_${intent}`) })}{' '}
          <q className="text-ink-2">{where === 'person' ? t('by_person') : evidence}</q>{' '}
          <span className="figures text-ink-3">{confidence} %</span>
        </li>
      ))}
    </ul>
  );
}

const silences = ['bounce', 'own', 'loop', 'auto_reply', 'automatic', 'list'] as const;

function silentOf(text: string): (typeof silences)[number] {
  return silences.find((each) => each === text) ?? 'automatic';
}

const problems = [
  'charset_mended',
  'charset_unreadable',
  'mime_broken',
  'sender_forged',
  'too_large',
  'winmail_broken',
] as const;

function problemOf(text: string): (typeof problems)[number] {
  return problems.find((each) => each === text) ?? 'mime_broken';
}
