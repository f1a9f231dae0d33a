import { Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { type Attachment, attachments, largestAttachment } from '../../shared/attachments/contract';
import { mostAttachments } from '../../shared/faults/intake';
import { useWords } from '../i18n/useWords';
import { useCommand } from '../station';
import { RefusalNote } from '../widgets/RefusalNote';
import styles from './ReportForm.module.css';

export interface AttachmentsFieldProps {
  value: readonly Attachment[];
  onChange: (kept: Attachment[]) => void;
}

/** Pictures and files of a report; each is kept by the station as soon as it is chosen. */
export function AttachmentsField({ value, onChange }: AttachmentsFieldProps) {
  const t = useWords('faults');
  const add = useCommand(attachments.add);
  const [unread, setUnread] = useState<string>();
  const take = async (files: File[]) => {
    setUnread(undefined);
    const kept = [...value];
    for (const file of files.slice(0, mostAttachments - kept.length)) {
      const content = file.size > 0 && file.size <= largestAttachment ? await inBase64(file) : undefined;
      if (content === undefined) {
        setUnread(file.name);
        continue;
      }
      const type = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(file.type) ? file.type : 'application/octet-stream';
      const answer = await add.send({ name: file.name.slice(0, 120), type, content });
      if (!answer.ok) break;
      if (!kept.some(({ hash }) => hash === answer.value.hash)) kept.push(answer.value);
    }
    onChange(kept);
  };
  return (
    <div className={styles.files}>
      <FileButton multiple onChange={(files) => void take(files)}>
        {(props) => (
          <Button {...props} variant="default" loading={add.busy} leftSection={<IconPaperclip size="1.1rem" aria-hidden />}>
            {t('report.addFile')}
          </Button>
        )}
      </FileButton>
      {value.map((file) => (
        <Button
          key={file.hash}
          variant="default"
          size="compact-sm"
          rightSection={<IconX size="0.9rem" aria-hidden />}
          aria-label={t('report.removeFile', { name: file.name })}
          onClick={() => onChange(value.filter(({ hash }) => hash !== file.hash))}
        >
          {file.name}
        </Button>
      ))}
      {unread !== undefined && <div className="mantine-InputWrapper-error">{t('report.fileFailed', { name: unread })}</div>}
      <RefusalNote refusal={add.refusal} />
    </div>
  );
}

async function inBase64(file: File): Promise<string | undefined> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  } catch {
    return undefined;
  }
}
