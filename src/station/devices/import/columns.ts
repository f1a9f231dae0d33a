import type { DeviceField } from '../../../shared/devices/facts';
import type { Row, Sheet } from '../../spreadsheets';

/** What units write above their columns, without blanks and brackets. */
const headings: readonly (readonly [RegExp, DeviceField])[] = [
  [/^(设备|国标|点位|资产)?(编码|编号|代码|id)$|^(devicecode|code)$/u, 'code'],
  [/^(设备|点位|资产)?(名称|名)$|^(devicename|name)$/u, 'name'],
  [/^(设备)?(类型|类别|种类)$|^(devicetype|type)$/u, 'type'],
  [/^(所属|所在)?(区域|辖区|片区|分局|行政区)$|^area$/u, 'area'],
  [/^(安装|所在|具体)?(地点|位置|地址|点位)$|^(place|location)$/u, 'place'],
  [/^(设备)?ip(v4)?(地址)?$|^网络地址$|^ipaddress$/u, 'ip'],
  [/^(服务|通信|网络)?端口(号)?$|^port$/u, 'port'],
  [/^(设备)?(厂家|厂商|品牌|生产厂家|制造商)$|^(maker|vendor)$/u, 'maker'],
  [/^(规格|设备)?型号$|^规格型号$|^model$/u, 'model'],
  [/^(上联|上级|接入|汇聚)(交换机|设备|节点)?$|^(upstream|upstreamdevice)$/u, 'upstream'],
  [/^(所属)?(子系统|系统)$|^subsystem$/u, 'subsystem'],
  [/^(启用|投用|投运|上线|建设|安装|启用使用)(日期|时间)$|^inservicesince$/u, 'inServiceSince'],
  [/^(重要|重要性|优先)(等级|级别|程度)?$|^(等级|级别)$|^importance$/u, 'importance'],
];

export interface Header {
  row: number;
  /** By column, from 0. */
  fields: Map<number, DeviceField>;
  titles: Map<number, string>;
  unused: string[];
}

/** Units put titles and dates above the header, never this many. */
const deepestHeader = 30;

/** The row whose cells name the columns: code, name, and at least one more. */
export function headerOf(sheet: Sheet): Header | undefined {
  return sheet.rows
    .slice(0, deepestHeader)
    .map(readHeader)
    .find((header) => isHeader(header));
}

/** True for a header that is repeated further down, at a page break. */
export function repeatsHeader(row: Row, header: Header): boolean {
  const again = readHeader(row);
  return isHeader(again) && again.fields.size >= header.fields.size / 2;
}

function isHeader({ fields }: Header): boolean {
  const named = new Set(fields.values());
  return named.has('code') && named.has('name') && named.size > 2;
}

function readHeader(row: Row): Header {
  const header: Header = { row: row.number, fields: new Map(), titles: new Map(), unused: [] };
  const taken = new Set<DeviceField>();
  for (const [column, cell] of row.cells.entries()) {
    if (!cell) continue;
    const words = cell.text
      .normalize('NFKC')
      .replace(/[\s()[\]【】:：*、/_-]/gu, '')
      .toLowerCase();
    const field = headings.find(([pattern]) => pattern.test(words))?.[1];
    if (field === undefined || taken.has(field)) header.unused.push(cell.text.slice(0, 40));
    else {
      taken.add(field);
      header.fields.set(column, field);
      header.titles.set(column, cell.text.slice(0, 40));
    }
  }
  return header;
}
