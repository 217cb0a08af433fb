/** One line: everything that was said of it and done to it, and what may be done now. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  decideAside,
  oneBankLine,
  setAsideLine,
  settleException,
  type WireOneLine,
} from '#areas/bank-files/contract/lines.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { say } from '#web/ui/said.ts';
import { actName } from './BankFileScreen.tsx';
import { ReasonedActs } from './ReasonedActs.tsx';
import { words } from './words.ts';

type Props = { lineId: string; onClose: () => void };

export function LineSheet({ lineId, onClose }: Props) {
  const t = useWords(words);
  const figures = useFigures();
  const why = useWhy();
  const asked = useQuery({
    queryKey: ['bank-lines', 'one', lineId],
    queryFn: ({ signal }) => call(oneBankLine, { params: { lineId }, signal }),
  });
  const line = asked.data?.line;
  return (
    <Dialog
      title={line === undefined ? t('lines') : t('line', { day: figures.day(line.bookedOn) })}
      sub={line?.bankAccount}
      onClose={onClose}
      shape="wide"
    >
      {asked.isError ? (
        <Failed why={why(asked.error)} onRetry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Bones lines={8} />
      ) : (
        <div className="grid gap-5">
          <Said one={asked.data} />
          <Questions one={asked.data} />
          <AsideActs one={asked.data} />
          <Past one={asked.data} />
        </div>
      )}
    </Dialog>
  );
}

function Said({ one: { line } }: { one: WireOneLine }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <div className="grid gap-3">
      <p className="text-lg">
        <Amount value={line.amount} currency={line.currency} named strong />
      </p>
      {line.text !== '' && <p className="rounded-md bg-sunk px-3 py-2 break-words">{line.text}</p>}
      <KeyValue
        plain
        facts={[
          line.payerName !== null && { name: t('payer'), value: line.payerName },
          line.valueOn !== null && { name: t('value_day'), value: figures.day(line.valueOn) },
          line.code !== null && { name: t('code'), value: line.code },
          line.checkNumber !== null && { name: t('check_number'), value: line.checkNumber },
          line.references.length > 0 && {
            name: t('references'),
            value: line.references.join(', '),
          },
          line.usedBy !== null && { name: t('became'), value: line.usedBy },
          {
            name: t('stands_in'),
            value: (
              <Link to={paths.bankFile} params={{ fileId: line.fileId }} className="link">
                {t('place', { file: line.fileName, record: line.record })}
              </Link>
            ),
          },
        ]}
      />
    </div>
  );
}

/** After anything was done to the line, every list is asked again. */
function useSaved() {
  const t = useWords(words);
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['bank-lines'] });
    say({ text: t('saved') });
  };
}

function Questions({ one }: { one: WireOneLine }) {
  return one.questions.map((question) => (
    <OneQuestion key={question.exceptionId} question={question} />
  ));
}

function OneQuestion({ question }: { question: WireOneLine['questions'][number] }) {
  const t = useWords(words);
  const figures = useFigures();
  const onSuccess = useSaved();
  const { exceptionId, decision, reason, ...said } = question;
  const settle = useMutation({
    mutationFn: (body: { decision: 'kept' | 'taken'; reason: string }) =>
      call(settleException, { params: { exceptionId }, body }),
    onSuccess,
  });
  return (
    <section className="grid gap-2 rounded-lg border border-line p-3">
      <h2>{t('question')}</h2>
      <p>
        {t('question_text', {
          file: said.fileName,
          amount: figures.money(said.amount, said.currency),
          day: figures.day(said.bookedOn),
          text: said.text,
        })}
      </p>
      {decision !== null ? (
        <p className="text-ink-2">{t(`decided_${decision}`, { reason: reason ?? '' })}</p>
      ) : (
        <ReasonedActs
          permission="bank_files.agree"
          error={settle.error}
          busy={settle.isPending}
          acts={[
            {
              name: t('keep_ours'),
              run: (why) => settle.mutate({ decision: 'kept', reason: why }),
            },
            {
              name: t('take_theirs'),
              run: (why) => settle.mutate({ decision: 'taken', reason: why }),
            },
          ]}
        />
      )}
    </section>
  );
}

function AsideActs({ one: { line } }: { one: WireOneLine }) {
  const t = useWords(words);
  const onSuccess = useSaved();
  const { lineId, stands } = line;
  const propose = useMutation({
    mutationFn: (reason: string) => call(setAsideLine, { params: { lineId }, body: { reason } }),
    onSuccess,
  });
  const decide = useMutation({
    mutationFn: (body: { decision: 'agreed' | 'declined'; reason: string }) =>
      call(decideAside, { params: { lineId }, body }),
    onSuccess,
  });
  const decline = (reason: string) => decide.mutate({ decision: 'declined', reason });
  if (stands === 'open') {
    return (
      <section className="grid gap-2">
        <h2>{t('set_aside')}</h2>
        <p className="text-sm text-ink-2">{t('set_aside_why')}</p>
        <ReasonedActs
          permission="bank_files.take_in"
          error={propose.error}
          busy={propose.isPending}
          acts={[{ name: t('set_aside'), run: (reason) => propose.mutate(reason) }]}
        />
      </section>
    );
  }
  if (stands !== 'proposed' && stands !== 'aside') return null;
  const agree = {
    name: t('agree'),
    run: (reason: string) => decide.mutate({ decision: 'agreed', reason }),
  };
  return (
    <section className="grid gap-2">
      <h2>{t(`stands_${stands}`)}</h2>
      <ReasonedActs
        permission="bank_files.agree"
        error={decide.error}
        busy={decide.isPending}
        acts={
          stands === 'proposed'
            ? [agree, { name: t('decline'), run: decline }]
            : [{ name: t('return_line'), run: decline }]
        }
      />
    </section>
  );
}

function Past({ one: { line, versions, acts } }: { one: WireOneLine }) {
  const t = useWords(words);
  const figures = useFigures();
  return (
    <>
      {versions.length > 1 && (
        <section className="grid gap-2">
          <h2>{t('versions')}</h2>
          <ol className="grid gap-1 text-sm">
            {versions.map((version) => (
              <li key={version.version}>
                {figures.day(version.bookedOn)}{' '}
                <Amount value={version.amount} currency={line.currency} strong />{' '}
                {t(`status_${version.status}`)}{' '}
                <span className="text-ink-2">
                  {t('place', { file: version.fileName, record: version.record })}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {acts.length > 0 && (
        <section className="grid gap-2">
          <h2>{t('acts')}</h2>
          <ol className="grid gap-1 text-sm">
            {acts.map((act, index) => (
              <li key={index}>
                <span className="font-[550]">{actName(t, act.kind)}</span>{' '}
                <span className="text-ink-2">
                  {figures.moment(act.at)} · {act.by} · {act.reason}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
