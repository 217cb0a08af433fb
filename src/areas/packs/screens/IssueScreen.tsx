/** One issue as it was sent: its pages, who received it, and the controller's hand. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { oneIssue, settleDelivery, signIssue, type WireIssue } from '#areas/packs/contract.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { say } from '#web/ui/said.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { words as areaWords } from '../words.ts';
import { PrintedPack } from './PrintedPack.tsx';
import { words } from './words.ts';

export function IssueScreen() {
  const t = useWords(words);
  const why = useWhy();
  const figures = useFigures();
  const { issueId = '' } = useParams({ strict: false });
  const found = useQuery({
    queryKey: ['packs', 'issue', issueId],
    queryFn: ({ signal }) => call(oneIssue, { params: { issueId }, query: {}, signal }),
  });
  const issue = found.data?.issue;
  const edition = found.data?.edition;
  const known = issue && { day: figures.day(issue.asOf), known: figures.moment(issue.knownAt) };
  return (
    <Page
      title={issue?.name ?? t('archive')}
      sub={known && t('known_at', known)}
      actions={issue && <SignButton issue={issue} />}
    >
      {found.isPending && <Bones lines={12} />}
      {found.isError && <Failed why={why(found.error)} onRetry={() => void found.refetch()} />}
      {issue && <Receivers issue={issue} />}
      {edition && <PrintedPack summary={edition.summary} blocks={edition.blocks} />}
    </Page>
  );
}

function SignButton({ issue }: { issue: WireIssue }) {
  const t = useWords(words);
  const figures = useFigures();
  const queries = useQueryClient();
  const forbidden = useMay()('packs.sign');
  const { issueId, signed, toSign } = issue;
  const sign = useMutation({
    mutationFn: () => call(signIssue, { params: { issueId }, body: { note: '' } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['packs'] });
      say({ text: t('saved') });
    },
  });
  if (signed) {
    return <Tag tone="good">{t('signed', { by: signed.by, at: figures.moment(signed.at) })}</Tag>;
  }
  if (!toSign) return null;
  return (
    <>
      <RefusalNote error={sign.error} words={areaWords} />
      <Button tone="main" because={forbidden} busy={sign.isPending} onClick={() => sign.mutate()}>
        {t('sign')}
      </Button>
    </>
  );
}

function Receivers({ issue }: { issue: WireIssue }) {
  const t = useWords(words);
  return (
    <section aria-label={t('receivers')} className="mb-4">
      <h2 className="mb-1 text-md font-[650]">{t('receivers')}</h2>
      <ul className="grid gap-1 text-sm">
        {issue.readers.map((reader) => (
          <li key={reader.readerNo} className="flex flex-wrap items-center gap-2">
            <span>
              {reader.name} · {reader.address}
            </span>
            {reader.leftOut !== null && (
              <Tag tone="late">{t('left_out', { why: reader.leftOut })}</Tag>
            )}
            {reader.state && (
              <Tag tone={reader.state === 'sent' ? 'good' : 'warn'}>
                {t(`state_${reader.state}`)}
              </Tag>
            )}
            {(reader.state === 'unknown' || reader.state === 'failed') && (
              <Settle issueId={issue.issueId} readerNo={reader.readerNo} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Settle({ issueId, readerNo }: { issueId: string; readerNo: number }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const forbidden = useMay()('packs.manage');
  const settle = useMutation({
    mutationFn: (arrived: boolean) =>
      call(settleDelivery, {
        params: { issueId, readerNo },
        body: { arrived, reason: t('by_hand') },
      }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['packs'] }),
  });
  return (
    <>
      <Button because={forbidden} onClick={() => settle.mutate(true)}>
        {t('arrived')}
      </Button>
      <Button because={forbidden} onClick={() => settle.mutate(false)}>
        {t('again')}
      </Button>
    </>
  );
}
