/** The forms of an action plan: set from an answer, a step added or moved, the plan ended. */
import { useState } from 'react';
import {
  addActionStep,
  endActionPlan,
  makeActionPlan,
  moveActionStep,
  type WireActionPlan,
} from '#areas/escalations/contract/action-plans.ts';
import { useMembers } from '#areas/team/screens/index.ts';
import type { BodyOf } from '#platform/contract/route.ts';
import { call } from '#web/api.ts';
import { Button } from '#web/ui/Button.tsx';
import { DayField } from '#web/ui/DayField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { AreaField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useLanguage } from '#web/ui/language.tsx';
import { useForm } from '#web/ui/read-form.ts';
import { RefusalNote } from '#web/ui/RefusalNote.tsx';
import { useWords } from '#web/ui/say.ts';
import {
  planResults,
  type ResponseCode,
  responseCodes,
  stepsFor,
} from '../../rules/action-plan.ts';
import { words as areaWords } from '../../words.ts';
import { responseNames, resultNames, stepNames } from '../../words/action-plans.ts';
import { usePlanAct } from './use-plan-act.ts';
import { words } from './words.ts';

export type PlanForm = 'make' | 'add' | 'end' | { readonly step: number };

type Props = {
  accountId: string;
  plan: WireActionPlan | undefined;
  form: PlanForm | null;
  onClose: () => void;
};

export function ActionPlanForms({ accountId, plan, form, onClose }: Props) {
  if (form === 'make') return <MakeForm accountId={accountId} onClose={onClose} />;
  if (form === null || plan === undefined) return null;
  if (form === 'add') return <AddForm plan={plan} onClose={onClose} />;
  if (form === 'end') return <EndForm plan={plan} onClose={onClose} />;
  return <StepForm plan={plan} no={form.step} onClose={onClose} />;
}

function MakeForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const t = useWords(words);
  const language = useLanguage();
  const people = useMembers().map(({ memberId, name }) => ({ value: memberId, name }));
  const [response, setResponse] = useState<ResponseCode>('no_invoice');
  const make = usePlanAct(
    accountId,
    (body: BodyOf<typeof makeActionPlan>) => call(makeActionPlan, { params: { accountId }, body }),
    { said: t('made'), onClose },
  );
  const form = useForm(makeActionPlan, (body) => make.mutate(body));
  return (
    <Dialog title={t('make')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <p className="text-sm text-ink-2">{t('make_why')}</p>
        <SelectField
          label={t('response')}
          name="response"
          value={response}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setResponse(responseCodes.find((code) => code === value) ?? 'other');
          }}
          choices={responseCodes.map((value) => ({ value, name: responseNames[value][language] }))}
          autoFocus
        />
        <section>
          <h3 className="mb-1 text-sm font-[600]">{t('steps')}</h3>
          <ol className="grid list-decimal gap-0.5 pl-5 text-sm">
            {stepsFor(response).map(({ code }) => (
              <li key={code}>{stepNames[code][language]}</li>
            ))}
          </ol>
        </section>
        <AreaField label={t('goal')} name="goal" rows={2} error={form.errors['goal']} />
        <SelectField label={t('owner')} name="ownerId" none={t('owner_account')} choices={people} />
        <RefusalNote error={make.error} words={areaWords} />
        <Button type="submit" tone="main" busy={make.isPending}>
          {t('make')}
        </Button>
      </form>
    </Dialog>
  );
}

type PlanProps = { plan: WireActionPlan; onClose: () => void };

function AddForm({ plan: { accountId, planId }, onClose }: PlanProps) {
  const t = useWords(words);
  const people = useMembers().map(({ memberId, name }) => ({ value: memberId, name }));
  const add = usePlanAct(
    accountId,
    (body: BodyOf<typeof addActionStep>) =>
      call(addActionStep, { params: { accountId, planId }, body }),
    { said: t('saved'), onClose },
  );
  const form = useForm(addActionStep, (body) => add.mutate(body));
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <TextField label={t('step')} name="title" error={form.errors['title']} autoFocus />
        <DayField label={t('due')} name="dueOn" error={form.errors['dueOn']} />
        <SelectField label={t('owner')} name="ownerId" none={t('owner_account')} choices={people} />
        <RefusalNote error={add.error} words={areaWords} />
        <Button type="submit" tone="main" busy={add.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function StepForm({ plan: { accountId, planId }, no, onClose }: PlanProps & { no: number }) {
  const t = useWords(words);
  const [what, setWhat] = useState('moved');
  const move = usePlanAct(
    accountId,
    (body: BodyOf<typeof moveActionStep>) =>
      call(moveActionStep, { params: { accountId, planId, no: String(no) }, body }),
    { said: t('saved'), onClose },
  );
  const form = useForm(moveActionStep, (body) => move.mutate(body));
  return (
    <Dialog title={t('step')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('step')}
          name="what"
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
          choices={[
            { value: 'moved', name: t('move') },
            { value: 'done', name: t('done') },
            { value: 'dropped', name: t('drop') },
          ]}
        />
        {what === 'moved' && (
          <DayField label={t('due')} name="dueOn" error={form.errors['dueOn']} />
        )}
        <AreaField label={t('note')} name="note" rows={2} />
        <RefusalNote error={move.error} words={areaWords} />
        <Button type="submit" tone="main" busy={move.isPending}>
          {t('save')}
        </Button>
      </form>
    </Dialog>
  );
}

function EndForm({ plan: { accountId, planId }, onClose }: PlanProps) {
  const t = useWords(words);
  const language = useLanguage();
  const end = usePlanAct(
    accountId,
    (body: BodyOf<typeof endActionPlan>) =>
      call(endActionPlan, { params: { accountId, planId }, body }),
    { said: t('ended'), onClose },
  );
  const form = useForm(endActionPlan, (body) => end.mutate(body));
  return (
    <Dialog title={t('end')} onClose={onClose} shape="middle">
      <form noValidate onSubmit={form.onSubmit} className="grid gap-3.5">
        <SelectField
          label={t('result')}
          name="result"
          choices={planResults.map((value) => ({ value, name: resultNames[value][language] }))}
          autoFocus
        />
        <AreaField label={t('note')} name="note" rows={2} error={form.errors['note']} />
        <RefusalNote error={end.error} words={areaWords} />
        <Button type="submit" tone="main" busy={end.isPending}>
          {t('end')}
        </Button>
      </form>
    </Dialog>
  );
}
