/** A rule in a form: what it is called, what it asks of an account, to whom the account goes. */
import { type FormEvent, useState } from 'react';
import { assignmentRule, takers, type WireRule } from '#areas/portfolios/contract.ts';
import { Button } from '#web/ui/Button.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { readRule } from './rule-form.ts';
import { RuleConditions } from './RuleConditions.tsx';
import { useTakers } from './takers.ts';
import { words } from './words.ts';

type Props = {
  rule: WireRule | undefined;
  currency: string;
  onKeep: (rule: WireRule) => void;
  onClose: () => void;
};

export function RuleForm({ rule, currency, onKeep, onClose }: Props) {
  const t = useWords(words);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  function send(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const all = (name: string): readonly string[] =>
      form.getAll(name).filter((value) => typeof value === 'string');
    const typed = readRule({ all, text: (name) => all(name)[0] ?? '' });
    const read = assignmentRule.safeParse(typed);
    const lacks = new Set(read.error?.issues.map(({ path }) => String(path[0])));
    if (typed.give.to !== 'family_head' && typed.give.memberIds.length === 0) lacks.add('give');
    setWrong(lacks);
    if (read.success && lacks.size === 0) onKeep(read.data);
  }
  return (
    <Dialog title={rule === undefined ? t('rule_add') : rule.name} shape="wide" onClose={onClose}>
      <form noValidate onSubmit={send} className="grid gap-3.5">
        <TextField
          label={t('rule_name')}
          name="name"
          autoFocus
          autoComplete="off"
          maxLength={100}
          defaultValue={rule?.name ?? ''}
          error={wrong.has('name') ? t('required') : undefined}
        />
        <RuleConditions when={rule?.when ?? {}} currency={currency} />
        <Taker give={rule?.give} wrong={wrong.has('give')} />
        <Button type="submit" tone="main">
          {t('rule_keep')}
        </Button>
      </form>
    </Dialog>
  );
}

function Taker({ give, wrong }: { give: WireRule['give'] | undefined; wrong: boolean }) {
  const t = useWords(words);
  const [to, setTo] = useState<string>(give?.to ?? 'member');
  const people = useTakers();
  const missing = wrong ? t('pick_people') : undefined;
  return (
    <div className="grid gap-3">
      <SelectField
        label={t('give')}
        name="to"
        value={to}
        onChange={(event) => setTo(event.target.value)}
        choices={takers.map((value) => ({ value, name: t(`to_${value}`) }))}
      />
      {to === 'member' && (
        <SelectField
          // The people come after the form; only then can one of them be chosen.
          key={people.length}
          label={t('people')}
          name="memberId"
          none="–"
          defaultValue={give?.memberIds[0] ?? ''}
          error={missing}
          choices={people.map(({ memberId, name }) => ({ value: memberId, name }))}
        />
      )}
      {(to === 'round_robin' || to === 'least_load') && (
        <fieldset>
          <legend className="text-sm font-[550] text-ink-2">{t('people')}</legend>
          <div className="grid sm:grid-cols-2">
            {people.map(({ memberId, name }) => (
              <CheckField
                key={memberId}
                name="memberIds"
                value={memberId}
                defaultChecked={give?.memberIds.includes(memberId) ?? false}
                label={name}
              />
            ))}
          </div>
          {missing !== undefined && (
            <p role="alert" className="text-sm text-late">
              {missing}
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}
