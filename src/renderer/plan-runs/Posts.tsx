import { Button, CloseButton } from '@mantine/core';
import { IconUserExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { phoneForEyes } from '../../shared/people/phones';
import { planRuns } from '../../shared/plan-runs/contract';
import type { RunRecord } from '../../shared/plan-runs/record';
import { isSamePerson, type PersonReference } from '../../shared/references';
import { useDraft } from '../drafts';
import { useLanguage, useWords } from '../i18n/useWords';
import { nobody, PersonField, referenceOf, type TypedPerson } from '../people';
import { useScreenKeys, useShell } from '../shell';
import { useCommand, useFieldErrors, useMay } from '../station';
import { Form } from '../widgets/Form';
import { TextField } from '../widgets/FormField';
import { KeyHint } from '../widgets/KeyHint';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import styles from './People.module.css';

type Post = RunRecord['posts'][number];

/** Groups and posts with who holds them; what nobody holds is red. One key goes to the first post that lacks somebody. */
export function Posts({ run, open }: { run: RunRecord; open?: string | undefined }) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const may = useMay(planRuns.fillPost) && run.may.run;
  const [filling, setFilling] = useState(open);
  const short = run.posts.filter(({ unfilled }) => unfilled > 0);
  const missing = short.reduce((all, { unfilled }) => all + unfilled, 0);
  // Who leads is found first: without a leader nobody is told what is overdue.
  const first = short.find(({ leads }) => leads) ?? short[0];
  const next = () => first && setFilling(first.code);
  useScreenKeys(may && first ? [{ key: 'U', label: t('posts.firstUnfilled'), run: next }] : []);
  return (
    <div className={styles.posts}>
      <div className={styles.counts}>
        <span data-standing={missing > 0 ? 'silent' : undefined} className={styles.count}>
          {missing > 0
            ? t('posts.summary', { posts: run.posts.length, short: short.length, people: missing })
            : t('posts.allFilled', { posts: run.posts.length })}
        </span>
        {may && first && (
          <Button size="compact-sm" variant="default" rightSection={<KeyHint keys="U" />} onClick={next}>
            {t('posts.firstUnfilled')}
          </Button>
        )}
      </div>
      <div className={styles.groups}>
        {run.groups.map((group) => (
          <section key={group.code} className={styles.group}>
            <h3 className={styles.groupName}>
              {group.name[language]}
              {group.area && <span className={styles.quiet}> {group.area[language]}</span>}
            </h3>
            <ul className={styles.postList}>
              {run.posts
                .filter((post) => post.group === group.code)
                .map((post) => (
                  <li key={post.code} className={styles.post} data-missing={post.unfilled > 0 || undefined}>
                    <PostLine
                      post={post}
                      may={may}
                      open={filling === post.code}
                      onToggle={() => setFilling(filling === post.code ? undefined : post.code)}
                    />
                    {filling === post.code && <PostForm run={run} post={post} onDone={() => setFilling(undefined)} />}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function PostLine({ post, may, open, onToggle }: { post: Post; may: boolean; open: boolean; onToggle: () => void }) {
  const t = useWords('planRunPeople');
  const language = useLanguage();
  const { name, does, count, leads, people, unfilled, contested } = post;
  return (
    <div className={styles.postLine}>
      <div className={styles.postWords}>
        <div className={styles.postName} title={does[language]}>
          <strong>{name[language]}</strong>
          {leads && <span className={styles.leads}>{t('posts.leads')}</span>}
          {count > 1 && <span className={styles.quiet}>{t('posts.needed', { n: count })}</span>}
        </div>
        <div className={styles.holders}>
          {people.map((person) => (
            <span key={`${person.id} ${person.name}`} className={styles.holder}>
              {person.name} {person.phone && <span className={styles.quiet}>{phoneForEyes(person.phone)}</span>}
            </span>
          ))}
          {unfilled > 0 && (
            <StatusTag urgency="red" icon={IconUserExclamation}>
              {t('posts.unfilled', { n: unfilled })}
            </StatusTag>
          )}
        </div>
        {contested && <StatusTag urgency="amber">{t('posts.contested')}</StatusTag>}
      </div>
      {may && (
        <button type="button" className={styles.small} aria-expanded={open} onClick={onToggle}>
          {t(unfilled > 0 ? 'posts.fill' : 'posts.change')}
        </button>
      )}
    </div>
  );
}

interface PostDraft {
  people: PersonReference[];
  next: TypedPerson;
  reason: string;
}

/** Who holds the post from now on: found in the register by pinyin, Enter takes them, Ctrl+Enter fills the post. */
function PostForm({ run, post, onDone }: { run: RunRecord; post: Post; onDone: () => void }) {
  const t = useWords('planRunPeople');
  const shell = useShell();
  const language = useLanguage();
  const fill = useCommand(planRuns.fillPost);
  const fieldError = useFieldErrors(fill.refusal);
  const {
    value: draft,
    change,
    discard,
  } = useDraft<PostDraft>(`planRun:${run.id}.post.${post.code}`, {
    people: post.people,
    next: nobody,
    reason: post.unfilled > 0 ? t('posts.reasonFilled') : '',
  });
  const [tried, setTried] = useState(false);
  const add = (person: TypedPerson) => {
    const reference = referenceOf(person);
    if (!reference) return draft.people;
    const people = draft.people.some((one) => isSamePerson(one, reference)) ? draft.people : [...draft.people, reference];
    change({ people, next: nobody });
    return people;
  };
  const noReason = draft.reason.trim() === '';
  const submit = async () => {
    setTried(true);
    // A name that stands typed and was not taken yet is meant, too.
    const people = add(draft.next);
    if (noReason) return;
    const answer = await fill.send({ id: run.id, post: post.code, people, reason: draft.reason.trim() });
    if (!answer.ok) return;
    discard();
    const names = people.map(({ name }) => name).join(t('common:separator'));
    shell.say(
      names === '' ? t('posts.savedNobody', { post: post.name[language] }) : t('posts.saved', { post: post.name[language], names }),
    );
    onDone();
  };
  const over = draft.people.length - post.count;
  return (
    <div className={styles.inline}>
      <Form
        onSubmit={() => void submit()}
        busy={fill.busy}
        label={post.name[language]}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={fill.busy} rightSection={<KeyHint keys="Ctrl+Enter" />}>
              {t('posts.save')}
            </Button>
            <Button size="compact-md" variant="default" onClick={onDone}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        <div className={styles.quiet}>{post.does[language]}</div>
        {draft.people.length > 0 && (
          <ul className={styles.chosen} aria-label={t('posts.holders')}>
            {draft.people.map((person) => (
              <li key={`${person.id} ${person.name}`} className={styles.chosenOne}>
                {person.name}
                <CloseButton
                  size="xs"
                  aria-label={t('posts.remove', { name: person.name })}
                  onClick={() => change({ people: draft.people.filter((one) => one !== person) })}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.pair}>
          <PersonField
            label={t('posts.add')}
            value={draft.next}
            onChange={(person) => (person.fixed ? add(person) : change({ next: person }))}
            startHere
            error={fieldError('people') ?? (over > 0 ? t('posts.tooMany', { n: over }) : undefined)}
          />
          <TextField
            label={t('posts.reason')}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            maxLength={500}
            required
            error={tried && noReason ? t('common:rules.required') : fieldError('reason')}
          />
        </div>
        <RefusalNote refusal={fill.refusal} />
      </Form>
    </div>
  );
}
