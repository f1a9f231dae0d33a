import { dateIn, type Instant } from '../../shared/time';
import type { Staff } from './staff';

const ownColumns = ['序号', '姓  名', '性别', '岗位', '组别', '联系电话', '备用电话', '资质', '备注'];
const outsideColumns = ['单位', '联系人', '电话', '负责范围', '服务时间'];

/** The unit's list of people as units keep it: a title above the header, a name padded for the eye, phones as numbers. Base64. */
export async function peopleList(staff: Staff, unit: string, zone: string, at: Instant): Promise<string> {
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const own = workbook.addWorksheet('在岗人员');
  own.addRow([`${unit}值班与应急人员名册`]);
  own.addRow([`填表日期：${dateIn(zone, at)}`]);
  own.addRow(ownColumns);
  for (const [i, { name, gender, post, group, phone, otherPhone, qualification }] of staff.members.entries()) {
    const padded = name.length === 2 ? `${name[0]}　${name[1]}` : name;
    own.addRow([i + 1, padded, gender, post, group, Number(phone), otherPhone ? Number(otherPhone) : null, qualification ?? '', '']);
  }
  own.addRow([`合计：${staff.members.length}人`]);
  const outside = workbook.addWorksheet('外协单位');
  outside.addRow(['外协与厂家联系方式']);
  outside.addRow(outsideColumns);
  for (const { organisation, name, phone, responsibility, serviceTime } of staff.outsiders) {
    outside.addRow([organisation, name, Number(phone), responsibility, serviceTime]);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
}
