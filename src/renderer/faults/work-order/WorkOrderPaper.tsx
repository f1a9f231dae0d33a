import { devices } from '../../../shared/devices/contract';
import { faults } from '../../../shared/faults/contract';
import { type WorkOrder, workOrderOf } from '../../../shared/faults/work-order';
import { dateTimeIn, yearIn } from '../../../shared/time';
import { unit } from '../../../shared/unit/contract';
import type { PaperProps } from '../../print/paper';
import { type PaperBlock, Sheets, usePaperContent } from '../../print/Sheets';
import { useAsk } from '../../station';
import { blocksOf } from './blocks';
import { said } from './words';
import styles from './work-order.module.css';

interface Known {
  order: WorkOrder;
  blocks: PaperBlock[];
  unit: string;
  letter: string;
  zone: string;
  now: number;
}

/** 故障派单工单 on A4, for the person sent. */
export default function WorkOrderPaper({ subject, onDrawn, onFailed }: PaperProps) {
  const ask = useAsk();
  const read = async (): Promise<Known> => {
    const [fault, status, profiles] = await Promise.all([ask(faults.one, { id: subject }), ask(unit.status, {}), ask(faults.profiles, {})]);
    const { device: reference } = fault.intake ?? {};
    // A device that the register does not know here stays as it was named.
    const device = reference?.id === undefined ? undefined : await ask(devices.one, { id: reference.id }).catch(() => undefined);
    const order = workOrderOf(fault, device);
    // A fault that names no profile runs under the usual one, which stands first.
    const profile = profiles.find((one) => fault.profile === '' || one.profile.code === fault.profile)?.profile;
    const className = profile?.classes.find(({ code }) => code === fault.class)?.name.zh ?? '';
    const { unit: name = '', letter = '', zone, now } = status;
    return { order, blocks: blocksOf(order, fault, className, zone), unit: name, letter, zone, now };
  };
  const known = usePaperContent(read, faults.one.name, onFailed);
  if (!known) return null;
  const { order, blocks, unit: name, letter, zone, now } = known;
  return (
    <Sheets
      blocks={blocks}
      title={said.title}
      topLine={[
        said.station(name, letter),
        <>
          {said.number}
          <span className={styles.number}>{order.number}</span>
        </>,
      ]}
      foot={(page, pages) => [`${said.printed}${dateTimeIn(zone, now)}`, said.page(page, pages)]}
      className={styles.order}
      onDrawn={() => onDrawn({ name: `${said.title}-${order.number}`, year: String(yearIn(zone, order.reportedAt)), version: String(now) })}
    />
  );
}
