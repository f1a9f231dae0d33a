import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useWords } from '../i18n/useWords';
import { Notice } from '../widgets/Notice';
import styles from './ErrorBoundary.module.css';

interface Props {
  /** Another place, another try: a change forgets the error. */
  place?: string;
  children: ReactNode;
}

interface State {
  error: Error | undefined;
  place: string | undefined;
}

/** Catches a screen that failed; the rest of the window goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: undefined, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Pick<State, 'error'> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  static getDerivedStateFromProps({ place }: Props, before: State): State | null {
    return place === before.place ? null : { error: undefined, place };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <FailedScreen error={error} again={() => this.setState({ error: undefined })} /> : this.props.children;
  }
}

/** What happened, what was kept, how to go on. */
export function FailedScreen({ error, again }: { error: Error; again: () => void }) {
  const t = useWords('shell');
  return (
    <div className={styles.failed}>
      <Notice urgency="red" title={t('error.title')}>
        <p>{t('error.kept')}</p>
        <p>{t('error.next')}</p>
        <pre className={styles.cause}>{error.message}</pre>
        <div className={styles.actions}>
          <Button onClick={again}>{t('error.again')}</Button>
          <Button
            variant="default"
            onClick={() => {
              window.location.hash = '#/';
              again();
            }}
          >
            {t('error.home')}
          </Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            {t('error.reload')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
