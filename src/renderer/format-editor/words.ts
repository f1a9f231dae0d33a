import type { BothLanguages } from '../i18n/word-shapes';

const zh = {
  zh: '中文',
  en: '英文',
  unit: '单位',
  units: { min: '分钟', h: '小时', d: '日' },
  remove: '删除',
  removeNamed: '删除{{name}}',
  up: '上移',
  upNamed: '上移{{name}}',
  down: '下移',
  downNamed: '下移{{name}}',
  copy: '复制',
  copyNamed: '复制{{name}}',
};

/** Words of the fields that every editor of a format shares. */
export const words = {
  zh,
  en: {
    zh: 'Chinese',
    en: 'English',
    unit: 'Unit',
    units: { min: 'min', h: 'h', d: 'd' },
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    up: 'Up',
    upNamed: 'Move {{name}} up',
    down: 'Down',
    downNamed: 'Move {{name}} down',
    copy: 'Copy',
    copyNamed: 'Copy {{name}}',
  },
} satisfies BothLanguages<typeof zh>;
