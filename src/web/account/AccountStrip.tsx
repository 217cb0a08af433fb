/** The right column of an account: what was promised, what happened, what one can do. */
import type { Contact } from '#areas/customers/contract.ts';
import { AccountTimeline, useAccountChanged } from '#areas/customers/screens/index.ts';
import { AccountClocks } from '#areas/clocks/screens/index.ts';
import { AccountClaims, Bounced } from '#areas/correspondence/screens/index.ts';
import { AccountEscalations, ActionPlanCard } from '#areas/escalations/screens/index.ts';
import { LateCause } from '#areas/disputes/screens/index.ts';
import { ComplianceCard } from '#areas/compliance/screens/index.ts';
import { CreditCard } from '#areas/credit/screens/index.ts';
import { PlanCards, PromiseCards, SettlementCards } from '#areas/promises/screens/index.ts';
import { PortalCard } from '#areas/statements/screens/index.ts';
import { AccountTasks } from '#areas/tasks/screens/index.ts';
import { useMedia } from '../ui/media.ts';
import type { AccountForm } from './AccountForms.tsx';
import { Papers } from './Papers.tsx';
import { WorkButtons } from './WorkButtons.tsx';

type Props = {
  accountId: string;
  contacts: readonly Contact[];
  onForm: (form: AccountForm) => void;
};

export function AccountStrip({ accountId, contacts, onForm }: Props) {
  const roomy = useMedia('(min-width: 1100px)');
  const changed = useAccountChanged();
  return (
    <div className="flex flex-col gap-5">
      {roomy && (
        <div className="no-print flex flex-wrap gap-1 [&>button]:px-1.5">
          <WorkButtons onForm={onForm} />
        </div>
      )}
      <AccountClaims accountId={accountId} />
      <Bounced accountId={accountId} />
      <ComplianceCard accountId={accountId} contacts={contacts} />
      <AccountEscalations accountId={accountId} />
      <LateCause accountId={accountId} />
      <ActionPlanCard accountId={accountId} />
      <AccountClocks accountId={accountId} />
      <PortalCard accountId={accountId} />
      <CreditCard accountId={accountId} />
      <PlanCards accountId={accountId} />
      <SettlementCards accountId={accountId} />
      <PromiseCards accountId={accountId} onChanged={changed} />
      <Papers accountId={accountId} contacts={contacts} />
      <AccountTasks accountId={accountId} />
      <AccountTimeline accountId={accountId} />
    </div>
  );
}
