import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';

/** What a file dialog offers for a spreadsheet. */
export const spreadsheets = '.xlsx,.xls,.et,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface FileButtonProps {
  /** What the button says. */
  children: string;
  /** What is chosen here, whatever the button says at the moment. */
  name: string;
  accept: string;
  /** False once the page has something better to do next. */
  first: boolean;
  onFile: (file: File | undefined) => void;
}

/** Opens the system's own dialog for one file. */
export function FileButton({ children, name, accept, first, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={first ? 'filled' : 'default'}
        leftSection={<IconFolderOpen size="1.15rem" aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={name}
        onChange={(event) => {
          onFile(event.currentTarget.files?.[0]);
          // The same file, corrected meanwhile, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
