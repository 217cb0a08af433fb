/** What stands in a case: items, payments, answers, links, files, and everything that happened. */
import type { ReactNode } from 'react';
import {
  addEvidence,
  evidence,
  revokeLink,
  type WireCaseFile,
} from '#areas/disputes/contract/case.ts';
import { call, hrefOf, upload } from '#web/api.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Button } from '#web/ui/Button.tsx';
import { FileField } from '#web/ui/FileField.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { words as areaWords } from '../words.ts';
import {
  causeNames,
  departmentNames,
  eventNames,
  evidenceNames,
  originNames,
  reasonNames,
  verdictNames,
} from '../words/names.ts';
import { PaceTag } from './board-columns.tsx';
import { useCaseWrite } from './use-case.ts';
import { words } from './words.ts';

type Props = { found: WireCaseFile };

export function CaseFacts({ found }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const { owner, outside, cause, escalatedTo } = found;
  return (
    <section>
      <h2 className="mb-1.5">{t('facts')}</h2>
      <KeyValue
        plain
        facts={[
          { name: t('amount'), value: figures.money(found.amount, found.currency) },
          { name: t('reason'), value: reasonNames[found.reason][language] },
          { name: t('said'), value: `${found.saidBy} (${originNames[found.origin][language]})` },
          { name: t('opened_on'), value: figures.day(found.openedOn) },
          (found.answeredOn !== null || found.pace !== 'none') && {
            name: t('answer_by'),
            value: <PaceTag row={found} />,
          },
          { name: t('department'), value: departmentNames[found.department][language] },
          { name: t('coordinator'), value: found.coordinator ?? t('nobody') },
          {
            name: t('owner'),
            value: outside ? t('outside', { name: owner ?? '' }) : (owner ?? t('nobody')),
          },
          { name: t('cause'), value: cause === null ? '—' : causeNames[cause][language] },
          escalatedTo !== null && { name: t('escalated'), value: escalatedTo },
        ]}
      />
      {found.note !== '' && <p className="mt-2 text-sm">{found.note}</p>}
    </section>
  );
}

export function CaseBody({ found }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  return (
    <div className="grid gap-5">
      <Part name={t('items')} rows={found.items.length}>
        {found.items.map((item) => (
          <li key={`${item.itemId} ${item.said} ${item.ended}`} className="flex gap-3">
            <span className="min-w-0 flex-1 truncate">{item.document}</span>
            <span className="text-sm text-ink-2">
              {item.ended
                ? t('ended')
                : t('of_open', {
                    amount: figures.amount(item.amount, found.currency),
                    open: figures.amount(item.open, found.currency),
                  })}
            </span>
            <Amount value={item.said} currency={found.currency} strong />
          </li>
        ))}
      </Part>
      <Part name={t('payments')} rows={found.deductions.length}>
        {found.deductions.map((each) => (
          <li key={`${each.receiptId} ${each.document}`} className="flex flex-wrap gap-x-3">
            <span>{figures.day(each.receivedOn)}</span>
            <span className="min-w-0 flex-1 truncate">
              {[each.payer, each.reference, each.code].filter(Boolean).join(' · ')}
            </span>
            <Amount value={each.amount} currency={found.currency} />
          </li>
        ))}
      </Part>
      <Part name={t('answers')} rows={found.answers.length}>
        {found.answers.map(({ by, verdict, answer, at }) => (
          <li key={`${by} ${at}`}>
            <span className="font-[600]">{by}</span> · {verdictNames[verdict][language]}
            <p className="text-sm whitespace-pre-wrap text-ink-2">{answer}</p>
          </li>
        ))}
      </Part>
      <Links found={found} />
      <Files found={found} />
      <Part name={t('happened')} rows={found.events.length}>
        {found.events.toReversed().map(({ kind, by, on, at, note }) => (
          <li key={`${at} ${kind}`} className="text-sm">
            <span className="text-ink-3">{figures.day(on)}</span>{' '}
            <span className="font-[600]">{eventNames[kind]?.[language] ?? kind}</span> · {by}
            {note !== '' && <p className="whitespace-pre-wrap text-ink-2">{note}</p>}
          </li>
        ))}
      </Part>
    </div>
  );
}

type PartProps = { name: string; rows: number; children: ReactNode };

function Part({ name, rows, children }: PartProps) {
  if (rows === 0) return null;
  return (
    <section>
      <h2 className="mb-1.5">{name}</h2>
      <ul className="grid gap-1.5">{children}</ul>
    </section>
  );
}

function Links({ found }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const may = useMay();
  const { accountId, caseId } = found;
  const revoke = useCaseWrite(
    (linkId: string) => call(revokeLink, { params: { accountId, caseId, linkId } }),
    { done: () => t('changed'), onDone: () => undefined },
  );
  return (
    <Part name={t('links')} rows={found.links.length}>
      {found.links.map((link) => (
        <li key={link.linkId} className="flex flex-wrap items-baseline gap-3 text-sm">
          <span className="min-w-0 flex-1 truncate">
            {t('link_line', { name: link.toName, day: figures.day(link.expiresAt) })}
          </span>
          {link.open && (
            <Button because={may('disputes.open')} onClick={() => revoke.mutate(link.linkId)}>
              {t('revoke')}
            </Button>
          )}
        </li>
      ))}
    </Part>
  );
}

function Files({ found }: Props) {
  const t = useWords(words);
  const may = useMay();
  const language = useLanguage();
  const { accountId, caseId } = found;
  const add = useCaseWrite(
    (files: readonly File[]) => upload(addEvidence, files, {}, { accountId, caseId }),
    { done: () => t('changed'), onDone: () => undefined },
  );
  return (
    <section>
      <h2 className="mb-1.5">{t('files')}</h2>
      <ul className="grid gap-1.5">
        {found.evidence.map(({ evidenceId, file, kind, by }) => (
          <li key={evidenceId} className="text-sm">
            <a
              className="link"
              href={hrefOf(evidence, { params: { accountId, evidenceId } })}
              download
            >
              {file}
            </a>{' '}
            <span className="text-ink-2">
              {evidenceNames[kind][language]} · {by}
            </span>
          </li>
        ))}
      </ul>
      {may('disputes.open') === undefined && (
        <div className="no-print mt-1.5">
          <FileField
            label={t('add_file')}
            hint={t('file_kinds')}
            multiple
            accept=".pdf,.png,.jpg,.jpeg,.tif,.tiff"
            onFiles={(files) => add.mutate(files)}
          />
        </div>
      )}
      <RefusalNote error={add.error} words={areaWords} />
    </section>
  );
}
