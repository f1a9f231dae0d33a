import type { DeviceFacts, Subsystem } from '../../shared/devices/facts';
import type { DeviceReference } from '../../shared/references';
import type { Dice } from './dice';
import { type Area, areas, policeStationOf, roadsOf } from './wording/vocabulary';

export interface Device extends DeviceFacts {
  area: string;
  /** Filled once it is in the register. */
  id?: string;
}

export interface Estate {
  all: Device[];
  frontEnd: Device[];
  switches: Device[];
  /** Machine room, storage, centre, security, applications, core network. */
  central: Device[];
}

/** Front-end points under each access switch; the first one carries the thunderstorm's faults. */
const underSwitch = [22, ...Array.from({ length: 15 }, () => 16)];
const types: readonly (readonly [string, number])[] = [
  ['枪机', 50],
  ['球机', 24],
  ['卡口', 12],
  ['人脸机', 8],
  ['报警主机', 6],
];
const typeCodes: Readonly<Record<string, string>> = { 枪机: '132', 球机: '132', 卡口: '131', 人脸机: '132', 报警主机: '134' };
const directions = ['东向', '西向', '南向', '北向', '东南角', '西北角'];

const central: readonly (readonly [name: string, type: string, subsystem: Subsystem])[] = [
  ['核心交换机-1', '核心交换机', 'network'],
  ['核心交换机-2', '核心交换机', 'network'],
  ['汇聚交换机-东', '汇聚交换机', 'network'],
  ['汇聚交换机-西', '汇聚交换机', 'network'],
  ['精密空调-1', '精密空调', 'machineRoom'],
  ['精密空调-2', '精密空调', 'machineRoom'],
  ['UPS主机-1', '不间断电源', 'machineRoom'],
  ['UPS主机-2', '不间断电源', 'machineRoom'],
  ['动环监控主机', '动环监控', 'machineRoom'],
  ['云存储节点-01', '存储节点', 'cloudStorage'],
  ['云存储节点-02', '存储节点', 'cloudStorage'],
  ['云存储节点-03', '存储节点', 'cloudStorage'],
  ['存储管理服务器', '服务器', 'cloudStorage'],
  ['指挥大屏拼接控制器', '拼接控制器', 'monitoringCentre'],
  ['大厅解码器-01', '解码器', 'monitoringCentre'],
  ['值班坐席工作站-02', '工作站', 'monitoringCentre'],
  ['视频专网边界防火墙', '防火墙', 'security'],
  ['视频安全准入网关', '准入网关', 'security'],
  ['视频共享平台服务器', '服务器', 'application'],
  ['流媒体服务器-01', '服务器', 'application'],
  ['人脸比对服务器', '服务器', 'application'],
  ['运维管理平台服务器', '服务器', 'application'],
];

/** 300 devices of an invented city: 262 front-end points under 16 access switches, and 22 of the centre. */
export function inventEstate(dice: Dice): Estate {
  const codes = new Codes();
  const switches = underSwitch.map((_, i): Device => {
    const area = areas[i % areas.length] as Area;
    return {
      code: codes.next(area, '217'),
      name: `SW-${area}-${String(i + 1).padStart(2, '0')}`,
      type: '接入交换机',
      subsystem: 'network',
      area,
      place: `${policeStationOf(area)}机房`,
      upstream: i % 2 === 0 ? '汇聚交换机-东' : '汇聚交换机-西',
      importance: 'important',
      ip: `10.12.${i + 1}.1`,
      port: 161,
      maker: '厂家乙',
      model: 'S5735',
      inServiceSince: '2023-06-01',
    };
  });
  const names = new Set<string>();
  const frontEnd = switches.flatMap((upstream, i) =>
    Array.from({ length: underSwitch[i] as number }, (_, j) => {
      const point = inventPoint(dice, upstream, names);
      return {
        ...point,
        code: codes.next(point.area, typeCodes[point.type] as string),
        ip: `10.12.${i + 1}.${j + 10}`,
        ...platesOf(i * 40 + j),
      };
    }),
  );
  const inCentre = central.map(
    ([name, type, subsystem], i): Device => ({
      code: codes.next('城关', subsystem === 'network' ? '217' : '200'),
      name,
      type,
      subsystem,
      area: '市局',
      place: subsystem === 'monitoringCentre' ? '市局指挥大厅' : '市局中心机房',
      upstream: type === '核心交换机' ? '' : '核心交换机-1',
      importance: 'key',
      ip: `10.10.1.${i + 10}`,
      port: 443,
      maker: '厂家丙',
      inServiceSince: '2022-01-01',
    }),
  );
  return { all: [...inCentre, ...switches, ...frontEnd], frontEnd, switches, central: inCentre };
}

/** What stands on the plate, and since when it runs. Drawn without the dice: what they give to everything else stays as it is. */
function platesOf(place: number): Pick<DeviceFacts, 'port' | 'maker' | 'model' | 'inServiceSince'> {
  const pick = <T>(choices: readonly T[], step: number) => choices[(place * step) % choices.length] as T;
  const two = (number: number) => String(number + 1).padStart(2, '0');
  return {
    port: pick([80, 554, 5060], 5),
    maker: pick(['厂家甲', '厂家乙', '厂家丙'], 7),
    model: pick(['IPC-HFW', 'DS-2CD', 'SD-6C'], 11),
    inServiceSince: `${2021 + (place % 5)}-${two((place * 5) % 12)}-${two((place * 13) % 28)}`,
  };
}

function inventPoint(dice: Dice, upstream: Device, names: Set<string>): Device {
  const area = upstream.area as Area;
  for (;;) {
    const [one, other] = dice.shuffled(roadsOf[area]) as [string, string];
    const type = dice.weighted(types);
    const place = type === '报警主机' ? `${one}与${other}交叉口岗亭` : `${one}与${other}交叉口`;
    const name = `${area}-${place}${type === '报警主机' ? '' : dice.pick(directions)}${type}`;
    if (names.has(name)) continue;
    names.add(name);
    const importance = dice.weighted([
      ['normal', 80],
      ['important', 15],
      ['key', 5],
    ] as const);
    return { code: '', name, type, subsystem: 'frontEnd', area, place, upstream: upstream.name, importance };
  }
}

/** Codes of 20 digits as units give them: region, area, kind of device, running number. Always text. */
class Codes {
  private last = 0;

  next(area: string, kind: string): string {
    this.last += 1;
    const areaCode = String(areas.indexOf(area as Area) + 1).padStart(2, '0');
    return `341000${areaCode}00${kind}0${String(this.last).padStart(6, '0')}`;
  }
}

/** How a record names a device. */
export function referenceToDevice({ id, code, name }: Device): DeviceReference {
  return { ...(id === undefined ? {} : { id }), code, name };
}
