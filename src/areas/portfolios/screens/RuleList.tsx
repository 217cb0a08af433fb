/** The rules in their order, each readable, moved by buttons or with Alt and the arrows. */
import { type KeyboardEvent, useRef } from 'react';
import type { WireRule } from '#areas/portfolios/contract.ts';
import { useAllMemberNames } from '#areas/team/screens/index.ts';
import { Button } from '#web/ui/Button.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { useWords } from '#web/ui/say.ts';
import { say } from '#web/ui/said.ts';
import { conditionSaid, giveSaid, inCurrency } from './rule-text.ts';
import { words } from './words.ts';

type Props = {
  rules: readonly WireRule[];
  currency: string;
  forbidden: string | undefined;
  onChange: (rules: readonly WireRule[]) => void;
  onEdit: (place: number) => void;
};

export function RuleList({ rules, currency, forbidden, onChange, onEdit }: Props) {
  const t = useWords(words);
  const box = useRef<HTMLOListElement>(null);
  const move = (place: number, to: number): void => {
    const rule = rules[place];
    if (rule === undefined || to < 0 || to >= rules.length || forbidden !== undefined) return;
    onChange(rules.toSpliced(place, 1).toSpliced(to, 0, rule));
    say({ text: t('rule_moved', { name: rule.name, rule: to + 1, count: rules.length }) });
    // The focus stays on the rule that moved, so that it can be moved on.
    requestAnimationFrame(() =>
      box.current?.querySelectorAll<HTMLElement>('[data-rule]')[to]?.focus(),
    );
  };
  const press = (event: KeyboardEvent, place: number): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(place, event.key === 'ArrowUp' ? place - 1 : place + 1);
  };
  return (
    <ol ref={box} aria-label={t('rules')} className="grid gap-2">
      {rules.map((rule, place) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- See buttons.
        <li
          // Two rules may look alike; their place tells them apart.
          key={place}
          data-rule
          tabIndex={-1}
          onKeyDown={(event) => press(event, place)}
          className="flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border border-line bg-surface p-3"
        >
          <span className="figures min-w-5 pt-0.5 text-right text-ink-3">{place + 1}</span>
          <RuleSaid rule={rule} currency={currency} />
          {forbidden === undefined && (
            <RuleButtons
              rule={rule}
              place={place}
              last={place === rules.length - 1}
              onMove={(to) => move(place, to)}
              onEdit={() => onEdit(place)}
              onRemove={() => onChange(rules.toSpliced(place, 1))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function RuleSaid({ rule, currency }: { rule: WireRule; currency: string }) {
  const t = useWords(words);
  const figures = useFigures();
  const nameOf = useAllMemberNames();
  const asked = conditionSaid(rule.when, t, inCurrency(figures, currency));
  return (
    <div className="min-w-0 flex-1 basis-64">
      <p className="font-[600]">{rule.name}</p>
      <p className="text-sm text-ink-2">
        <span className="text-ink-3">{t('when')}</span> {asked.join(' · ')}
      </p>
      <p className="text-sm text-ink-2">
        <span className="text-ink-3">{t('gives')}</span> {giveSaid(rule.give, t, nameOf)}
      </p>
    </div>
  );
}

type ButtonsProps = {
  rule: WireRule;
  place: number;
  last: boolean;
  onMove: (to: number) => void;
  onEdit: () => void;
  onRemove: () => void;
};

function RuleButtons({ rule, place, last, onMove, onEdit, onRemove }: ButtonsProps) {
  const t = useWords(words);
  const named = { rule: place + 1, name: rule.name };
  return (
    <div className="no-print flex flex-wrap items-center gap-1">
      {place > 0 && (
        <Button tone="quiet" aria-label={t('rule_up', named)} onClick={() => onMove(place - 1)}>
          ↑
        </Button>
      )}
      {!last && (
        <Button tone="quiet" aria-label={t('rule_down', named)} onClick={() => onMove(place + 1)}>
          ↓
        </Button>
      )}
      <Button aria-label={t('rule_edit_named', named)} onClick={onEdit}>
        {t('rule_edit')}
      </Button>
      <Button tone="danger" aria-label={t('rule_remove_named', named)} onClick={onRemove}>
        {t('rule_remove')}
      </Button>
    </div>
  );
}
