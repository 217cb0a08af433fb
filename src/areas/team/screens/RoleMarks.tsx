/** The roles and the companies of a person, as marks. */
import { roles } from '#areas/team/contract.ts';
import { CheckField } from '#web/ui/Field.tsx';
import { useWords } from '#web/ui/say.ts';
import { useReaderCompanies } from './companies.ts';
import { words } from './words.ts';

type Props = { on: readonly string[]; error: string | undefined };

export function RoleMarks({ on, error }: Props) {
  const t = useWords(words);
  return (
    <fieldset>
      <legend className="text-sm font-[550] text-ink-2">{t('roles')}</legend>
      {roles.map((role) => (
        <CheckField
          key={role}
          name="roles[]"
          value={role}
          defaultChecked={on.includes(role)}
          label={t(`role_${role}`)}
        />
      ))}
      {error !== undefined && (
        <p role="alert" className="text-sm text-late">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export function CompanyMarks() {
  const t = useWords(words);
  const companies = useReaderCompanies();
  if (companies.length < 2) return null;
  return (
    <fieldset>
      <legend className="text-sm font-[550] text-ink-2">{t('companies')}</legend>
      {companies.map(({ code, name }) => (
        <CheckField key={code} name="companies[]" value={code} label={name} />
      ))}
      <p className="text-sm text-ink-3">{t('companies_hint')}</p>
    </fieldset>
  );
}
