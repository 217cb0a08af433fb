/** One complaint on one page: what was said, its clocks, what happened, what one does next. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { oneComplaint, type WireWholeComplaint } from '#areas/complaints/contract.ts';
import { call } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { ActionMenu } from '#web/ui/ActionMenu.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import { Tag } from '#web/ui/Tag.tsx';
import { complaintSteps, stepsFrom } from '../rules/complaint.ts';
import { channelNames, classNames, eventNames, severityNames, stateNames } from '../words/names.ts';
import { type ComplaintForm, ComplaintForms } from './ComplaintForms.tsx';
import { words } from './words.ts';

export function ComplaintScreen() {
  const t = useWords(words);
  const why = useWhy();
  const params = useParams({ from: `/desk${paths.complaint}` });
  const known = useQuery({
    queryKey: ['complaints', 'one', params.complaintId],
    queryFn: ({ signal }) => call(oneComplaint, { params, signal }),
  });
  if (known.data === undefined) {
    return (
      <Page title={t('complaint')}>
        {known.isError ? (
          <Failed why={why(known.error)} onRetry={() => void known.refetch()} />
        ) : (
          <Bones lines={8} />
        )}
      </Page>
    );
  }
  return <Complaint found={known.data} />;
}

function Complaint({ found }: { found: WireWholeComplaint }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const [form, setForm] = useState<ComplaintForm | null>(null);
  return (
    <Page
      title={found.subject}
      sub={`${found.name} · ${stateNames[found.state][language]}`}
      actions={<Actions found={found} onForm={setForm} />}
      asideLabel={t('facts')}
      folds
      aside={<Facts found={found} />}
    >
      <div className="grid gap-6">
        {found.text !== '' && <p className="max-w-[72ch] whitespace-pre-wrap">{found.text}</p>}
        <section>
          <h2 className="mb-1.5">{t('happened')}</h2>
          <ul className="grid gap-1.5">
            {found.events.map(({ kind, on, by, note }) => (
              <li key={`${on} ${kind} ${note}`} className="text-sm">
                <span className="text-ink-3">{figures.day(on)}</span>{' '}
                <span className="font-[600]">{eventNames[kind]?.[language] ?? kind}</span> · {by}
                {note !== '' && <p className="whitespace-pre-wrap text-ink-2">{note}</p>}
              </li>
            ))}
            <li className="text-sm">
              <span className="text-ink-3">{figures.day(found.receivedOn)}</span>{' '}
              <span className="font-[600]">{stateNames.received[language]}</span> · {found.saidBy}
            </li>
          </ul>
        </section>
      </div>
      <ComplaintForms found={found} form={form} onClose={() => setForm(null)} />
    </Page>
  );
}

function Facts({ found }: { found: WireWholeComplaint }) {
  const t = useWords(words);
  const figures = useFigures();
  const language = useLanguage();
  const { acknowledgedOn, answeredOn, closedOn } = found;
  return (
    <section>
      <h2 className="mb-1.5">{t('facts')}</h2>
      <KeyValue
        plain
        facts={[
          { name: t('class'), value: classNames[found.class][language] },
          { name: t('severity'), value: severityNames[found.severity][language] },
          { name: t('said_by'), value: found.saidBy },
          { name: t('channel'), value: channelNames[found.channel][language] },
          { name: t('received'), value: figures.day(found.receivedOn) },
          acknowledgedOn === null
            ? { name: t('acknowledge_by'), value: figures.day(found.acknowledgeBy) }
            : { name: t('acknowledged_on'), value: figures.day(acknowledgedOn) },
          answeredOn === null
            ? { name: t('answer_by'), value: figures.day(found.answerBy) }
            : { name: t('answered_on'), value: figures.day(answeredOn) },
          closedOn !== null && { name: t('closed_on'), value: figures.day(closedOn) },
          found.cause !== null && { name: t('cause'), value: found.cause },
          found.satisfaction !== null && {
            name: t('satisfaction'),
            value: figures.number(found.satisfaction),
          },
        ]}
      />
      {found.late && (
        <p className="mt-2">
          <Tag tone="late">{t('late')}</Tag>
        </p>
      )}
    </section>
  );
}

type ActionProps = { found: WireWholeComplaint; onForm: (form: ComplaintForm) => void };

function Actions({ found, onForm }: ActionProps) {
  const t = useWords(words);
  const forbidden = useMay()('disputes.open');
  const navigate = useNavigate();
  const { accountId } = found;
  const next = stepsFrom(found.state);
  const letter = next.includes('acknowledge')
    ? ('letter_acknowledge' as const)
    : next.includes('answer')
      ? ('letter_answer' as const)
      : null;
  useKeys([
    ...(forbidden === undefined && letter !== null
      ? [{ key: 'l', phrase: t(letter), run: () => onForm(letter) }]
      : []),
    {
      key: 'Escape',
      phrase: t('complaints'),
      run: () => void navigate({ to: paths.complaints }),
      group: 'go' as const,
    },
  ]);
  return (
    <>
      <Button
        onClick={() => void navigate({ to: paths.account, params: { accountId }, search: {} })}
      >
        {t('account')}
      </Button>
      <ActionMenu
        label={t('more')}
        actions={[
          letter === 'letter_acknowledge' && {
            name: t('letter_answer'),
            because: forbidden,
            run: () => onForm('letter_answer'),
          },
          ...complaintSteps
            .filter((step) => next.includes(step))
            .map((step) => ({
              name: t(`step_${step}`),
              because: forbidden,
              run: () => onForm(step),
            })),
        ]}
      />
      {letter !== null && (
        <Button keys="l" tone="main" because={forbidden} onClick={() => onForm(letter)}>
          {t(letter)}
        </Button>
      )}
    </>
  );
}
