import { Checkbox } from '@mantine/core';
import type { PlanGroup, PlanPost } from '../../shared/plans/template';
import { roles } from '../../shared/roles';
import { AddButton, freeCode, ProblemAt, RowVerbs, useFormatEditing, useProblem, WordsField } from '../format-editor';
import styles from '../format-editor/EditFields.module.css';
import { useWords } from '../i18n/useWords';
import { ChoiceField, NumberField } from '../widgets/FormField';
import { Panel } from '../widgets/Panel';
import { usePlanEditing } from './editing';
import { freePostCode } from './plan-edits';

const nobody = () => ({ zh: '', en: '' });

/** The groups, and the posts of each: how many people, where they come from, who leads. */
export function GroupsEditor() {
  const { plan } = usePlanEditing();
  const t = useWords('plans');
  const made = (): PlanGroup => ({
    code: freeCode(plan.groups, 'group'),
    name: nobody(),
    posts: [{ code: freePostCode(plan), name: nobody(), count: 1, leads: true, does: nobody() }],
  });
  return (
    <div className={styles.column}>
      {plan.groups.map((group, i) => (
        <GroupPanel key={group.code} group={group} at={i} />
      ))}
      <AddButton path={['groups']} label={t('edit.addGroup')} made={made} />
    </div>
  );
}

function GroupPanel({ group, at }: { group: PlanGroup; at: number }) {
  const { plan, words } = usePlanEditing();
  const t = useWords('plans');
  const path = ['groups', at];
  const name = words.say(group.name) || group.code;
  const newPost = (): PlanPost => ({ code: freePostCode(plan), name: nobody(), count: 1, leads: false, does: nobody() });
  const copy = (line: unknown): unknown => {
    // A post stands in one group alone, so a copied group has posts of its own.
    const taken = new Set(plan.groups.flatMap(({ posts }) => posts.map(({ code }) => code)));
    const posts = (line as PlanGroup).posts.map((post) => {
      const code = freeCode(
        [...taken].map((one) => ({ code: one })),
        'post',
      );
      taken.add(code);
      return { ...post, code };
    });
    return { ...(line as PlanGroup), code: freeCode(plan.groups, 'group'), posts };
  };
  return (
    <Panel title={name} aside={<RowVerbs list={['groups']} at={at} name={name} copyOf={copy} needed />}>
      <div className={styles.stack}>
        <WordsField path={[...path, 'name']} label={t('part.name')} />
        <WordsField path={[...path, 'area']} label={t('part.area')} optional />
        <ProblemAt path={[...path, 'posts']} />
        {group.posts.map((post, i) => (
          <PostLine key={post.code} post={post} group={at} at={i} />
        ))}
        <AddButton path={[...path, 'posts']} label={t('edit.addPost')} made={newPost} />
      </div>
    </Panel>
  );
}

function PostLine({ post, group, at }: { post: PlanPost; group: number; at: number }) {
  const { plan, words, replace } = usePlanEditing();
  const { set } = useFormatEditing();
  const t = useWords('plans');
  const path = ['groups', group, 'posts', at];
  const wrongCount = useProblem([...path, 'count']);
  const lead = () =>
    // One leads, and no other: choosing one takes it from the rest.
    replace({
      ...plan,
      groups: plan.groups.map((one, i) =>
        i === group ? { ...one, posts: one.posts.map((other, j) => ({ ...other, leads: j === at })) } : one,
      ),
    });
  const copy = (line: unknown): unknown => ({ ...(line as PlanPost), code: freePostCode(plan), leads: false });
  return (
    <div className={`${styles.line} ${styles.lines}`}>
      <WordsField path={[...path, 'name']} label={t('part.name')} />
      <div className={styles.row}>
        <NumberField
          label={t('part.count')}
          value={post.count}
          onChange={(next) => set([...path, 'count'], next ?? null)}
          min={1}
          max={60}
          error={wrongCount}
          width="6rem"
        />
        <ChoiceField
          label={t('part.filling')}
          value={post.filling?.from ?? ''}
          onChange={(next) =>
            set([...path, 'filling'], next === '' ? undefined : { from: next, role: post.filling?.role ?? 'dutyOfficer' })
          }
          choices={[
            { value: '', label: t('edit.filledAtStart') },
            ...(['shift', 'register'] as const).map((value) => ({ value, label: t(`fillingFrom.${value}`) })),
          ]}
          width="12rem"
        />
        {post.filling && (
          <ChoiceField
            label={t('part.role')}
            value={post.filling.role}
            onChange={(next) => set([...path, 'filling', 'role'], next)}
            choices={roles.filter((role) => !role.endsWith('Admin')).map((value) => ({ value, label: words.role(value) }))}
            width="12rem"
          />
        )}
        <Checkbox label={t('part.leads')} checked={post.leads} onChange={lead} />
        <RowVerbs list={['groups', group, 'posts']} at={at} name={words.say(post.name)} copyOf={copy} needed />
      </div>
      <WordsField path={[...path, 'does']} label={t('part.does')} />
      <ProblemAt path={[...path, 'code']} />
    </div>
  );
}
