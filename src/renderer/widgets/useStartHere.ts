import { useMergedRef } from '@mantine/hooks';
import { type Ref, useEffect, useRef } from 'react';

/** Puts the keyboard into a field when it appears with `startHere`: a form opened by a key is typed into at once. */
export function useStartHere<T extends HTMLElement>(startHere: boolean | undefined, ref?: Ref<T>): Ref<T> {
  const own = useRef<T>(null);
  useEffect(() => {
    if (startHere) own.current?.focus();
  }, [startHere]);
  return useMergedRef(own, ref ?? null);
}
