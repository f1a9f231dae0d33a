import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { HandoverVersion } from '../../shared/handover/contract';
import { useWords } from '../i18n/useWords';
import { Facts } from '../widgets/Facts';
import { Panel } from '../widgets/Panel';
import styles from './HandoverPage.module.css';
import { useLayoutWord } from './layout';

/** Who signed, when, as what; how late; and the hash of what was signed. */
export function SignedPanel({ version }: { version: HandoverVersion }) {
  const t = useWords('handover');
  const word = useLayoutWord();
  const [whole, setWhole] = useState(false);
  type Mark = HandoverVersion['joined'][number];
  const signed = (mark: Mark, instead: string, more: readonly (string | false)[] = []): ReactNode => (
    <div key={mark.entry}>
      <div>
        {mark.name} <span className={styles.quiet}>{t('signed.at', { at: mark.at, letter: mark.letter })}</span>
      </div>
      <div className={styles.quiet}>
        {word('standing', mark.standing === 'instead' ? instead : mark.standing)}
        {mark.standing === 'instead' && ` · ${t('signed.instead', { reason: mark.reason })}`}
      </div>
      {more.filter(Boolean).map((line) => (
        <div key={String(line)} className={styles.quiet}>
          {line}
        </div>
      ))}
    </div>
  );
  return (
    <Panel title={t('signed.title')}>
      <Facts
        facts={[
          [t('sign.outgoing'), version.outgoing && signed(version.outgoing, 'insteadOutgoing')],
          ...version.incoming.map(
            (mark) =>
              [
                t('sign.incoming'),
                signed(mark, 'insteadIncoming', [
                  mark.missing.length > 0 &&
                    t('signed.missing', { names: mark.missing.map(({ name }) => name).join(t('common:separator')) }),
                  mark.remark !== '' && t('signed.remark', { text: mark.remark }),
                ]),
              ] as const,
          ),
          ...version.joined.map((mark) => [t('signed.joined'), signed(mark, 'insteadIncoming')] as const),
          ...version.leader.map(
            (mark) =>
              [t('sign.leader'), signed(mark, 'insteadLeader', [mark.remark !== '' && t('signed.remark', { text: mark.remark })])] as const,
          ),
          [
            t('sign.mode'),
            version.mode === 'ordinary'
              ? word('mode', version.mode)
              : t('signed.mode', { mode: word('mode', version.mode), reason: version.modeReason }),
          ],
          [t('past.marks'), version.minutesLate > 0 ? t('signed.late', { n: version.minutesLate }) : undefined],
          [
            t('signed.hash'),
            <span key="hash" className={styles.hash}>
              <code>{whole ? version.hash : version.hash.slice(0, 16)}</code>
              <Button size="compact-xs" variant="subtle" onClick={() => setWhole(!whole)}>
                {t(whole ? 'signed.short' : 'signed.whole')}
              </Button>
            </span>,
          ],
        ]}
      />
    </Panel>
  );
}
