import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import { authorityOver, gravest, publisherRoles, type WarningLevel } from '../../shared/warnings/levels';
import { SignerFields } from '../accounts';
import { useWords } from '../i18n/useWords';
import { holdsRole, useOfficer, useStation } from '../station';
import { ChoiceField } from '../widgets/FormField';
import type { IssuerTyped } from './publish-draft';
import styles from './Warnings.module.css';

/** Who decides: the officer at the desk signs where their role may; at night it is mostly somebody on the phone. */
export function useIssuer(): [IssuerTyped, (typed: Partial<IssuerTyped>) => void] {
  const officer = useOfficer();
  const own = holdsRole(officer, publisherRoles);
  const [typed, setTyped] = useState<IssuerTyped>({
    how: own ? 'signed' : 'phone',
    login: own ? officer.login : '',
    password: '',
    account: '',
  });
  return [typed, (more) => setTyped((before) => ({ ...before, ...more }))];
}

export interface IssuerFieldsProps {
  value: IssuerTyped;
  onChange: (typed: Partial<IssuerTyped>) => void;
  /** Levels that are decided on: who may, follows from them. */
  levels: readonly WarningLevel[];
  /** True once it was tried to send. */
  tried: boolean;
}

/** Who decides, proved by password or named as the one on the phone; only who may decide at that level can be chosen. */
export function IssuerFields({ value, onChange, levels, tried }: IssuerFieldsProps) {
  const t = useWords('warnings');
  const common = useWords('common');
  const publishers = useStation(warnings.publishers, {}).data ?? [];
  const allowed = publishers.filter(({ roles }) => authorityOver(levels, roles) !== undefined);
  const required = (text: string) => (tried && text.trim() === '' ? t('common:rules.required') : undefined);
  const level = gravest(levels);
  return (
    <>
      <ChoiceField
        label={t('issuer.label')}
        hint={t(`issuer.allowed.${level}`)}
        value={value.how}
        onChange={(how) => onChange({ how })}
        choices={[
          { value: 'phone', label: t('issuer.phone') },
          { value: 'signed', label: t('issuer.signed') },
        ]}
      />
      {value.how === 'signed' ? (
        <div className={styles.pair}>
          <SignerFields
            value={value}
            onChange={onChange}
            login={t('issuer.login')}
            password={t('issuer.password')}
            {...(tried ? { errorOf: required } : {})}
          />
        </div>
      ) : (
        <ChoiceField
          label={t('issuer.who')}
          hint={t('issuer.phoneHint')}
          value={allowed.some(({ account }) => account === value.account) ? value.account : ''}
          onChange={(account) => onChange({ account })}
          required
          placeholder={allowed.length === 0 ? t('issuer.nobody') : t('issuer.choose')}
          choices={allowed.map(({ account, name, roles }) => ({
            value: account,
            label: `${name} ${common(`roles.${authorityOver(levels, roles) ?? 'office'}`)}`,
          }))}
          error={required(value.account)}
        />
      )}
    </>
  );
}
