import { IconListSearch, IconSettings, IconUserShield, IconUsersGroup } from '@tabler/icons-react';
import { administratorRoles } from '../../shared/roles';
import { useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import styles from './FirstRun.module.css';

const icons = { sysAdmin: IconSettings, secAdmin: IconUserShield, auditAdmin: IconListSearch };

/** Why there are three administrators, and that each sets their own password (三员分立). */
export function WhyThreeStep() {
  const t = useWords('unit');
  return (
    <>
      <p className={styles.now}>{t('firstRun.why.now')}</p>
      <dl className={styles.duties}>
        {administratorRoles.map((role) => {
          const Icon = icons[role];
          return (
            <div key={role} className={styles.duty}>
              <dt className={styles.role}>
                <Icon size="1.25rem" stroke={1.7} aria-hidden />
                {t(`common:roles.${role}`)}
              </dt>
              <dd>{t(`firstRun.why.${role}`)}</dd>
            </div>
          );
        })}
      </dl>
      <p className={styles.now}>{t('firstRun.why.rule')}</p>
      <Notice icon={IconUsersGroup}>{t('firstRun.why.next')}</Notice>
    </>
  );
}
