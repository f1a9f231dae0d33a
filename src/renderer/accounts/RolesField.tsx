import { breaksSeparation, type Role, roles } from '../../shared/roles';
import { useWords } from '../i18n/useWords';
import { ChoicesField } from '../widgets/FormField';

/** The roles of one person; a choice that would join two administrators is marked as it is made (三员分立). */
export function RolesField({
  label,
  values,
  onChange,
  error,
  without = [],
}: {
  label: string;
  values: readonly Role[];
  onChange: (values: Role[]) => void;
  error?: string | undefined;
  without?: readonly Role[];
}) {
  const t = useWords('accounts');
  return (
    <ChoicesField
      label={label}
      hint={t('create.rolesHint')}
      required
      values={values}
      onChange={onChange}
      error={error ?? (breaksSeparation(values) ? t('refusals.rolesNotSeparated') : undefined)}
      choices={roles.filter((role) => !without.includes(role)).map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
    />
  );
}
