import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconBarrierBlock } from '@tabler/icons-react';
import { type ReactNode, type Ref, useMemo } from 'react';
import { type Subsystem, subsystems } from '../../shared/devices/facts';
import type { FaultCard } from '../../shared/faults/record';
import { useWords } from '../i18n/useWords';
import { SearchBox } from '../widgets/SearchBox';
import { type BoardFilter, type BoardView, boardViews, isFiltered, noFilter, urgencyFilters } from './board-filter';
import type { Profiles } from './useProfiles';

export interface BoardFiltersProps {
  filter: BoardFilter;
  onFilter: (change: Partial<BoardFilter>) => void;
  view: BoardView;
  onView: (view: BoardView) => void;
  profiles: Profiles;
  /** All open cards: whoever was sent to one can be chosen. */
  cards: readonly FaultCard[];
  search: Ref<HTMLInputElement>;
  onDown: () => void;
  children: ReactNode;
}

/** What the board shows, and how. */
export function BoardFilters({ filter, onFilter, view, onView, profiles, cards, search, onDown, children }: BoardFiltersProps) {
  const t = useWords('faults');
  const device = useWords('devices');
  const several = profiles.inUse.length > 1;
  const { engineer } = filter;
  const engineers = useMemo(() => {
    const names = new Set(cards.flatMap((card) => card.engineer ?? []));
    // The one chosen stays, also when nothing is with him at the moment.
    if (engineer !== '') names.add(engineer);
    return [...names].sort((one, other) => one.localeCompare(other, 'zh'));
  }, [cards, engineer]);
  const classes = profiles.inUse
    .filter(({ code }) => filter.profile === '' || filter.profile === code)
    .flatMap(({ code }) =>
      profiles.classes(code).map((grave) => ({ value: `${code}/${grave.code}`, label: several ? `${code} ${grave.name}` : grave.name })),
    );
  return (
    <>
      <SegmentedControl
        aria-label={t('board.view.label')}
        value={view}
        onChange={(next) => onView(next)}
        data={boardViews.map((value) => ({ value, label: t(`board.view.${value}`) }))}
      />
      <SearchBox
        ref={search}
        value={filter.text}
        onChange={(text) => onFilter({ text: text.slice(0, 80) })}
        label={t('board.filter')}
        keys="/"
        width="13rem"
        onDown={onDown}
      />
      {several && (
        <NativeSelect
          aria-label={t('board.profile')}
          w="9rem"
          value={filter.profile}
          onChange={(event) => onFilter({ profile: event.currentTarget.value, class: '' })}
          data={[
            { value: '', label: t('board.allProfiles') },
            ...profiles.inUse.map(({ code, name }) => ({ value: code, label: `${code} ${profiles.say(name)}` })),
          ]}
        />
      )}
      <NativeSelect
        aria-label={t('class.label')}
        w="8rem"
        value={filter.class}
        onChange={(event) => onFilter({ class: event.currentTarget.value })}
        data={[{ value: '', label: t('board.allClasses') }, ...classes]}
      />
      <NativeSelect
        aria-label={t('fact.subsystem')}
        w="9.5rem"
        value={filter.subsystem}
        onChange={(event) => onFilter({ subsystem: event.currentTarget.value as Subsystem | '' })}
        data={[
          { value: '', label: t('board.allSubsystems') },
          ...subsystems.map((value) => ({ value, label: device(`subsystem.${value}`) })),
        ]}
      />
      <NativeSelect
        aria-label={t('board.urgency.label')}
        w="7.5rem"
        value={filter.urgency}
        onChange={(event) => onFilter({ urgency: event.currentTarget.value as BoardFilter['urgency'] })}
        data={urgencyFilters.map((value) => ({ value, label: t(`board.urgency.${value === '' ? 'all' : value}`) }))}
      />
      <NativeSelect
        aria-label={t('fact.engineer')}
        w="9.5rem"
        value={filter.engineer}
        onChange={(event) => onFilter({ engineer: event.currentTarget.value })}
        data={[{ value: '', label: t('board.allEngineers') }, ...engineers.map((value) => ({ value, label: value }))]}
      />
      <Button
        variant={filter.plannedWork ? 'filled' : 'default'}
        aria-pressed={filter.plannedWork}
        leftSection={<IconBarrierBlock size="1.1rem" aria-hidden />}
        onClick={() => onFilter({ plannedWork: !filter.plannedWork })}
      >
        {t('board.work')}
      </Button>
      {isFiltered(filter) && (
        <Button variant="default" onClick={() => onFilter(noFilter)}>
          {t('board.clear')}
        </Button>
      )}
      {children}
    </>
  );
}
