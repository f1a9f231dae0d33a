import { Button } from '@mantine/core';
import { useState } from 'react';
import { second } from '../../shared/time';
import { asksForTaskOrders } from '../../shared/warnings/levels';
import { warnings } from '../../shared/warnings/contract';
import type { WarningRecord } from '../../shared/warnings/record';
import { answerDueAt, isLateInPlace, isSilent, type TaskOrder } from '../../shared/warnings/task-order';
import { useNow } from '../clock';
import { useWords } from '../i18n/useWords';
import { useShell } from '../shell';
import { useCommand, useMay, useStation } from '../station';
import { Form } from '../widgets/Form';
import { NumberField, TextField } from '../widgets/FormField';
import { RefusalNote } from '../widgets/RefusalNote';
import { StatusTag } from '../widgets/StatusTag';
import { ZoneTime } from '../widgets/ZoneTime';
import { PrintButton } from './PrintButton';
import styles from './Warnings.module.css';

/** Every unit's task order: sent, received, in place; what is missing can be said on the spot. */
export function OrdersBoard({ warning }: { warning: WarningRecord }) {
  const t = useWords('warnings');
  const shell = useShell();
  const mayIssue = useMay(warnings.issueOrders);
  const orders = useStation(warnings.orders, { warning: warning.id }).data ?? [];
  const units = useStation(warnings.units, {}).data ?? [];
  const issue = useCommand(warnings.issueOrders);
  const told = new Set(orders.flatMap(({ facts, state }) => (facts && state !== 'withdrawn' ? [facts.unit] : [])));
  const missing = units.filter(({ id, retired }) => !retired && !told.has(id));
  const live = warning.outcome === 'inForce';
  if (orders.length === 0 && !(live && warning.level && asksForTaskOrders(warning.level))) return null;
  const send = async () => {
    const answer = await issue.send({ warning: warning.id, units: missing.map(({ id }) => id) });
    if (answer.ok) shell.say(t('orders.issued', { n: answer.value.issued }));
  };
  return (
    <section>
      <h3 className={styles.heading}>
        {t('orders.title')} {warning.orders.sent > 0 && <span className={styles.quiet}>{t('list.orders', warning.orders)}</span>}
      </h3>
      {orders.length === 0 ? (
        <p className={styles.quiet}>{t('orders.none')}</p>
      ) : (
        <table className={styles.board}>
          <thead>
            <tr>
              <th>{t('orders.column.unit')}</th>
              <th>{t('orders.column.sent')}</th>
              <th>{t('orders.column.received')}</th>
              <th>{t('orders.column.setUp')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <OrderRows key={order.id} order={order} live={live} />
            ))}
          </tbody>
        </table>
      )}
      {live && mayIssue && missing.length > 0 && (
        <Button size="compact-sm" variant="default" loading={issue.busy} onClick={() => void send()}>
          {t('orders.issue')} {missing.map(({ name }) => name).join(t('common:separator'))}
        </Button>
      )}
      <RefusalNote refusal={issue.refusal} />
    </section>
  );
}

type OrderStep = 'receive' | 'setUp' | 'refuse' | 'withdraw';

