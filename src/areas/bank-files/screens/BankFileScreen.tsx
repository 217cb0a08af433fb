/** One file: what it holds, whether it adds up, what it waits for, and what became of it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { oneBankFile, rawBankFile, type WireOneFile } from '#areas/bank-files/contract/files.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { DropFiles } from './DropFiles.tsx';
import { EndFile } from './EndFile.tsx';
import { Controls, Problems, Statements } from './FileParts.tsx';
import { NameAccount } from './NameAccount.tsx';
import { fileTones } from './tones.ts';
import { words } from './words.ts';

export function BankFileScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { fileId = '' } = useParams({ strict: false });
  const asked = useQuery({
    queryKey: ['bank-files', 'one', fileId],
    queryFn: ({ signal }) => call(oneBankFile, { params: { fileId }, signal }),
    retry: false,
  });
  if (asked.isError) {
    return (
      <Page title={t('bank_files')}>
        <Empty title={t('gone')} why={why(asked.error)}>
          <Link to={paths.bankFiles} className="link">
            {t('back')}
          </Link>
        </Empty>
      </Page>
    );
  }
  if (asked.data === undefined) {
    return (
      <Page title={t('bank_files')}>
        <Bones lines={12} gap={16} />
      </Page>
    );
  }
  return <OneFile one={asked.data} />;
}

const endable: readonly string[] = ['quarantined', 'waiting', 'unreadable'];

function OneFile({ one }: { one: WireOneFile }) {
  const t = useWords(words);
  const may = useMay();
  const navigate = useNavigate();
  const [ending, setEnding] = useState(false);
  const { file, unknownAccounts } = one;
  const { fileId, state } = file;
  const canEnd = endable.includes(state) && may('bank_files.agree') === undefined;
  return (
    <Page
      title={file.fileName}
      sub={<Tag tone={fileTones[state]}>{t(`state_${state}`)}</Tag>}
      actions={
        <>
          {canEnd && (
            <Button tone="danger" onClick={() => setEnding(true)}>
              {t('end_file')}
            </Button>
          )}
          {may('bank_files_raw.read') === undefined && (
            <a href={hrefOf(rawBankFile, { params: { fileId } })} className={linkLook} download>
              {t('download')}
            </a>
          )}
        </>
      }
      aside={<About one={one} />}
      asideLabel={t('about')}
      folds
    >
      <p className="mb-4">
        <Link to={paths.bankFiles} className="link text-sm">
          {t('back')}
        </Link>
      </p>
      <div className="grid gap-6">
        {unknownAccounts.map((unknown) => (
          <NameAccount
            key={`${unknown.stated} ${unknown.currency}`}
            fileId={fileId}
            unknown={unknown}
            last={unknownAccounts.length === 1}
          />
        ))}
        {state === 'quarantined' && (
          <section className="grid gap-3">
            <p role="status" className="rounded-md bg-late-soft px-3 py-2 text-late">
              {t('quarantine_why')}
            </p>
            {may('bank_files.take_in') === undefined && (
              <DropFiles
                title={t('drop_corrected')}
                query={{ replaces: fileId, company: file.company }}
                onTaken={() => void navigate({ to: paths.bankFiles })}
              />
            )}
          </section>
        )}
        <Controls controls={one.controls} />
        <Problems problems={one.problems} />
        <Statements statements={one.statements} fileId={fileId} />
      </div>
      {ending && <EndFile fileId={fileId} onClose={() => setEnding(false)} />}
    </Page>
  );
}

function About({ one: { file, acts, replacedBy } }: { one: WireOneFile }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <div className="grid gap-5">
      <KeyValue
        plain
        facts={[
          { name: t('format'), value: file.format },
          { name: t('company'), value: file.company },
          { name: t('came_by'), value: <Source source={file.source} /> },
          file.container !== null && {
            name: t('file'),
            value: t('from_archive', { name: file.container }),
          },
          { name: t('size'), value: t('bytes', { count: file.bytes }) },
          { name: t('counts'), value: t('new_of', { added: file.added, found: file.found }) },
          {
            name: t('fingerprint'),
            value: <span className="text-xs break-all">{file.sha256}</span>,
          },
        ]}
      />
      <section className="grid gap-2">
        <h2>{t('history')}</h2>
        <ol className="grid gap-2 text-sm">
          {acts.map((act, index) => (
            <li key={index}>
              <span className="font-[550]">{actName(t, act.kind)}</span>{' '}
              <span className="text-ink-2">
                {figures.moment(act.at)} · {act.by} · {act.reason}
              </span>
            </li>
          ))}
        </ol>
        {replacedBy !== null && (
          <Link to={paths.bankFile} params={{ fileId: replacedBy }} className="link text-sm">
            {t('act_replaced')}
          </Link>
        )}
      </section>
    </div>
  );
}

function Source({ source }: { source: string }) {
  const t = useWords(words);
  const name = `source_${source}`;
  return isPhrase(name) ? t(name) : source;
}

/** What was done, in words; an act that has none is called as it is recorded. */
export function actName(t: (name: keyof typeof words) => string, kind: string): string {
  const name = `act_${kind}`;
  return isPhrase(name) ? t(name) : kind;
}

function isPhrase(name: string): name is PlainPhrase {
  return name in words;
}
type PlainPhrase = Extract<keyof typeof words, `act_${string}` | `source_${string}`>;
