import { Button, Tabs } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { type PlanCard, plans } from '../../shared/plans/contract';
import { planProblems } from '../../shared/plans/problems';
import type { PlanShape } from '../../shared/plans/template';
import type { Draft } from '../drafts';
import { FormatEditingContext, withValue } from '../format-editor';
import { useWords } from '../i18n/useWords';
import { useScreenKeys } from '../shell';
import { useStation } from '../station';
import { StatusTag } from '../widgets/StatusTag';
import { BasicsEditor } from './BasicsEditor';
import { type PlanEditing, PlanEditingContext } from './editing';
import { GroupsEditor } from './GroupsEditor';
import { LevelsEditor } from './LevelsEditor';
import { PhasesEditor } from './PhasesEditor';
import type { PlanDraft } from './plan-draft';
import styles from './PlansPage.module.css';
import { ResourcesEditor } from './ResourcesEditor';
import { RestEditor } from './RestEditor';
import { SubmitEditor } from './SubmitEditor';
import { usePlanWords } from './usePlanWords';

const sections = ['basics', 'levels', 'groups', 'phases', 'resources', 'rest', 'submit'] as const;
type Section = (typeof sections)[number];
/** Which parts of the format each section shows. */
const partsOf: Readonly<Record<Section, readonly string[]>> = {
  basics: ['code', 'name', 'about', 'scenario', 'announced', 'commander', 'callScript', 'dependsOn', 'reviewEveryMonths'],
  levels: ['triggers', 'levels'],
  groups: ['groups'],
  phases: ['phases'],
  resources: ['kit', 'vehicles'],
  rest: ['reporting', 'evaluation', 'annexes'],
  submit: [],
};
/** More steps back than these nobody takes. */
const longestUndo = 50;

export interface PlanEditorProps {
  /** The plan as it is on record; undefined for one that came in as a file and is new here. */
  card: PlanCard | undefined;
  plan: PlanShape;
  draft: Draft<PlanDraft>;
  onSubmitted: (code: string) => void;
}

/** Every field of a plan, problems beside their place; nothing typed is lost, and every step can be taken back. */
export function PlanEditor({ card, plan, draft, onSubmitted }: PlanEditorProps) {
  const t = useWords('plans');
  const words = usePlanWords(plan);
  const [section, setSection] = useState<Section>(draft.value.isCopy ? 'basics' : 'phases');
  const { basedOn, isCopy, reason } = draft.value;
  const before = useStation(plans.one, { code: card?.code ?? '', version: basedOn }, { enabled: card !== undefined && basedOn !== '' });
  const problems = useMemo(() => planProblems(plan), [plan]);
  const past = useRef<{ plan: PlanShape; place: string }[]>([]);
  const [steps, setSteps] = useState(0);
  const replace = (next: PlanShape, place = '') => {
    // Letters typed in one field are one step back.
    if (place === '' || past.current.at(-1)?.place !== place) past.current.push({ plan, place });
    if (past.current.length > longestUndo) past.current.shift();
    setSteps(past.current.length);
    draft.change({ plan: next });
  };
  const undo = () => {
    const last = past.current.pop();
    setSteps(past.current.length);
    if (last) draft.change({ plan: last.plan });
  };
  const editing: PlanEditing = { plan, words, problems, replace, undo, mayUndo: steps > 0 };
  useScreenKeys(sections.map((one, i) => ({ key: `Ctrl+${i + 1}`, label: t(`edit.${one}`), run: () => setSection(one) })));
  return (
    <PlanEditingContext value={editing}>
      <FormatEditingContext
        value={{
          whole: plan,
          say: words.say,
          problems,
          set: (path, value) => replace(withValue(plan, path, value), path.join('.')),
        }}
      >
        <Tabs
          value={section}
          onChange={(next) => setSection((next ?? 'phases') as Section)}
          keepMounted={false}
          aria-label={t('edit.sections')}
        >
          <Tabs.List className={styles.tabs}>
            {sections.map((one) => {
              const wrong = problems.filter(({ path }) => partsOf[one].includes(path.split('.')[0] ?? '')).length;
              return (
                <Tabs.Tab key={one} value={one} rightSection={wrong > 0 ? <StatusTag urgency="amber">{wrong}</StatusTag> : undefined}>
                  {t(`edit.${one}`)}
                </Tabs.Tab>
              );
            })}
            <Button
              className={styles.undo}
              variant="subtle"
              color="gray"
              disabled={steps === 0}
              leftSection={<IconArrowBackUp size="1.1rem" aria-hidden />}
              onClick={undo}
            >
              {t('edit.undo')}
            </Button>
          </Tabs.List>
          <Tabs.Panel value="basics">
            <BasicsEditor isCopy={isCopy} />
          </Tabs.Panel>
          <Tabs.Panel value="levels">
            <LevelsEditor />
          </Tabs.Panel>
          <Tabs.Panel value="groups">
            <GroupsEditor />
          </Tabs.Panel>
          <Tabs.Panel value="phases">
            <PhasesEditor />
          </Tabs.Panel>
          <Tabs.Panel value="resources">
            <ResourcesEditor />
          </Tabs.Panel>
          <Tabs.Panel value="rest">
            <RestEditor />
          </Tabs.Panel>
          <Tabs.Panel value="submit">
            <SubmitEditor
              card={card}
              before={before.data}
              basedOn={basedOn}
              isCopy={isCopy}
              reason={reason}
              onReason={(next) => draft.change({ reason: next })}
              onSubmitted={onSubmitted}
            />
          </Tabs.Panel>
        </Tabs>
      </FormatEditingContext>
    </PlanEditingContext>
  );
}
