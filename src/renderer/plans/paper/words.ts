/** What the paper of a plan says beside the plan's own words. */
export const said = {
  printed: '打印时间：',
  station: (unit: string, letter: string) => `${unit}　${letter} 站`,
  version: (number: number, state: string) => `第${number}版（${state}）`,
  versionOf: (number: number) => `第${number}版`,
  page: (page: number, pages: number) => `第 ${page} 页　共 ${pages} 页`,
  heads: ['序号', '工作内容', '责任岗位', '时限', '留存凭据', '完成时间、签名'],
  kitPer: (per: string) => `应急器材（${per}）`,
  marks: (marks: readonly string[]) => `【${marks.join(' ')}】`,
  colon: '：',
  dot: '　',
  tel: '姓名、电话',
} as const;