function OrderRows({ order, live }: { order: TaskOrder; live: boolean }) {
  const t = useWords('warnings');
  const shell = useShell();
  const mayKeep = useMay(warnings.receiveOrder);
  const now = useNow(10 * second);
  const unanswered = useCommand(warnings.leaveUnanswered);
  const [step, setStep] = useState<OrderStep>();
  const { facts, state } = order;
  if (!facts) return null;
  const silent = isSilent(order, now);
  const open = mayKeep && live && state !== 'withdrawn';
  const ask = (one: OrderStep) => (
    <Button size="compact-sm" variant="default" onClick={() => setStep(one)}>
      {t(`orders.${one}`)}
    </Button>
  );
  return (
    <>
      <tr>
        <td>
          <strong>{facts.unitName}</strong>
          <div className={styles.quiet}>
            {facts.contact} {facts.phone}
          </div>
          {order.unanswered > 0 && <div className={styles.quiet}>{t('orders.calls', { n: order.unanswered })}</div>}
        </td>
        <td>
          <ZoneTime at={facts.issuedAt} />
        </td>
        <td>
          {order.receivedAt !== undefined && (
            <>
              <ZoneTime at={order.receivedAt} /> <span className={styles.quiet}>{order.receivedBy}</span>
            </>
          )}
          {state === 'refused' && <StatusTag urgency="red">{t('orders.state.refused')}</StatusTag>}
          {state === 'withdrawn' && <StatusTag>{t('orders.state.withdrawn')}</StatusTag>}
          {silent && <StatusTag urgency="red">{t('orders.state.silent')}</StatusTag>}
          {state === 'sent' && !silent && <span className={styles.quiet}>{t('orders.due', { at: answerDueAt(facts) })}</span>}
        </td>
        <td>
          {order.setUpAt === undefined ? (
            facts.setUpBy !== null &&
            (isLateInPlace(order, now) ? (
              <StatusTag urgency="red">{t('alarm.setUp')}</StatusTag>
            ) : (
              <span className={styles.quiet}>{t('orders.setUpBy', { at: facts.setUpBy })}</span>
            ))
          ) : (
            <>
              <ZoneTime at={order.setUpAt} /> <span className={styles.quiet}>{t('orders.people', { n: order.strength })}</span>
            </>
          )}
        </td>
      </tr>
      <tr className={styles.more}>
        <td colSpan={4}>
          <div className={styles.steps}>
            {open && (state === 'sent' || state === 'refused') && ask('receive')}
            {open && state !== 'setUp' && ask('setUp')}
            {open && state === 'sent' && (
              <Button size="compact-sm" variant="default" loading={unanswered.busy} onClick={() => void unanswered.send({ id: order.id })}>
                {t('orders.unanswered')}
              </Button>
            )}
            {open && (state === 'sent' || state === 'received') && ask('refuse')}
            {open && ask('withdraw')}
            <PrintButton route={`/print/task-order/${order.id}`} label={t('orders.print')} />
          </div>
          <RefusalNote refusal={unanswered.refusal} />
          {step && (
            <StepForm
              key={step}
              order={order}
              step={step}
              onDone={(done) => {
                setStep(undefined);
                if (done) shell.say(t('panel.done', { verb: `${facts.unitName} ${t(`orders.${step}`)}` }));
              }}
            />
          )}
        </td>
      </tr>
    </>
  );
}

function StepForm({ order, step, onDone }: { order: TaskOrder; step: OrderStep; onDone: (done: boolean) => void }) {
  const t = useWords('warnings');
  const commands = {
    receive: useCommand(warnings.receiveOrder),
    setUp: useCommand(warnings.setUpOrder),
    refuse: useCommand(warnings.refuseOrder),
    withdraw: useCommand(warnings.withdrawOrder),
  };
  const command = commands[step];
  const [by, setBy] = useState(order.facts?.contact ?? '');
  const [strength, setStrength] = useState<number>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { id } = order;
  const required = (missing: boolean) => (tried && missing ? t('common:rules.required') : undefined);
  const named = step === 'receive' || step === 'refuse';
  const reasoned = step === 'refuse' || step === 'withdraw';
  const submit = async () => {
    setTried(true);
    if ((named && by.trim() === '') || (reasoned && reason.trim() === '') || (step === 'setUp' && strength === undefined)) return;
    const answer =
      step === 'receive'
        ? await commands.receive.send({ id, by: by.trim(), means: 'phone' })
        : step === 'setUp'
          ? await commands.setUp.send({ id, strength: strength ?? 0 })
          : step === 'refuse'
            ? await commands.refuse.send({ id, by: by.trim(), reason: reason.trim() })
            : await commands.withdraw.send({ id, reason: reason.trim() });
    if (answer.ok) onDone(true);
  };
  return (
    <div className={styles.under}>
      <Form
        onSubmit={() => void submit()}
        busy={command.busy}
        label={t(`orders.${step}`)}
        actions={
          <>
            <Button type="submit" size="compact-md" loading={command.busy}>
              {t(`orders.${step}`)}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => onDone(false)}>
              {t('common:back')}
            </Button>
          </>
        }
      >
        {named && (
          <TextField
            label={t('orders.by')}
            value={by}
            onChange={setBy}
            maxLength={40}
            required
            startHere
            error={required(by.trim() === '')}
          />
        )}
        {step === 'setUp' && (
          <NumberField
            label={t('orders.strength')}
            value={strength}
            onChange={setStrength}
            min={0}
            max={100_000}
            required
            error={required(strength === undefined)}
          />
        )}
        {reasoned && (
          <TextField
            label={t('orders.reason')}
            value={reason}
            onChange={setReason}
            maxLength={400}
            required
            startHere={!named}
            error={required(reason.trim() === '')}
          />
        )}
        <RefusalNote refusal={command.refusal} />
      </Form>
    </div>
  );
}
