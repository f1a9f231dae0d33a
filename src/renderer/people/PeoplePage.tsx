import { Button, Checkbox } from '@mantine/core';
import { IconAddressBook, IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { people } from '../../shared/people/contract';
import type { PersonCard } from '../../shared/people/person';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { SearchBox } from '../widgets/SearchBox';
import { StaleMark } from '../widgets/StaleMark';
import { ContactSheet, type ContactSection } from './ContactSheet';
import styles from './PeoplePage.module.css';
import { PersonForm } from './PersonForm';
import { PersonPanel } from './PersonPanel';

const mostFound = 50;

/** Everyone an officer may have to call, as on the contact sheet; typing finds. */
export function PeoplePage() {
  const t = useWords('people');
  const shell = useShell();
  const mayKeep = useMay(people.register);
  const [text, setText] = useState('');
  const [includeLeft, setIncludeLeft] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const box = useRef<HTMLInputElement>(null);
  const sheet = useRef<{ focus: () => void }>(null);
  const searching = text.trim() !== '';
  const list = useStation(people.list, { includeLeft }, { keepPrevious: true });
  const found = useStation(people.find, { text, limit: mostFound, includeLeft }, { enabled: searching, keepPrevious: true });
  const shown = searching ? found : list;

  useScreenKeys([{ key: '/', label: t('keys.find'), run: () => box.current?.focus() }]);

  const open = (person: PersonCard) => {
    setOpenId(person.id);
    shell.openPanel({ key: `person:${person.id}`, title: person.name, element: <PersonPanel id={person.id} /> });
  };
  const register = () => shell.openPanel({ key: 'people.register', title: t('form.registerTitle'), element: <PersonForm />, keep: true });

  const sections: ContactSection[] | undefined = searching
    ? found.data && [
        {
          key: 'found',
          title: t('list.found'),
          aside: found.data.length === mostFound ? t('list.foundMany', { n: mostFound }) : t('list.foundCount', { n: found.data.length }),
          people: found.data,
          withGroup: true,
        },
      ]
    : list.data?.groups.map(({ group, outside, people: members }) => ({
        key: outside ? 'outside' : `group:${group}`,
        title: outside ? t('list.outside') : group || t('list.noGroup'),
        aside: t('list.foundCount', { n: members.length }),
        people: members,
        withGroup: outside,
      }));
  const nobody = list.data !== undefined && list.data.present + list.data.left === 0;
  const first = found.data?.[0];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229 || !searching || !first) return;
    event.preventDefault();
    open(first);
  };

  return (
    <Page
      title={t('list.title')}
      now={t('list.now')}
      fill
      actions={
        mayKeep && (
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size="1.15rem" aria-hidden />}
              onClick={() => shell.go('/people/import')}
            >
              {t('list.import')}
            </Button>
            <Button leftSection={<IconUserPlus size="1.15rem" aria-hidden />} onClick={register}>
              {t('list.register')}
            </Button>
          </>
        )
      }
      toolbar={
        !nobody && (
          <>
            <div onKeyDown={onKeyDown}>
              <SearchBox
                ref={box}
                value={text}
                onChange={setText}
                label={t('list.search')}
                keys="/"
                width="26rem"
                onDown={() => sheet.current?.focus()}
              />
            </div>
            <Checkbox label={t('list.showLeft')} checked={includeLeft} onChange={(event) => setIncludeLeft(event.currentTarget.checked)} />
            {list.data && (
              <span className={styles.count}>
                {list.data.left > 0
                  ? t('list.countLeft', { n: list.data.present, left: list.data.left })
                  : t('list.count', { n: list.data.present })}
              </span>
            )}
            <StaleMark stale={shown.stale} since={shown.since} />
          </>
        )
      }
    >
      {shown.data === undefined && <RefusalNote refusal={shown.refusal} />}
      {nobody ? (
        <EmptyState
          icon={IconAddressBook}
          title={t('list.empty')}
          action={
            mayKeep && (
              <Button leftSection={<IconFileImport size="1.15rem" aria-hidden />} onClick={() => shell.go('/people/import')}>
                {t('list.import')}
              </Button>
            )
          }
        >
          {mayKeep ? t('list.emptyKeeper') : t('list.emptyOther')}
        </EmptyState>
      ) : searching && found.data?.length === 0 ? (
        <EmptyState title={t('list.nothing', { text: text.trim() })}>{t('list.nothingNow')}</EmptyState>
      ) : (
        <ContactSheet ref={sheet} label={t('list.title')} sections={sections} onOpen={open} openId={openId} stale={shown.stale} />
      )}
    </Page>
  );
}
