import { NativeSelect } from '@mantine/core';
import { type Path, textAt, useFormatEditing, useProblem } from '../format-editor';
import { usePlanEditing } from './editing';

/** One of the posts of the plan, by group; one that was removed meanwhile stays in sight as what it is. */
export function PostField({ path, label }: { path: Path; label: string }) {
  const { plan, words } = usePlanEditing();
  const { whole, set } = useFormatEditing();
  const problem = useProblem(path);
  const value = textAt(whole, path);
  const isThere = plan.groups.some(({ posts }) => posts.some(({ code }) => code === value));
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => set(path, event.currentTarget.value)}
      error={problem}
      w="17rem"
      data={[
        ...(isThere ? [] : [{ value, label: value === '' ? '' : words.post(value) }]),
        ...plan.groups.map((group) => ({
          group: words.say(group.name) || group.code,
          items: group.posts.map(({ code, name }) => ({ value: code, label: words.say(name) || code })),
        })),
      ]}
    />
  );
}
