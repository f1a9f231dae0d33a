import { cleanup, render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, expect, test } from 'vitest';
import { KeyMapProvider, useScreenKeys } from './KeyMap';

afterEach(cleanup);

test('a key pressed the moment the first of three is gone does what it said, not what stands in its place now', () => {
  const done: string[] = [];
  const act = (key: string, label: string) => ({ key, label, run: () => done.push(label) });
  function Screen({ told }: { told: boolean }) {
    useScreenKeys([...(told ? [] : [act('Alt+1', 'leader')]), act('Alt+2', 'main'), act('Alt+3', 'other')]);
    // After the screen has changed and before its keys are bound anew.
    useLayoutEffect(() => {
      if (told) for (const key of ['1', '2']) window.dispatchEvent(new KeyboardEvent('keydown', { key, altKey: true }));
    }, [told]);
    return null;
  }
  const shown = (told: boolean) => (
    <KeyMapProvider asleep={false}>
      <Screen told={told} />
    </KeyMapProvider>
  );
  const { rerender } = render(shown(false));
  rerender(shown(true));
  expect(done).toEqual(['main']);
});
