/**
 * An edited workbook, difference by difference: as it went out, as it came back, as it is now.
 *
 * Nothing is written before it is applied, and a conflict has to be decided by a person.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type WireReview,
  apply,
  reviewUpload,
  undo,
  uploadFile,
} from '#areas/workbooks/contract.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Button, linkLook } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { Page } from '#web/ui/Page.tsx';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Empty } from '#web/ui/states.tsx';
import { DiffTable } from './DiffTable.tsx';
import { type Takes, linesOf, takenOf } from './takes.ts';
import { reviewKey, uploadsKey } from './workbook-data.ts';
import { words as areaWords } from '../words.ts';
import { words } from './words.ts';

export function ReviewScreen() {
  const t = useWords(words);
  const { uploadId = '' } = useParams({ strict: false });
  const review = useQuery({
    queryKey: reviewKey(uploadId),
    queryFn: () => call(reviewUpload, { params: { uploadId } }),
  });
  const name = review.data?.upload.name ?? t('title');
  return (
    <Page
      title={name}
      sub={review.data && t('tally', review.data.tally)}
      actions={
        <>
          <a download href={hrefOf(uploadFile, { params: { uploadId } })} className={linkLook}>
            {t('as_it_came')}
          </a>
          <Link to={paths.workbooks} className={linkLook}>
            {t('back')}
          </Link>
        </>
      }
    >
      <RefusalNote error={review.error} words={areaWords} />
      {review.isPending && <Bones lines={6} />}
      {review.data && <Review review={review.data} />}
    </Page>
  );
}

function Review({ review }: { review: WireReview }) {
  const t = useWords(words);
  const queries = useQueryClient();
  const { uploadId, applied, undone } = review.upload;
  const [takes, setTakes] = useState<Takes>(new Map());
  const lines = linesOf(review.rows);
  const { choices, count, undecided } = takenOf(lines, takes);
  const refresh = async () => {
    setTakes(new Map());
    await queries.invalidateQueries({ queryKey: reviewKey(uploadId) });
    await queries.invalidateQueries({ queryKey: uploadsKey });
  };
  const send = useMutation({
    mutationFn: () => call(apply, { params: { uploadId }, body: { choices } }),
    onSuccess: refresh,
  });
  const takeBack = useMutation({
    mutationFn: () => call(undo, { params: { uploadId }, body: {} }),
    onSuccess: refresh,
  });
  const because =
    undecided > 0 ? t('undecided', { count: undecided }) : count === 0 ? t('nothing') : undefined;
  const run = () => {
    if (because === undefined && !send.isPending) send.mutate();
  };
  useKeys([{ key: 'a', phrase: t('apply', { count }), run, group: 'do' }]);
  return (
    <div className="grid gap-3">
      {review.missing.length > 0 && (
        <p className="text-warn">{t('missing', { columns: review.missing.join(', ') })}</p>
      )}
      {lines.length === 0 ? (
        <Empty title={t('no_differences')} why={t('no_differences_why')} />
      ) : (
        <DiffTable lines={lines} takes={takes} onTake={setTakes} />
      )}
      <RefusalNote error={send.error ?? takeBack.error} words={areaWords} />
      {send.data && <p role="status">{t('done', counts(send.data))}</p>}
      {takeBack.data && <p role="status">{t('undo_done', takeBack.data)}</p>}
      <div className="flex flex-wrap gap-2">
        <Button tone="main" keys="a" because={because} busy={send.isPending} onClick={run}>
          {t('apply', { count })}
        </Button>
        {applied > undone && (
          <Button busy={takeBack.isPending} onClick={() => takeBack.mutate()}>
            {t('undo')}
          </Button>
        )}
      </div>
    </div>
  );
}

function counts({
  applied,
  refused,
  leftOut,
}: {
  applied: number;
  refused: number;
  leftOut: number;
}) {
  return { applied, refused, leftOut };
}
