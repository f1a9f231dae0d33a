import { useState } from 'react';
import { type ProfileCard, serviceProfiles } from '../../shared/service-profiles/contract';
import { useLanguage, useWords } from '../i18n/useWords';
import { useMay, useStation } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { ChosenProfile } from './ChosenProfile';
import styles from './ProfilesPage.module.css';

// Where the reader was, while they are on another screen.
const remembered = new Map<'chosen', string>();

/** Every contract's classes, clocks and duties; the administrator edits them here. */
export function ProfilesPage() {
  const t = useWords('serviceProfiles');
  const language = useLanguage();
  const mayEdit = useMay(serviceProfiles.publish);
  const list = useStation(serviceProfiles.list, {});
  const [code, setCode] = useState(remembered.get('chosen'));
  const chosen = list.data?.find((card) => card.code === code) ?? list.data?.[0];
  const choose = (card: ProfileCard) => {
    remembered.set('chosen', card.code);
    setCode(card.code);
  };
  const state = (card: ProfileCard) => {
    const used = card.versions.find(({ inUse }) => inUse);
    if (!used) return t('list.notInUse');
    return [t('list.inUse'), t('list.versionNumber', { number: used.number }), ...(card.usual ? [t('list.usual')] : [])].join(' · ');
  };
  return (
    <Page
      title={t('list.title')}
      now={t(mayEdit ? 'list.nowEdit' : 'list.now')}
      actions={<StaleMark stale={list.stale} since={list.since} />}
      fill
    >
      <RefusalNote refusal={list.data === undefined ? list.refusal : undefined} />
      {list.data?.length === 0 && <EmptyState title={t('list.none')} />}
      {chosen && (
        <div className={styles.page}>
          <ul className={styles.list} aria-label={t('list.profiles')}>
            {list.data?.map((card) => (
              <li key={card.code}>
                <button type="button" className={styles.item} aria-current={card === chosen} onClick={() => choose(card)}>
                  <span className={styles.name}>{card.name[language]}</span>
                  <span className={styles.quiet}>{`${card.code} · ${state(card)}`}</span>
                </button>
              </li>
            ))}
          </ul>
          <ChosenProfile key={chosen.code} card={chosen} />
        </div>
      )}
    </Page>
  );
}
