import { IconDownload, IconFile } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { type Attachment, attachments } from '../../shared/attachments/contract';
import { useWords } from '../i18n/useWords';
import { useAsk } from '../station';
import styles from './Attachments.module.css';
import { sizeText } from './read-file';

/** Pictures that a browser shows by itself; everything else is saved and opened with what the desk has for it. */
const shown = /^image\/(png|jpeg|gif|webp|bmp)$/;

/** The files of a record: pictures are shown, a click enlarges; the others are saved. */
export function AttachmentList({ files }: { files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.hash} className={styles.item}>
          {shown.test(file.type) ? <Picture file={file} /> : <SaveButton file={file} />}
        </li>
      ))}
    </ul>
  );
}

function Picture({ file }: { file: Attachment }) {
  const t = useWords('attachments');
  const ask = useAsk();
  const [address, setAddress] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [large, setLarge] = useState(false);
  useEffect(() => {
    let made: string | undefined;
    let here = true;
    void ask(attachments.read, { hash: file.hash }).then(
      ({ content }) => {
        if (!here) return;
        made = URL.createObjectURL(blobOf(content, file.type));
        setAddress(made);
      },
      () => here && setMissing(true),
    );
    return () => {
      here = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [ask, file.hash, file.type]);
  // Missing here, or no picture after all: the file itself can still be asked for.
  if (missing) return <SaveButton file={file} />;
  return (
    <figure className={styles.figure}>
      <button
        type="button"
        className={styles.picture}
        data-large={large || undefined}
        aria-label={t(large ? 'shrink' : 'enlarge', { name: file.name })}
        onClick={() => setLarge(!large)}
      >
        {address !== undefined && <img src={address} alt={file.name} onError={() => setMissing(true)} />}
      </button>
      <figcaption>
        <SaveButton file={file} />
      </figcaption>
    </figure>
  );
}

function SaveButton({ file }: { file: Attachment }) {
  const t = useWords('attachments');
  const ask = useAsk();
  const [missing, setMissing] = useState(false);
  const save = async () => {
    const answer = await ask(attachments.read, { hash: file.hash }).catch(() => undefined);
    setMissing(answer === undefined);
    if (!answer) return;
    const link = document.createElement('a');
    // Saved as bytes, whatever its type says: nothing of it may be opened in this window.
    link.href = URL.createObjectURL(blobOf(answer.content, 'application/octet-stream'));
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <button type="button" className={styles.save} aria-label={t('keep', { name: file.name })} onClick={() => void save()}>
      <IconFile size="1.1rem" aria-hidden />
      <span className={styles.name}>{file.name}</span>
      <span className={styles.size}>{missing ? t('missing') : sizeText(file.size)}</span>
      <IconDownload size="1rem" aria-hidden />
    </button>
  );
}

function blobOf(content: string, type: string): Blob {
  return new Blob([Uint8Array.from(atob(content), (character) => character.charCodeAt(0))], { type });
}
