import type { Subsystem } from '../../../shared/devices/facts';
import type { FaultClass } from '../../../shared/faults/intake';

/** What had broken and what was done, as they belong together. */
export interface Repair {
  cause: string;
  remedy: string;
  parts?: string;
}

/** A kind of fault that a kind of device has. */
export interface Trouble {
  symptoms: readonly string[];
  class: FaultClass;
  scope: readonly string[];
  repairs: readonly Repair[];
  /** Set right from the desk or the machine room: nobody drives out. */
  remote?: boolean;
}

const blackPicture: Trouble = {
  symptoms: ['画面黑屏，无信号', '无图像，平台显示“信号丢失”', '画面全黑，夜间红外灯亦不亮'],
  class: 'B',
  scope: ['该点位 1 路视频', '该路口一个方向无图像', '单点，不影响其他'],
  repairs: [
    { cause: '电源适配器损坏，无 12V 输出', remedy: '更换电源适配器，加装防水盒', parts: '电源适配器 1 个' },
    { cause: '摄像机主板故障', remedy: '更换同型号摄像机并重新注册平台', parts: '枪机 1 台' },
    { cause: '杆上配电箱空气开关跳闸', remedy: '排查线路绝缘后复位，紧固接线端子' },
    { cause: '视频接口氧化松动', remedy: '重做水晶头并做防水处理', parts: '水晶头 2 个' },
  ],
};
const offline: Trouble = {
  symptoms: ['设备离线，PING 不通', '平台显示离线，重启流媒体无效', '频繁掉线，每隔数分钟上下线一次'],
  class: 'B',
  scope: ['该点位 1 路视频', '该点位实时与录像均受影响', '单点'],
  repairs: [
    { cause: '光纤收发器故障', remedy: '更换光纤收发器，测试收发光功率正常', parts: '光纤收发器 1 对' },
    { cause: '尾纤弯折过大，光衰 -31dBm', remedy: '重新盘纤，更换尾纤', parts: '尾纤 2 根' },
    { cause: '施工挖断分支光缆', remedy: '熔接 4 芯，恢复通信并加装警示桩', parts: '光缆 60 米、接头盒 1 个' },
    { cause: '接入交换机端口故障', remedy: '调整至备用端口，更新端口台账' },
    { cause: 'IP 地址冲突', remedy: '核对地址表后重新分配地址' },
  ],
};
const poorPicture: Trouble = {
  symptoms: ['画面模糊，疑似镜头结雾', '夜间画面偏暗，无补光', '画面花屏、有横纹干扰', '图像偏色发红，夜间不切换'],
  class: 'C',
  scope: ['画质下降，可辨认', '夜间识别受影响', '该点位画质受影响'],
  repairs: [
    { cause: '护罩进水起雾', remedy: '拆卸除湿，更换密封圈', parts: '密封圈 1 个' },
    { cause: '补光灯损坏', remedy: '更换补光灯并调整角度', parts: '补光灯 1 只' },
    { cause: '镜头积尘', remedy: '清洁镜头及护罩，重新聚焦' },
    { cause: '电源纹波过大', remedy: '更换稳压电源，做等电位接地', parts: '稳压电源 1 台' },
  ],
};
const presets: Trouble = {
  symptoms: ['云台不响应控制', '预置位偏移约 20 度', '云台转动异响，不能复位'],
  class: 'C',
  scope: ['单点，画面可看但不能转动', '预置位轮巡受影响'],
  repairs: [
    { cause: '预置位参数丢失', remedy: '远程重新设定 8 个预置位并校核' },
    { cause: '云台齿轮磨损', remedy: '更换云台组件', parts: '云台 1 套' },
    { cause: '控制协议地址错误', remedy: '修正控制地址和波特率' },
  ],
};
const capture: Trouble = {
  symptoms: ['过车数据中断超过 30 分钟', '夜间抓拍率明显下降', '抓拍图片无法上传，前端缓存堆积', '号牌识别率低于 60%'],
  class: 'B',
  scope: ['该方向 2 车道无过车数据', '该卡口数据延迟', '布控比对受影响'],
  repairs: [
    { cause: '抓拍主机硬盘满，循环覆盖失败', remedy: '清理缓存，修复磁盘分区，补传数据' },
    { cause: '频闪灯损坏', remedy: '更换频闪灯，校准同步', parts: 'LED 频闪灯 1 只' },
    { cause: '镜头角度被碰移', remedy: '重新校正角度和识别区域' },
    { cause: '前端终端程序死机', remedy: '升级固件并设置定时自检' },
  ],
};
const faces: Trouble = {
  symptoms: ['人脸抓拍数量为零', '抓拍图片模糊，无法比对', '人脸图片上传失败'],
  class: 'B',
  scope: ['该出入口人脸数据缺失', '比对告警受影响'],
  repairs: [
    { cause: '算法授权到期未续', remedy: '导入新授权并重启算法服务' },
    { cause: '设备时间偏差 14 分钟被平台拒收', remedy: '重设校时服务器，补传图片' },
    { cause: '聚焦漂移', remedy: '现场重新聚焦并锁定' },
  ],
};
const alarmBox: Trouble = {
  symptoms: ['一键报警无响应', '报警主机与平台通信中断', '对讲无声音', '误报频繁，十分钟内 6 次'],
  class: 'B',
  scope: ['该报警点不可用，已提示派出所加强巡逻', '单点'],
  repairs: [
    { cause: '按钮触点氧化', remedy: '更换按钮并测试三次正常', parts: '报警按钮 1 个' },
    { cause: '对讲模块损坏', remedy: '更换对讲模块', parts: '对讲模块 1 块' },
    { cause: '蓄电池亏电', remedy: '更换蓄电池，检查充电回路', parts: '12V 蓄电池 1 节' },
    { cause: '雷击损坏通信板', remedy: '更换通信板并检测接地电阻 3.2Ω', parts: '通信板 1 块' },
  ],
};
const network: Trouble = {
  symptoms: ['交换机丢包率 12%，下挂多路视频卡顿', '上联口频繁闪断', '交换机风扇告警', '部分端口不转发，下挂 4 路离线'],
  class: 'B',
  scope: ['下挂 14 路视频卡顿', '片区部分视频受影响', '暂未影响业务'],
  repairs: [
    { cause: '上联光模块老化', remedy: '更换光模块，收光 -8.2dBm', parts: '千兆光模块 1 只' },
    { cause: '网络环路', remedy: '查出私接设备并拆除，开启环路检测' },
    { cause: '风扇故障', remedy: '更换风扇，温度恢复 41℃', parts: '风扇模块 1 个' },
    { cause: '交换机主控板故障', remedy: '整机替换并恢复配置', parts: '接入交换机 1 台' },
  ],
};
const coreNetwork: Trouble = {
  symptoms: ['核心链路主用中断，自动切换备用', '路由邻居反复震荡，跨片区调阅卡顿'],
  class: 'A',
  scope: ['三个片区视频调阅受影响', '全市级联调阅变慢'],
  repairs: [
    { cause: '主用光缆外破', remedy: '代维单位抢通 24 芯，切回主用', parts: '光缆 200 米' },
    { cause: '板卡软件缺陷', remedy: '厂家远程加载补丁，主备倒换正常' },
  ],
};
const airConditioner: Trouble = {
  symptoms: ['回风温度 29℃ 持续上升', '漏水告警，机组下有积水', '压缩机高压保护停机'],
  class: 'B',
  scope: ['机房环境，暂未影响设备', '冗余丧失，单机运行'],
  repairs: [
    { cause: '滤网堵塞、冷媒不足', remedy: '清洗滤网，补充冷媒，温度降至 23℃' },
    { cause: '加湿罐排水管堵塞', remedy: '疏通排水管，清理积水' },
    { cause: '室外机散热片积尘', remedy: '冲洗散热片，复位后运行正常' },
  ],
};
const powerSupply: Trouble = {
  symptoms: ['面板提示电池组异常', '一路市电输入缺相告警', '旁路供电，逆变器未启动'],
  class: 'B',
  scope: ['后备时间缩短', '冗余丧失，单机运行'],
  repairs: [
    { cause: '单节电池内阻超标', remedy: '更换 2 节电池并均充', parts: '蓄电池 2 节' },
    { cause: '输入空开触点烧蚀', remedy: '更换空开，三相电压平衡', parts: '空气开关 1 只' },
    { cause: '逆变模块过温', remedy: '清灰、更换风扇，切回逆变', parts: '风扇 2 个' },
  ],
};
const roomMonitor: Trouble = {
  symptoms: ['温湿度采集中断', '告警短信不能发出', '门禁与烟感数据不刷新'],
  class: 'C',
  scope: ['监测数据缺失，改为人工抄录'],
  repairs: [
    { cause: '串口服务器死机', remedy: '重启并升级程序' },
    { cause: '采集线缆松脱', remedy: '重新压接并固定' },
  ],
};
const storage: Trouble = {
  symptoms: ['节点硬盘故障告警，RAID 降级', '录像回放提示“无录像”', '存储写入延迟超过 800ms', '节点离线，集群降级运行'],
  class: 'A',
  scope: ['约 60 路录像写入异常', '该节点 120 路录像受影响', '冗余降级，未丢数据'],
  repairs: [
    { cause: '硬盘坏道', remedy: '更换硬盘，重建完成，校验录像完整', parts: '8TB 硬盘 1 块' },
    { cause: '录像计划被误停', remedy: '恢复计划，抽查 20 路回放正常' },
    { cause: '元数据服务内存耗尽', remedy: '重启服务并调整参数，延迟降至 40ms' },
    { cause: '节点电源模块故障', remedy: '更换电源模块，集群恢复满副本', parts: '电源模块 1 个' },
  ],
  remote: true,
};
const wall: Trouble = {
  symptoms: ['大屏左侧 3 块单元黑屏', '大屏拼缝偏色', '大屏布局切换无响应'],
  class: 'C',
  scope: ['指挥大厅显示'],
  repairs: [
    { cause: '信号线松动', remedy: '重新插接并固定' },
    { cause: '输出板故障', remedy: '更换输出板', parts: '输出板 1 块' },
  ],
  remote: true,
};
const decoder: Trouble = {
  symptoms: ['解码上墙卡死', '4 路解码输出花屏'],
  class: 'C',
  scope: ['指挥大厅部分画面'],
  repairs: [
    { cause: '解码卡过热保护', remedy: '清灰、改善散热后恢复' },
    { cause: '码流参数不匹配', remedy: '调整子码流参数后正常' },
  ],
  remote: true,
};
const workstation: Trouble = {
  symptoms: ['无法启动视频客户端', '频繁死机', '双屏只亮一屏'],
  class: 'C',
  scope: ['1 个坐席'],
  repairs: [
    { cause: '客户端版本不一致', remedy: '统一升级客户端' },
    { cause: '内存条接触不良', remedy: '擦拭金手指并重新插接' },
    { cause: '显卡驱动异常', remedy: '回退驱动后正常' },
  ],
  remote: true,
};
const gateway: Trouble = {
  symptoms: ['误阻断前端 9 台', '认证服务无响应'],
  class: 'B',
  scope: ['9 路视频不可调阅', '新设备不能入网'],
  repairs: [
    { cause: '策略更新后白名单缺失', remedy: '补录白名单，固化审批流程' },
    { cause: '认证进程异常退出', remedy: '恢复进程并加入守护' },
  ],
  remote: true,
};
const firewall: Trouble = {
  symptoms: ['CPU 占用 96%', '发现来自视频网内的端口扫描告警'],
  class: 'B',
  scope: ['跨网调阅变慢', '未发现数据外泄'],
  repairs: [
    { cause: '异常会话过多', remedy: '清理会话并封禁源地址，CPU 降至 30%' },
    { cause: '一台前端设备口令过弱被利用', remedy: '隔离设备、恢复出厂、改强口令后重新入网' },
  ],
  remote: true,
};
const application: Trouble = {
  symptoms: ['平台登录缓慢，超过 30 秒', '轮巡任务不执行', '录像下载失败，进度停在 99%', '电子地图点位不显示', '级联上级平台中断'],
  class: 'B',
  scope: ['全部用户', '指挥大厅及各派出所客户端', '部分用户', '上级调阅受影响'],
  repairs: [
    { cause: '数据库连接池耗尽', remedy: '重启应用服务，调大连接池' },
    { cause: '计划任务服务异常退出', remedy: '恢复服务并加入守护' },
    { cause: '下载目录磁盘占满', remedy: '清理临时文件，增加容量告警' },
    { cause: '级联证书过期', remedy: '更换证书，核对上级平台在线' },
  ],
  remote: true,
};

/** Troubles by type of device; the commoner ones stand more than once. */
export const troublesOfType: Readonly<Record<string, readonly Trouble[]>> = {
  枪机: [blackPicture, blackPicture, offline, offline, poorPicture],
  球机: [presets, presets, offline, blackPicture, poorPicture],
  卡口: [capture, capture, offline],
  人脸机: [faces, faces, offline],
  报警主机: [alarmBox],
  接入交换机: [network],
  精密空调: [airConditioner],
  不间断电源: [powerSupply],
  动环监控: [roomMonitor],
  拼接控制器: [wall],
  解码器: [decoder],
  工作站: [workstation],
  防火墙: [firewall],
  准入网关: [gateway],
};

export const troublesOfSubsystem: Readonly<Record<Subsystem, readonly Trouble[]>> = {
  frontEnd: [offline],
  network: [coreNetwork],
  machineRoom: [roomMonitor],
  cloudStorage: [storage],
  monitoringCentre: [workstation],
  security: [gateway],
  application: [application],
};
