import { Tabs } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type ProfileCard, serviceProfiles } from '../../shared/service-profiles/contract';
import { problemsOf } from '../../shared/service-profiles/problems';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import type { Draft } from '../drafts';
import { FormatEditingContext, withValue } from '../format-editor';
import { useWords } from '../i18n/useWords';
import { useStation } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { BasicsEditor } from './BasicsEditor';
import { ClassesEditor } from './ClassesEditor';
import { ClocksEditor } from './ClocksEditor';
import { type Editing, EditingContext } from './editing';
import styles from './ProfilesPage.module.css';
import { PublishEditor } from './PublishEditor';
import { RestEditor } from './RestEditor';
import { UpwardEditor } from './UpwardEditor';
import { useProfileWords } from './useProfileWords';

/** What is being edited and not published yet; without a profile nothing is. */
export interface ProfileDraft {
  profile: ServiceProfile | null;
  basedOn: string;
  isCopy: boolean;
  reason: string;
}

const sections = ['basics', 'classes', 'clocks', 'upward', 'rest', 'publish'] as const;
type Section = (typeof sections)[number];
/** Which parts of the format each section shows. */
const partsOf: Readonly<Record<Section, readonly string[]>> = {
  basics: ['code', 'name', 'about', 'notes', 'hours'],
  classes: ['classes', 'traits'],
  clocks: ['clocks', 'telling', 'reopenGrace'],
  upward: ['tiers', 'takeOver', 'raises', 'handUp'],
  rest: ['services', 'duties', 'goals', 'handling'],
  publish: [],
};

export interface ProfileEditorProps {
  card: ProfileCard;
  profile: ServiceProfile;
  draft: Draft<ProfileDraft>;
  onPublished: () => void;
}

/** Forms for the numbers people change; problems beside their place, nothing typed is lost. */
export function ProfileEditor({ card, profile, draft, onPublished }: ProfileEditorProps) {
  const t = useWords('serviceProfiles');
  const words = useProfileWords(profile);
  const [section, setSection] = useState<Section>(draft.value.isCopy ? 'basics' : 'clocks');
  const before = useStation(serviceProfiles.one, { code: card.code, version: draft.value.basedOn });
  const problems = useMemo(() => problemsOf(profile), [profile]);
  const editing: Editing = {
    profile,
    words,
    problems,
    set: (path, value) => draft.change({ profile: withValue(profile, path, value) }),
  };
  const labels: Record<Section, string> = {
    basics: t('edit.basics'),
    classes: t('part.classes'),
    clocks: t('edit.numbers'),
    upward: t('edit.upward'),
    rest: t('edit.rest'),
    publish: t(draft.value.isCopy ? 'edit.publishCopy' : 'edit.publish'),
  };
  return (
    <EditingContext value={editing}>
      <FormatEditingContext value={{ whole: profile, say: words.say, set: editing.set, problems }}>
        <Tabs
          value={section}
          onChange={(next) => setSection((next ?? 'clocks') as Section)}
          keepMounted={false}
          aria-label={t('edit.sections')}
        >
          <Tabs.List className={styles.tabs}>
            {sections.map((one) => {
              const wrong = problems.filter(({ path }) => partsOf[one].includes(path.split('.')[0] ?? '')).length;
              return (
                <Tabs.Tab key={one} value={one} rightSection={wrong > 0 ? <StatusTag urgency="amber">{wrong}</StatusTag> : undefined}>
                  {labels[one]}
                </Tabs.Tab>
              );
            })}
          </Tabs.List>
          <Tabs.Panel value="basics">
            <BasicsEditor isCopy={draft.value.isCopy} />
          </Tabs.Panel>
          <Tabs.Panel value="classes">
            <ClassesEditor />
          </Tabs.Panel>
          <Tabs.Panel value="clocks">
            <ClocksEditor />
          </Tabs.Panel>
          <Tabs.Panel value="upward">
            <UpwardEditor />
          </Tabs.Panel>
          <Tabs.Panel value="rest">
            <RestEditor />
          </Tabs.Panel>
          <Tabs.Panel value="publish">
            {before.data ? (
              <PublishEditor
                before={before.data.profile}
                basedOn={draft.value.basedOn}
                number={before.data.number}
                isCopy={draft.value.isCopy}
                card={card}
                reason={draft.value.reason}
                onReason={(reason) => draft.change({ reason })}
                onPublished={onPublished}
              />
            ) : (
              <RefusalNote refusal={before.refusal} />
            )}
          </Tabs.Panel>
        </Tabs>
      </FormatEditingContext>
    </EditingContext>
  );
}
