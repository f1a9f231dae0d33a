import { lazy, type ReactNode, Suspense } from 'react';
import type { Shift } from '../../shared/roster/shift';
import { i18next } from '../i18n/i18n';
import type { ShellVerbs } from '../shell';

const ShiftPanel = lazy(() => import('./ShiftPanel').then((module) => ({ default: module.ShiftPanel })));
const ChangesPanel = lazy(() => import('./ChangesPanel').then((module) => ({ default: module.ChangesPanel })));
const AskForm = lazy(() => import('./AskForm').then((module) => ({ default: module.AskForm })));
const RulesPanel = lazy(() => import('./RulesPanel').then((module) => ({ default: module.RulesPanel })));
const CallSheet = lazy(() => import('./CallSheet').then((module) => ({ default: module.CallSheet })));

const later = (element: ReactNode) => <Suspense fallback={null}>{element}</Suspense>;

/** One shift: who stands it, what two desks said differently, who replaced whom. */
export function openShift(shell: ShellVerbs, { key, date, name }: Pick<Shift, 'key' | 'date' | 'name'>): void {
  shell.openPanel({
    key: `shift:${key}`,
    title: () => i18next.t('roster:shift.title', { date, name }),
    element: later(<ShiftPanel shiftKey={key} onAsk={() => openAsk(shell)} />),
  });
}

/** Leave, swaps and stand-ins: what waits, and what was decided in a month. */
export function openChanges(shell: ShellVerbs, month: string): void {
  shell.openPanel({
    key: `roster.changes:${month}`,
    title: () => i18next.t('roster:change.title'),
    element: later(<ChangesPanel month={month} onAsk={() => openAsk(shell)} />),
  });
}

const askPanel = 'roster.ask';

export function openAsk(shell: ShellVerbs): void {
  shell.openPanel({
    key: askPanel,
    title: () => i18next.t('roster:change.form.title'),
    element: later(<AskForm onSent={() => shell.closePanel(askPanel)} />),
    keep: true,
  });
}

export function openRules(shell: ShellVerbs): void {
  shell.openPanel({ key: 'roster.rules', title: () => i18next.t('roster:rules.title'), element: later(<RulesPanel />) });
}

export function openCallSheet(shell: ShellVerbs): void {
  shell.openPanel({ key: 'roster.callSheet', title: () => i18next.t('roster:call.title'), element: later(<CallSheet />) });
}
