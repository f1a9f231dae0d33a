import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { type HandoverVersion, type HandoverView, handover } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { TextField } from '../widgets/FormField';
import { Notice } from '../widgets/Notice';
import { StatusTag } from '../widgets/StatusTag';
import styles from './HandoverPage.module.css';
import { SignedForm } from './SignedForm';

/** Two desks handed the same shift over apart, or one was taken back: all are kept side by side, a leader says which stands. */
export function VersionsPanel({ view }: { view: HandoverView }) {
  const t = useWords('handover');
  const shell = useShell();
  const maySettle = useMay(handover.settle);
  const command = useCommand(handover.settle);
  const [chosen, setChosen] = useState<string>();
  const [reason, setReason] = useState('');
  const all = [...(view.version ? [view.version] : []), ...view.others];
  if (view.others.length === 0) return null;
  return (
    <Notice urgency={view.contested ? 'amber' : 'plain'} icon={IconArrowsSplit2} title={t('versions.title', { n: all.length })}>
      {view.contested && <div>{t('versions.now')}</div>}
      {view.settled && <div>{t('versions.settled', view.settled)}</div>}
      <div className={styles.versions}>
        {all.map((version) => (
          <Side
            key={version.id}
            version={version}
            others={all.filter((other) => other !== version)}
            stands={version.id === view.version?.id}
            contested={view.contested}
            onChoose={view.contested && maySettle && !version.takenBack ? () => setChosen(version.id) : undefined}
            chosen={chosen === version.id}
          />
        ))}
      </div>
      {chosen !== undefined && (
        <SignedForm
          // Chosen anew, the reason is asked anew.
          key={chosen}
          inOneLine
          label={t('versions.submit')}
          busy={command.busy}
          refusal={command.refusal}
          complete={reason.trim() !== ''}
          onSend={(signer) => command.send({ shift: view.shift.key, stands: chosen, reason, signer })}
          onDone={() => {
            setChosen(undefined);
            shell.say(t('versions.done'));
          }}
          onCancel={() => setChosen(undefined)}
        >
          <TextField label={t('versions.reason')} value={reason} onChange={setReason} maxLength={400} required startHere />
        </SignedForm>
      )}
    </Notice>
  );
}

interface SideProps {
  version: HandoverVersion;
  others: readonly HandoverVersion[];
  stands: boolean;
  contested: boolean;
  chosen: boolean;
  onChoose: (() => void) | undefined;
}

/** One of them, and what it holds that the others do not. */
function Side({ version, others, stands, contested, chosen, onChoose }: SideProps) {
  const t = useWords('handover');
  const elsewhere = new Set(others.flatMap((other) => other.content?.items ?? []).map(({ key }) => key));
  const only = (version.content?.items ?? [])
    .filter(({ key }) => !elsewhere.has(key))
    .map(({ number, title }) => number || title.slice(0, 20));
  const names = (marks: readonly { name: string }[]) => marks.map(({ name }) => name).join(t('common:separator')) || t('versions.nobody');
  return (
    <div className={styles.version} data-chosen={chosen || undefined}>
      <div className={styles.versionHead}>
        <span className={styles.strong}>
          {version.outgoing
            ? t('versions.one', { letter: version.letter, name: version.outgoing.name, at: version.outgoing.at })
            : t('signed.unheard')}
        </span>
        {stands && <StatusTag>{t(contested ? 'versions.shown' : 'versions.stands')}</StatusTag>}
        {onChoose && (
          <Button size="compact-sm" variant="default" aria-pressed={chosen} onClick={onChoose} data-place="settle">
            {t('versions.choose')}
          </Button>
        )}
      </div>
      <div className={styles.versionSigners}>
        <span>{t('versions.incoming', { names: names([...version.incoming, ...version.joined]) })}</span>
        <span>{t('versions.leader', { names: names(version.leader) })}</span>
      </div>
      <div>
        {t('versions.items', { n: version.content?.items.length ?? 0 })}
        {' · '}
        {only.length > 0 ? t('versions.onlyOnes', { list: only.join(t('common:separator')) }) : t('versions.same')}
      </div>
      {version.takenBack && <div>{t('versions.takenBack', version.takenBack)}</div>}
    </div>
  );
}
