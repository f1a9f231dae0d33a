import type { devices as contract } from '../../shared/devices/contract';
import { deviceChanged, deviceRegistered, deviceRetired } from '../../shared/devices/events';
import { append, type Context, type HandlersOf, prepared, type Refused, refuse } from '../handler';
import { derivedId } from '../random';
import { normalised } from '../search/normalised';
import { readTable, type TextForm } from '../spreadsheets';
import { downstreamOf } from './downstream';
import { type ListedDevices, listedDevices } from './import/listed-rows';
import { outlineOf } from './outline';
import { eventsOf, planImport, readRows, retirementsOf } from './import/plan';
import { cardsOf, codeIsTaken, deviceById, deviceIdUsed, devicesInService, findDevices, listDevices } from './read';

/** The register of devices: who keeps it registers and changes, everyone at the desk finds. */
export const deviceHandlers: HandlersOf<typeof contract> = {
  register: (device, { raw, newId }) => {
    if (codeIsTaken(raw, device.code)) return refuse('codeTaken', { code: device.code, row: 1 });
    const id = newId();
    return append(deviceRegistered(id, device), { id });
  },
  registerMany: ({ devices }, { raw, newId }) => {
    const coming = new Set<string>();
    for (const [i, { code }] of devices.entries()) {
      if (coming.has(normalised(code)) || codeIsTaken(raw, code)) return refuse('codeTaken', { code, row: i + 1 });
      coming.add(normalised(code));
    }
    const ids = devices.map(newId);
    return append(
      devices.map((device, i) => deviceRegistered(ids[i] as string, device)),
      { ids },
    );
  },
  change: ({ id, changes }, { raw }) => {
    const device = deviceById(raw, id);
    if (!device) return refuse('notFound');
    if (device.retired) return refuse('deviceRetired', { name: device.name });
    if (changes.code !== undefined && codeIsTaken(raw, changes.code, id)) return refuse('codeTaken', { code: changes.code, row: 1 });
    return append(deviceChanged(id, changes));
  },
  retire: ({ id, reason }, { raw }) => {
    const device = deviceById(raw, id);
    if (!device) return refuse('notFound');
    return device.retired ? refuse('deviceRetired', { name: device.name }) : append(deviceRetired(id, { reason }));
  },
  find: ({ text, limit }, { raw }) => findDevices(raw, text, limit),
  downstream: ({ id }, { raw }) => (deviceById(raw, id) ? cardsOf(raw, downstreamOf(raw, id)) : { refusal: { code: 'notFound' } }),
  one: ({ id }, { raw }) => deviceById(raw, id) ?? { refusal: { code: 'notFound' } },
  outline: ({ by }, { raw }) => outlineOf(raw, by),
  list: ({ after, limit, ...filter }, { raw }) => listDevices(raw, filter, after, limit),
  previewImport: async ({ content, mends, leaveOut }, { raw }) => {
    const read = await readList(content);
    if ('refusal' in read) return read;
    const rows = await readRows(read, mends);
    return { ...planImport(read, rows, leaveOut, devicesInService(raw)).preview, ...(read.text ? { text: read.text } : {}) };
  },
  import: prepared(
    // Reading is the long part and needs nothing of the register: what is decided then comes in at once, or none of it.
    async ({ content, mends }) => {
      const read = await readList(content);
      return 'refusal' in read ? read : { ...read, cells: await readRows(read, mends) };
    },
    ({ name, leaveOut, plan, retire, reason }, context, read) => {
      if ('refusal' in read) return read;
      const { rows, preview } = planImport(read, read.cells, leaveOut, devicesInService(context.raw));
      if (plan !== undefined && plan !== preview.plan) return refuse('registerChanged');
      const undecided = rows.find(({ outcome }) => outcome === 'undecided');
      if (undecided) return refuse('rowsUndecided', { count: preview.counts.undecided, row: undecided.row.row });
      const missing = new Set(preview.missing.map(({ id }) => id));
      const leaving = [...new Set(retire)];
      if (leaving.some((id) => !missing.has(id))) return refuse('registerChanged');
      if (leaving.length > 0 && reason === '') return refuse('reasonNeeded', { count: leaving.length });
      const { new: added, changes: changed, unchanged, leftOut } = preview.counts;
      const kept = rows.filter(({ outcome }) => outcome !== 'leftOut');
      return append([...eventsOf(kept, name, (code) => freshId(code, context)), ...retirementsOf(leaving, reason)], {
        added,
        changed,
        unchanged,
        leftOut,
        retired: leaving.length,
      });
    },
  ),
};

/** Two desks that take in the same list while apart name each device alike, so that afterwards it is there once. */
function freshId(code: string, { raw, newId }: Context): string {
  const id = derivedId(`device/${normalised(code)}`);
  return deviceIdUsed(raw, id) ? newId() : id;
}

type ReadList = ListedDevices & { text?: TextForm };

async function readList(content: string): Promise<ReadList | Refused> {
  const read = await readTable(Buffer.from(content, 'base64'));
  if ('refused' in read) return refuse(read.refused, read.row === undefined ? {} : { row: read.row });
  const found = listedDevices(read.sheets);
  if (found.rows.length === 0) return refuse('noDevicesFound');
  return { ...found, ...(read.text ? { text: read.text } : {}) };
}
