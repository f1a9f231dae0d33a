import type { Role } from '../../shared/roles';
import type { PersonReference } from '../../shared/references';
import type { Dice } from './dice';
import { inventedNames, inventedPhones } from './wording/names';

/** Somebody of the unit, or from outside, as the unit's list has them. */
export interface Member {
  name: string;
  gender: '男' | '女';
  post: string;
  group: string;
  phone: string;
  otherPhone?: string;
  qualification?: string;
  /** Those who have an account. */
  login?: string;
  roles?: Role[];
  /** Filled once they are in the register. */
  id?: string;
}

export interface Outsider {
  organisation: string;
  name: string;
  phone: string;
  responsibility: string;
  serviceTime: string;
}

export interface Staff {
  members: Member[];
  outsiders: Outsider[];
  administrators: { sysAdmin: Member; secAdmin: Member; auditAdmin: Member };
  /** Two by two: who shares a shift. */
  pairs: readonly (readonly [Member, Member])[];
  leaders: readonly Member[];
  engineers: Member[];
  office: Member;
  groupLeader: Member;
  /** Of the leading group, with an account: the end of a run is decided there alone. */
  leading: Member;
  superiors: Member[];
}

type Known = readonly [login: string, name: string, gender: Member['gender'], post: string, group: string, role: Role];

const desk = '指挥中心值班室';
const known: readonly Known[] = [
  ['zhouqiming', '周启铭', '男', '系统管理员', '科技信息化科', 'sysAdmin'],
  ['shenjingyi', '沈静宜', '女', '安全管理员', '科技信息化科', 'secAdmin'],
  ['guwenyuan', '顾文渊', '男', '审计管理员', '审计室', 'auditAdmin'],
  ['hanzhiyuan', '韩志原', '男', '带班领导', desk, 'shiftLeader'],
  ['liangjianping', '梁建坪', '男', '带班领导', desk, 'shiftLeader'],
  ['chenxiaolan', '陈晓澜', '女', '值班员', desk, 'dutyOfficer'],
  ['wangziang', '王梓昂', '男', '值班员', desk, 'dutyOfficer'],
  ['lisimin', '李思珉', '女', '值班员', desk, 'dutyOfficer'],
  ['zhaoqihang', '赵启杭', '男', '值班员', desk, 'dutyOfficer'],
  ['sunhaoran', '孙灏然', '男', '值班员', desk, 'dutyOfficer'],
  ['linjiayi', '林嘉仪', '女', '值班员', desk, 'dutyOfficer'],
  ['heliqun', '何立群', '男', '工程师', '应急一组', 'engineer'],
  ['denghaifeng', '邓海沣', '男', '工程师', '应急二组', 'engineer'],
  ['songyuwei', '宋雨葳', '女', '应急办公室', '应急办公室', 'office'],
  ['weizhenbang', '魏振邦', '男', '应急小组组长', '应急一组', 'groupLeader'],
  ['yanguohua', '严国桦', '男', '领导小组组长', '应急领导小组', 'leadingGroup'],
];

/** Posts of those who have no account. */
const others: readonly (readonly [post: string, group: string, count: number])[] = [
  ['领导小组副组长', '应急领导小组', 2],
  ['应急办公室主任', '应急办公室', 1],
  ['带班领导', desk, 2],
  ['值班员', desk, 2],
  ['工程师', '应急一组', 4],
  ['应急小组组长', '应急二组', 1],
  ['工程师', '应急二组', 4],
  ['应急小组组长', '应急预备组', 1],
  ['工程师', '应急预备组', 3],
  ['备件管理员', '应急预备组', 2],
  ['视频巡查员', '视频室', 3],
];

const services: readonly (readonly [organisation: string, responsibility: string, serviceTime: string])[] = [
  ['视频平台厂家', '应用系统', '7×24'],
  ['存储厂家', '云计算云存储平台', '7×24'],
  ['大屏维保单位', '监控中心', '工作日 8:30-17:30'],
  ['机房空调维保单位', '机房系统', '工作日 8:30-17:30'],
  ['光缆代维单位', '网络传输系统', '7×24'],
  ['供电抢修班', '供电', '7×24'],
];

const qualifications = ['', '', '低压电工', '登高作业', '网络工程师', '信息系统管理', '光纤熔接'];

/** The people of an invented unit: 41 of its own and 6 from outside; every name and phone is made up. */
export function inventStaff(dice: Dice): Staff {
  const name = inventedNames(
    dice.for('names'),
    known.map(([, given]) => given),
  );
  const phone = inventedPhones(dice.for('phones'));
  const qualification = dice.deck(qualifications);
  const contact = () => ({ phone: phone(), qualification: qualification(), ...(dice.chance(0.2) ? { otherPhone: phone() } : {}) });
  const withAccount: Member[] = known.map(([login, given, gender, post, group, role]) => ({
    name: given,
    gender,
    post,
    group,
    login,
    roles: [role],
    ...contact(),
  }));
  const without = others.flatMap(([post, group, count]) =>
    Array.from({ length: count }, (): Member => ({ name: name(), gender: dice.chance(0.65) ? '男' : '女', post, group, ...contact() })),
  );
  const members = [...withAccount, ...without];
  const holding = (role: Role) => withAccount.filter(({ roles }) => roles?.includes(role));
  const [o1, o2, o3, o4, o5, o6] = holding('dutyOfficer') as [Member, Member, Member, Member, Member, Member];
  return {
    members,
    outsiders: services.map(([organisation, responsibility, serviceTime]) => ({
      organisation,
      name: name(),
      phone: phone(),
      responsibility,
      serviceTime,
    })),
    administrators: {
      sysAdmin: holding('sysAdmin')[0] as Member,
      secAdmin: holding('secAdmin')[0] as Member,
      auditAdmin: holding('auditAdmin')[0] as Member,
    },
    pairs: [
      [o1, o2],
      [o3, o4],
      [o5, o6],
    ],
    leaders: holding('shiftLeader'),
    engineers: members.filter(({ post }) => post === '工程师'),
    office: holding('office')[0] as Member,
    groupLeader: holding('groupLeader')[0] as Member,
    leading: holding('leadingGroup')[0] as Member,
    superiors: members.filter(({ group }) => group === '应急领导小组'),
  };
}

/** How a record names a member. */
export function referenceTo({ id, name, phone }: Member): PersonReference {
  return { ...(id === undefined ? {} : { id }), name, phone };
}
