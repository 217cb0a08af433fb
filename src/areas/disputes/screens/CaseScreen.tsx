/** One case on one page: what is disputed, what came back, what happened, what one does next. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  disputeCase,
  moveDispute,
  researchPack,
  type WireCaseFile,
} from '#areas/disputes/contract/case.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call, hrefOf } from '#web/api.ts';
import { paths } from '#web/paths.ts';
import { ActionMenu } from '#web/ui/ActionMenu.tsx';
import { Button } from '#web/ui/Button.tsx';
import { useKeys } from '#web/ui/keys.ts';
import { useLanguage } from '#web/ui/language.tsx';
import { Page } from '#web/ui/Page.tsx';
import { useMay } from '#web/ui/reader.tsx';
import { useWhy } from '#web/ui/refusal.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import { Bones, Failed } from '#web/ui/states.tsx';
import type { CaseMove } from '../rules/case-life.ts';
import { words as areaWords } from '../words.ts';
import { stateNames } from '../words/names.ts';
import { AssignForm, CaseNoteForm, InviteForm, RebillForm } from './case-forms.tsx';
import { CaseBody, CaseFacts } from './CaseBody.tsx';
import { DecideForm } from './DecideForm.tsx';
import { useCaseWrite } from './use-case.ts';
import { words } from './words.ts';

export function CaseScreen() {
  const t = useWords(words);
  const why = useWhy();
  const { accountId, caseId } = useParams({ from: `/desk${paths.disputeCase}` });
  const known = useQuery({
    queryKey: ['disputes', 'case', accountId, caseId],
    queryFn: ({ signal }) => call(disputeCase, { params: { accountId, caseId }, signal }),
  });
  if (known.isError) {
    return (
      <Page title={t('disputes')}>
        <Failed why={why(known.error)} onRetry={() => void known.refetch()} />
      </Page>
    );
  }
  if (known.data === undefined) {
    return (
      <Page title={t('disputes')}>
        <Bones lines={8} />
      </Page>
    );
  }
  return <Case found={known.data} />;
}

type Form = 'assign' | 'invite' | 'note' | 'decide' | 'credit' | 'rebill';

function Case({ found }: { found: WireCaseFile }) {
  const t = useWords(words);
  const language = useLanguage();
  const [form, setForm] = useState<Form | null>(null);
  const close = (): void => setForm(null);
  const { accountId, caseId } = found;
  const move = useCaseWrite(
    (body: BodyOf<typeof moveDispute>) =>
      call(moveDispute, { params: { accountId, caseId }, body }),
    { done: () => t('changed'), onDone: close },
  );
  return (
    <Page
      title={t('case', { reference: found.reference })}
      sub={`${found.name} · ${stateNames[found.state][language]}`}
      actions={
        <CaseActions
          found={found}
          onForm={setForm}
          onMove={(to) => move.mutate({ move: to, note: '' })}
        />
      }
      asideLabel={t('facts')}
      folds
      aside={<CaseFacts found={found} />}
    >
      <RefusalNote error={move.error} words={areaWords} />
      <CaseBody found={found} />
      {form === 'assign' && <AssignForm found={found} onClose={close} />}
      {form === 'invite' && <InviteForm found={found} onClose={close} />}
      {form === 'note' && <CaseNoteForm found={found} onClose={close} />}
      {form === 'rebill' && <RebillForm found={found} onClose={close} />}
      {form === 'decide' && <DecideForm found={found} onClose={close} />}
      {form === 'credit' && <DecideForm found={found} decision="credit" onClose={close} />}
    </Page>
  );
}

type ActionProps = {
  found: WireCaseFile;
  onForm: (form: Form) => void;
  onMove: (move: CaseMove) => void;
};

function CaseActions({ found, onForm, onMove }: ActionProps) {
  const t = useWords(words);
  const may = useMay();
  const navigate = useNavigate();
  const { accountId, caseId, state } = found;
  const going = state !== 'closed' && state !== 'decided';
  const withCustomer = state === 'with_customer';
  const rebills = state === 'decided' && found.decision === 'rebill';
  const [works, decides] = [may('disputes.open'), may('disputes.decide')];
  useKeys([
    ...(going && decides === undefined
      ? [{ key: 'm', phrase: t('credit_memo'), run: () => onForm('credit') }]
      : []),
    ...(works === undefined
      ? [{ key: 'o', phrase: t('add_note'), run: () => onForm('note') }]
      : []),
    {
      key: 'Escape',
      phrase: t('disputes'),
      run: () => void navigate({ to: paths.disputes }),
      group: 'go' as const,
    },
  ]);
  return (
    <>
      <Button
        onClick={() => void navigate({ to: paths.account, params: { accountId }, search: {} })}
      >
        {t('to_account')}
      </Button>
      <ActionMenu
        label={t('more')}
        actions={[
          { name: t('add_note'), keys: 'o', because: works, run: () => onForm('note') },
          going && { name: t('assign'), because: works, run: () => onForm('assign') },
          going && { name: t('invite'), because: works, run: () => onForm('invite') },
          going && {
            name: t(withCustomer ? 'take_back' : 'ask_customer'),
            because: works,
            run: () => onMove(withCustomer ? 'take_back' : 'ask_customer'),
          },
          {
            name: t('pack'),
            run: () =>
              window.location.assign(hrefOf(researchPack, { params: { accountId, caseId } })),
          },
        ]}
      />
      {going && (
        <Button keys="m" tone="main" because={decides} onClick={() => onForm('decide')}>
          {t('decide')}
        </Button>
      )}
      {state === 'closed' && (
        <Button because={works} onClick={() => onMove('reopen')}>
          {t('reopen')}
        </Button>
      )}
      {rebills && (
        <Button tone="main" because={decides} onClick={() => onForm('rebill')}>
          {t('rebill')}
        </Button>
      )}
    </>
  );
}
