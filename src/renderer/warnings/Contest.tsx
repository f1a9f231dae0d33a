import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { warnings } from '../../shared/warnings/contract';
import { gravest, warningLevels } from '../../shared/warnings/levels';
import type { WarningRecord } from '../../shared/warnings/record';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay } from '../station';
import { Notice } from '../widgets/Notice';
import { RefusalNote } from '../widgets/RefusalNote';
import { IssuerFields, useIssuer } from './IssuerFields';
import { momentTitle } from './moment-words';
import { issuerOf } from './publish-draft';
import styles from './Warnings.module.css';

/** What two desks said differently; who may decide at the gravest of its levels says which is right. */
export function Contest({ warning }: { warning: WarningRecord }) {
  const t = useWords('warnings');
  const shell = useShell();
  const maySettle = useMay(warnings.settle);
  const settle = useCommand(warnings.settle);
  const [issuer, setIssuer] = useIssuer();
  const [tried, setTried] = useState(false);
  const { sides, texts } = warning;
  if (sides.length + texts.length === 0) return null;
  const levels = [gravest([...sides.flatMap(({ level }) => level ?? []), warning.level ?? (warningLevels.at(-1) as 'IV')])];
  const decide = async (side: string) => {
    setTried(true);
    const by = issuerOf(issuer);
    if (!by) return;
    const answer = await settle.send({ id: warning.id, side, issuer: by });
    if (answer.ok) shell.say(t('panel.done', { verb: t('verb.settle') }));
  };
  return (
    <Notice urgency="amber" icon={IconArrowsSplit2} title={t('contest.title')}>
      {sides.length > 0 && (
        <>
          <div>{t('contest.explain')}</div>
          <ul className={styles.list}>
            {sides.map((side) => (
              <li key={side.entry} className={styles.clock}>
                <span>{t('contest.side', { letter: side.letter, at: side.at, name: side.author, what: momentTitle(t, side) })}</span>
                {maySettle && (
                  <Button size="compact-sm" variant="default" loading={settle.busy} onClick={() => void decide(side.entry)}>
                    {t('contest.choose')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {maySettle && <IssuerFields value={issuer} onChange={setIssuer} levels={levels} tried={tried} />}
          <RefusalNote refusal={settle.refusal} />
        </>
      )}
      {texts.length > 0 && (
        <>
          <div>{t('contest.texts')}</div>
          <ul className={styles.list}>
            {texts.map((text) => (
              <li key={text.entry}>
                {t('contest.side', {
                  letter: text.letter,
                  at: text.at,
                  name: text.author,
                  what: [text.contents?.area, text.contents?.what, text.contents?.measures].filter(Boolean).join(' '),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
