import type { BothLanguages } from '../i18n/word-shapes';

const zh = {
  label: '附件',
  hint: '选择、粘贴或拖入；单个不超过 {{megabytes}} MB',
  add: '添加照片或文件',
  adding: '正在读取“{{name}}”…',
  remove: '移除“{{name}}”',
  keep: '另存“{{name}}”',
  enlarge: '放大“{{name}}”',
  shrink: '缩小“{{name}}”',
  tooLarge: '“{{name}}”超过 {{megabytes}} MB，未添加。请压缩或拆分后重新添加。',
  empty: '“{{name}}”是空文件，未添加。请核对后重新添加。',
  unreadable: '“{{name}}”未能读取，请重新添加。',
  tooMany: '最多 {{n}} 个附件，“{{name}}”未添加。其余的请另写一条续报。',
  missing: '本席未存有此文件',
  refusals: {
    attachmentTooLarge: '文件超过 {{megabytes}} MB，未添加。请压缩或拆分后重新添加。',
  },
};

export const words = {
  zh,
  en: {
    label: 'Attachments',
    hint: 'Choose, paste or drop; up to {{megabytes}} MB each',
    add: 'Add photo or file',
    adding: 'Reading “{{name}}”…',
    remove: 'Remove “{{name}}”',
    keep: 'Save “{{name}}” as…',
    enlarge: 'Enlarge “{{name}}”',
    shrink: 'Shrink “{{name}}”',
    tooLarge: '“{{name}}” is larger than {{megabytes}} MB and was not added. Make it smaller and add it again.',
    empty: '“{{name}}” is empty and was not added. Check it and add it again.',
    unreadable: '“{{name}}” could not be read. Add it again.',
    tooMany: 'At most {{n}} attachments; “{{name}}” was not added. Put the rest into a follow-up.',
    missing: 'This desk does not hold the file',
    refusals: {
      attachmentTooLarge: 'The file is larger than {{megabytes}} MB and was not added. Make it smaller and add it again.',
    },
  },
} satisfies BothLanguages<typeof zh>;
