import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconPlus, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import type { WarningRow } from '../../shared/warnings/record';
import { useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useMay, useStation } from '../station';
import { type Column, DataTable } from '../widgets/DataTable';
import { EmptyState } from '../widgets/EmptyState';
import { KeyHint } from '../widgets/KeyHint';
import { LevelTag } from '../widgets/LevelTag';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { HolidayPrompts } from './HolidayPrompts';
import { openWarning } from './open';
import { openPublish, openSign, openUnits } from './open-forms';
import styles from './Warnings.module.css';

/** Every warning: in force and signs being judged first, the gravest first; the ended ones below. Holidays that come near on top. */
export function WarningsPage() {
  const t = useWords('warnings');
  const shell = useShell();
  const mayPublish = useMay(warnings.publish);
  const maySign = useMay(warnings.noteSign);
  const [openId, setOpenId] = useState<string>();
  const list = useStation(warnings.list, {});
  useScreenKeys([
    ...(mayPublish ? [{ key: 'N', label: t('keys.publish'), run: () => openPublish(shell) }] : []),
    ...(maySign ? [{ key: 'S', label: t('keys.sign'), run: () => openSign(shell) }] : []),
    { key: 'U', label: t('keys.units'), run: () => openUnits(shell) },
  ]);
  const open = (row: WarningRow) => {
    setOpenId(row.id);
    openWarning(shell, row);
  };
  const inForce = list.data?.filter(({ outcome }) => outcome === 'inForce').length ?? 0;
  const signs = list.data?.filter(({ outcome }) => outcome === 'sign').length ?? 0;
  const cut = (text: string) => (
    <span className={styles.cut} title={text}>
      {text}
    </span>
  );
  const columns: Column<WarningRow>[] = [
    {
      key: 'level',
      header: t('list.column.level'),
      width: '12.5rem',
      render: ({ level, kind, outcome }) =>
        level === undefined ? (
          <StatusTag>{t('level.none')}</StatusTag>
        ) : outcome === 'inForce' ? (
          <LevelTag level={level} kind={kind} short />
        ) : (
          <span className={styles.quiet}>
            {t(`short.${level}`)} {kind && t(`kind.${kind}`)}
          </span>
        ),
    },
    {
      key: 'what',
      header: t('list.column.what'),
      width: 'minmax(12rem, 3fr)',
      render: ({ contents }) => cut(contents?.what ?? t('list.unheard')),
    },
    {
      key: 'area',
      header: t('list.column.area'),
      width: 'minmax(5rem, 1fr)',
      hideBelow: 60,
      render: ({ contents }) => cut(contents?.area ?? ''),
    },
    {
      key: 'since',
      header: t('list.column.since'),
      width: '6.5rem',
      render: ({ publishedAt, since }) => <ZoneTime at={publishedAt ?? since} />,
    },
    {
      key: 'state',
      header: t('list.column.state'),
      width: '11rem',
      render: ({ contested, outcome, unconfirmed }) =>
        contested ? (
          <StatusTag urgency="amber" icon={IconArrowsSplit2}>
            {t('outcome.contested')}
          </StatusTag>
        ) : (
          <span className={styles.cut}>
            {t(`outcome.${outcome}`)} {unconfirmed && <StatusTag urgency="amber">{t('unconfirmed')}</StatusTag>}
          </span>
        ),
    },
    {
      key: 'orders',
      header: t('list.column.orders'),
      width: '10.5rem',
      hideBelow: 84,
      render: ({ orders }) => (orders.sent > 0 ? cut(t('list.orders', orders)) : ''),
    },
    { key: 'number', header: t('list.column.number'), width: '8.5rem', hideBelow: 70, render: ({ number }) => number },
  ];
  return (
    <Page
      title={t('list.title')}
      now={list.data && (inForce + signs === 0 ? t('list.none') : t('list.now', { inForce, signs }))}
      fill
      actions={
        <>
          <Button variant="default" rightSection={<KeyHint keys="U" />} onClick={() => openUnits(shell)}>
            {t('list.units')}
          </Button>
          {maySign && (
            <Button variant="default" rightSection={<KeyHint keys="S" />} onClick={() => openSign(shell)}>
              {t('list.sign')}
            </Button>
          )}
          {mayPublish && (
            <Button
              leftSection={<IconPlus size="1.15rem" aria-hidden />}
              rightSection={<KeyHint keys="N" />}
              onClick={() => openPublish(shell)}
            >
              {t('list.publish')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        <HolidayPrompts />
        <StaleMark stale={list.stale} since={list.since} />
        {list.data === undefined && <RefusalNote refusal={list.refusal} />}
        <div className={styles.rest}>
          <DataTable
            name="warnings"
            label={t('list.title')}
            columns={columns}
            rows={list.data}
            keyOf={({ id }) => id}
            onOpen={open}
            openKey={openId}
            stale={list.stale}
            empty={
              <EmptyState icon={IconSpeakerphone} title={t('list.empty')}>
                {t('list.emptyNow')}
              </EmptyState>
            }
          />
        </div>
      </div>
    </Page>
  );
}
