/** Who owes: the party, its family, who pays, on what terms, who looks after it. */
import { Link } from '@tanstack/react-router';
import type { Account } from '#areas/customers/contract.ts';
import { paths } from '#web/paths.ts';
import { Amount } from '#web/ui/Amount.tsx';
import { useFigures } from '#web/ui/figures.ts';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useWords } from '#web/ui/say.ts';
import { ContactList } from './ContactList.tsx';
import { DeliveryCard } from './DeliveryCard.tsx';
import { OwnerLine } from './OwnerLine.tsx';
import { StatusCard } from './StatusCard.tsx';
import { TagsCard } from './TagsCard.tsx';
import { words } from './words.ts';

export function Who({ account }: { account: Account }) {
  return (
    <div className="grid content-start gap-5">
      <StatusCard account={account} />
      <TagsCard accountId={account.accountId} />
      <ContactList account={account} />
      <DeliveryCard accountId={account.accountId} />
      <Facts account={account} />
      <OwnerLine account={account} />
    </div>
  );
}

function Facts({ account }: { account: Account }) {
  const t = useWords(words);
  const figures = useFigures();
  const { customer, parent, children, payer, guarantor, creditLimit, promisesKept } = account;
  return (
    <section>
      <h2 className="mb-1.5">{t('who')}</h2>
      <KeyValue
        plain
        facts={[
          { name: t('company'), value: account.company.name },
          customer.number !== account.number && { name: t('customer'), value: customer.number },
          parent !== null && { name: t('parent'), value: parent.name },
          children.length > 0 && {
            name: t('children'),
            value: children.map((child) => child.name).join(', '),
          },
          { name: t('payer'), value: payer?.name ?? t('pays_itself') },
          guarantor !== null && { name: t('guarantor'), value: guarantor.name },
          account.terms !== null && { name: t('terms'), value: account.terms },
          account.openedOn !== null && {
            name: t('since'),
            value: figures.day(account.openedOn),
          },
          creditLimit !== null && {
            name: t('limit'),
            value: <Amount value={creditLimit.amount} currency={creditLimit.currency} />,
          },
          promisesKept.due > 0 && { name: t('kept'), value: t('kept_of', promisesKept) },
        ]}
      />
      <Link
        to={paths.payback}
        params={{ accountId: account.accountId }}
        className="link mt-1.5 inline-block text-sm"
      >
        {t('payback')}
      </Link>
    </section>
  );
}
