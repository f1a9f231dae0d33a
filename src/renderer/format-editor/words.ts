import type { BothLanguages } from '../i18n/word-shapes';

const zh = {
  zh: '中文',
  en: '英文',
  unit: '单位',
  units: { min: '分钟', h: '小时', d: '日' },
  remove: '删除',
  removeNamed: '删除{{name}}',
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
  },
} satisfies BothLanguages<typeof zh>;
