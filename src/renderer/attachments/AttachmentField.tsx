import { Button, CloseButton } from '@mantine/core';
import { IconFile, IconPaperclip, IconPhoto } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type Attachment, attachments, largestAttachment } from '../../shared/attachments/contract';
import { useAnyWord, useWords } from '../i18n/useWords';
import { describeRefusal, useTell } from '../station';
import { Notice } from '../widgets/Notice';
import styles from './Attachments.module.css';
import { base64Of, fileNameOf, mediaTypeOf, sizeText } from './read-file';

export interface AttachmentFieldProps {
  value: readonly Attachment[];
  onChange: (attachments: Attachment[]) => void;
  most?: number;
  /** The form around the field: what is pasted or dropped anywhere in it is attached. */
  children?: ReactNode;
}

const megabytes = largestAttachment / 1024 / 1024;

/** Files beside a text: chosen, pasted or dropped anywhere in `children`. Each is kept by the station at once, so that a draft may name it. */
export function AttachmentField({ value, onChange, most = 20, children }: AttachmentFieldProps) {
  const t = useWords('attachments');
  const word = useAnyWord();
  const tell = useTell();
  const picker = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState<string>();
  const [faults, setFaults] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  // Several files arrive one after the other: each is added to what stands then, not to what stood when they were chosen.
  const held = useRef(value);
  useEffect(() => {
    held.current = value;
  }, [value]);

  const take = async (files: readonly File[]) => {
    setFaults([]);
    for (const file of files) {
      const name = fileNameOf(file);
      setReading(name);
      const fault = await keep(file, name);
      if (fault) setFaults((before) => [...before, fault]);
    }
    setReading(undefined);
  };
  const keep = async (file: File, name: string): Promise<string | undefined> => {
    if (held.current.length >= most) return t('tooMany', { name, n: most });
    if (file.size > largestAttachment) return t('tooLarge', { name, megabytes });
    if (file.size === 0) return t('empty', { name });
    try {
      const answer = await tell(attachments.add, { name, type: mediaTypeOf(file), content: await base64Of(file) });
      if (!answer.ok) return describeRefusal(word, { ...answer.refusal, procedure: attachments.add.name });
      const same = held.current.some(({ hash }) => hash === answer.value.hash);
      if (!same) {
        held.current = [...held.current, answer.value];
        onChange([...held.current]);
      }
      return undefined;
    } catch {
      return t('unreadable', { name });
    }
  };

  return (
    // Files are dropped on and pasted into the form as a whole; its fields keep what is theirs.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.around}
      data-over={over || undefined}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        void take(files);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      {children}
      <div className={styles.field}>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={t('add')}
          onChange={(event) => {
            void take([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        <div className={styles.add}>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPaperclip size="1.1rem" aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            {t('add')}
          </Button>
          <span className={styles.hint}>{reading === undefined ? t('hint', { megabytes }) : t('adding', { name: reading })}</span>
        </div>
        {value.length > 0 && (
          <ul className={styles.chosen}>
            {value.map((attachment) => (
              <li key={attachment.hash} className={styles.file}>
                {attachment.type.startsWith('image/') ? <IconPhoto size="1.1rem" aria-hidden /> : <IconFile size="1.1rem" aria-hidden />}
                <span className={styles.name}>{attachment.name}</span>
                <span className={styles.size}>{sizeText(attachment.size)}</span>
                <CloseButton
                  size="sm"
                  aria-label={t('remove', { name: attachment.name })}
                  onClick={() => onChange(value.filter(({ hash }) => hash !== attachment.hash))}
                />
              </li>
            ))}
          </ul>
        )}
        {faults.map((fault) => (
          <Notice key={fault} urgency="amber">
            {fault}
          </Notice>
        ))}
      </div>
    </div>
  );
}
