import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { InputOf, OutputOf } from '../../shared/contract';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import { faults } from '../../shared/faults/contract';
import { longestFigurePeriod } from '../../shared/faults/figure-groups';
import type { FigureBar } from '../../shared/faults/figures-contract';
import { dateIn, minute } from '../../shared/time';
import { useNow } from '../clock';
import { i18next } from '../i18n/i18n';
import { useAnyWord, useLanguage, useWords } from '../i18n/useWords';
import { useScreenKeys, useShell } from '../shell';
import { useStation, useZone } from '../station';
import { EmptyState } from '../widgets/EmptyState';
import { Notice } from '../widgets/Notice';
import { Page } from '../widgets/Page';
import { RefusalNote } from '../widgets/RefusalNote';
import { StaleMark } from '../widgets/StaleMark';
import { noFigureFilter, useChosenFigures } from './chosen-figures';
import { ComparedGroups } from './ComparedGroups';
import { FaultsOfBar } from './FaultsOfBar';
import styles from './Figures.module.css';
import { FigureCharts } from './FigureCharts';
import { FiguresAside } from './FiguresAside';
import { isPeriod, periodOf, presets } from './period';
import { ValueTiles } from './ValueTiles';

const listPanel = 'faultFigures.list';

/** Figures of faults over any period, beside the one before; every bar opens the faults it counts. */
export function FiguresPage() {
  const t = useWords('faultFigures');
  const word = useAnyWord();
  const language = useLanguage();
  const shell = useShell();
  const zone = useZone();
  const today = dateIn(zone, useNow(minute));
  const [chosen, change] = useChosenFigures();
  const period = chosen.preset === '' ? { from: chosen.from, until: chosen.until } : periodOf(chosen.preset, today);
  const fits = isPeriod(period);
  const filter = {
    profile: chosen.profile || undefined,
    class: chosen.class || undefined,
    subsystem: chosen.subsystem || undefined,
    area: chosen.area || undefined,
  };
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const profiles = useStation(faults.profiles, {});
  const figures = useStation(faults.figures, { ...period, ...filter }, { enabled: fits, keepPrevious: true });
  const { data } = figures;

  const open = (bar: FigureBar, name: string, count: number, of: 'now' | 'before' = 'now') => {
    const asked: InputOf<typeof faults.listOf> = { ...period, ...filter, bar, period: of };
    // An open panel keeps its element: closed and opened again it takes the new one.
    shell.closePanel(listPanel);
    shell.openPanel({
      key: listPanel,
      title: () => i18next.t(of === 'now' ? 'faultFigures:list.title' : 'faultFigures:list.titleBefore', { name, count }),
      element: <FaultsOfBar asked={asked} />,
      keep: true,
    });
  };
  const { closePanel } = shell;
  useEffect(() => () => closePanel(listPanel), [closePanel]);
  useScreenKeys(
    presets.map((preset, i) => ({
      key: String(i + 1),
      label: t('keys.preset', { name: t(`period.${preset}`) }),
      run: () => change({ preset }),
    })),
  );

  const known = profiles.data?.map(({ profile }) => profile) ?? [];
  const classes = known
    .filter(({ code }) => chosen.profile === '' || code === chosen.profile)
    .flatMap(({ code, classes: own }) =>
      own.map((one) => ({
        value: one.code,
        label: known.length > 1 && chosen.profile === '' ? `${code} ${one.name[language]}` : one.name[language],
      })),
    )
    .filter(({ value }, i, all) => all.findIndex((one) => one.value === value) === i);
  const dates = data && {
    from: data.now.from,
    until: data.now.until,
    beforeFrom: data.before.from,
    beforeUntil: data.before.until,
  };

  return (
    <Page
      title={t('title')}
      now={dates && t('now', dates)}
      actions={
        <Button variant="default" leftSection={<IconArrowLeft size="1.15rem" aria-hidden />} onClick={() => shell.go('/faults')}>
          {t('keys.back')}
        </Button>
      }
      toolbar={
        <>
          <SegmentedControl
            aria-label={t('period.label')}
            value={chosen.preset}
            onChange={(value) => change({ preset: presets.find((one) => one === value) ?? '' })}
            data={presets.map((value) => ({ value, label: t(`period.${value}`) }))}
          />
          {(['from', 'until'] as const).map((end) => (
            <TextInput
              key={end}
              aria-label={t(`period.${end}`)}
              leftSection={t(`period.${end}`)}
              leftSectionWidth={language === 'zh' ? '2rem' : '3.25rem'}
              w={language === 'zh' ? '9rem' : '10.5rem'}
              value={period[end]}
              error={!fits}
              autoComplete="off"
              onChange={(event) => change({ preset: '', ...period, [end]: event.currentTarget.value.slice(0, 10) })}
            />
          ))}
          {known.length > 1 && (
            <NativeSelect
              aria-label={t('filter.profile')}
              w="11rem"
              value={chosen.profile}
              onChange={(event) => change({ profile: event.currentTarget.value, class: '' })}
              data={[
                { value: '', label: t('filter.allProfiles') },
                ...known.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` })),
              ]}
            />
          )}
          <NativeSelect
            aria-label={t('filter.class')}
            w="8.5rem"
            value={chosen.class}
            onChange={(event) => change({ class: event.currentTarget.value })}
            data={[{ value: '', label: t('filter.allClasses') }, ...classes]}
          />
          <NativeSelect
            aria-label={t('filter.subsystem')}
            w="10rem"
            value={chosen.subsystem}
            onChange={(event) => change({ subsystem: event.currentTarget.value as Subsystem | '' })}
            data={[
              { value: '', label: t('filter.allSubsystems') },
              ...subsystems.map((value) => ({ value, label: word(`devices:subsystem.${value}`) })),
            ]}
          />
          <NativeSelect
            aria-label={t('filter.area')}
            w="8.5rem"
            value={chosen.area}
            onChange={(event) => change({ area: event.currentTarget.value })}
            data={[{ value: '', label: t('filter.allAreas') }, ...(data?.areas ?? []).map((value) => ({ value, label: value }))]}
          />
          {filtered && (
            <Button variant="default" onClick={() => change(noFigureFilter)}>
              {t('clear')}
            </Button>
          )}
          <StaleMark stale={figures.stale} since={figures.since} />
        </>
      }
    >
      {!fits && <Notice urgency="amber">{t('period.wrong', { days: longestFigurePeriod })}</Notice>}
      {data === undefined && <RefusalNote refusal={figures.refusal} />}
      {data && fits && (
        <div className={styles.page}>
          {isEmpty(data) && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
          <ValueTiles
            now={data.now.values}
            before={data.before.values}
            availability={data.availability.all[0]}
            onOpen={(bar, name) => open(bar, name, countOf(data, bar))}
          />
          <FiguresAside figures={data} onOpen={(bar, name) => open(bar, name, countOf(data, bar))} />
          <ComparedGroups figures={data} profiles={known.length} onOpen={open} />
          <FigureCharts figures={data} profiles={known.length} onOpen={open} />
        </div>
      )}
    </Page>
  );
}

function isEmpty({ now, before }: OutputOf<typeof faults.figures>): boolean {
  return now.values.total + before.values.total === 0;
}

function countOf({ now, availability, groups }: OutputOf<typeof faults.figures>, bar: FigureBar): number {
  if (bar.by === 'all') return now.values.total;
  if (bar.by === 'timed') return now.values[bar.key].of;
  if (bar.by === 'apart') return now.apart[bar.key];
  if (bar.by === 'out') return availability[bar.grouping].find(({ key }) => key === bar.key)?.faults ?? 0;
  return groups[bar.by].find(({ key }) => key === bar.key)?.count ?? 0;
}
