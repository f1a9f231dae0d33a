import type { ColumnField } from '../../../shared/people/import-preview';
import type { Row, Sheet } from '../../spreadsheets';

/** What units write above their columns, without blanks and brackets; the first that fits wins. */
const headings: readonly (readonly [RegExp, ColumnField])[] = [
  [/^(序号|编号|no|number)$/u, 'number'],
  [/^(姓名|名字|人员|人员姓名|联系人|联系人姓名|值班人员|name)$/u, 'name'],
  [/^(性别|gender)$/u, 'gender'],
  [/^(备用|其他|其它|第二|办公|固定|值班|家庭).*(电话|手机|号码)|^(座机|固话|电话2|手机2|办公室电话|otherphone)$/u, 'otherPhone'],
  [/^(联系|移动|手机|本人)?(电话|手机|手机号|号码|电话号码|手机号码|联系方式)1?$|^(联系电话手机|phone|mobile)$/u, 'phone'],
  [/(资质|证书|证件).*(到期|有效|期限|截止)|^(有效期|有效期至|到期日期|到期时间)$/u, 'qualificationExpiry'],
  [/^(资质|资质证书|证书|资格|资格证书|持证情况|资质名称|qualification)$/u, 'qualification'],
  [/^(支持)?(技术)?(层级|梯队|tier)$/u, 'tier'],
  [/^(岗位|职务|职位|岗位职务|职务岗位|角色|工种|post)$/u, 'post'],
  [/^(组别|小组|应急小组|所在小组|所属小组|班组|组|部门|科室|所在部门|所属部门|group)$/u, 'group'],
  [/^(单位|单位名称|公司|厂家|厂家名称|所属单位|工作单位|organisation|company)$/u, 'organisation'],
  [/^(负责范围|职责|职责范围|负责内容|业务范围|负责区域|服务范围)$/u, 'responsibility'],
  [/^(服务时间|值守时间|工作时间|联系时间)$/u, 'serviceTime'],
  [/^(备注|说明|其他说明|remark)$/u, 'remark'],
];

export interface Header {
  row: number;
  /** By column, from 0. */
  fields: Map<number, ColumnField>;
  unused: { column: number; header: string }[];
}

/** Units put titles, dates and notices above the header, never this many. */
const deepestHeader = 30;

/** The row whose cells name the columns: a name, and at least one thing more that the register keeps. */
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
  return named.has('name') && [...named].some((field) => field !== 'name' && field !== 'number');
}

function readHeader(row: Row): Header {
  const header: Header = { row: row.number, fields: new Map(), unused: [] };
  for (const [column, cell] of row.cells.entries()) {
    if (!cell) continue;
    const words = cell.text
      .normalize('NFKC')
      .replace(/[\s()[\]【】:：*、/_-]/gu, '')
      .toLowerCase();
    const field = headings.find(([pattern]) => pattern.test(words))?.[1];
    const taken = new Set(header.fields.values());
    if (field === undefined) header.unused.push({ column, header: cell.text.slice(0, 40) });
    else if (!taken.has(field)) header.fields.set(column, field);
    // A second telephone column under another of its names.
    else if (field === 'phone' && !taken.has('otherPhone')) header.fields.set(column, 'otherPhone');
    else header.unused.push({ column, header: cell.text.slice(0, 40) });
  }
  return header;
}
