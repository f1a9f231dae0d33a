import type { devices as contract } from '../../shared/devices/contract';
import { deviceChanged, deviceRegistered, deviceRetired } from '../../shared/devices/events';
import { append, type HandlersOf, refuse } from '../handler';
import { normalised } from '../search/normalised';
import { downstreamOf } from './downstream';
import { cardsOf, codeIsTaken, deviceById, findDevices, listDevices } from './read';

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
  list: ({ after, limit, ...filter }, { raw }) => listDevices(raw, filter, after, limit),
};
