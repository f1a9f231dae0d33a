import { app } from 'electron';

const words = {
  zh: {
    title: '值班站',
    wall: '值班站 大屏',
    folderReadOnly: '数据目录不可写',
    folderInUse: '数据目录正被另一值班站进程使用',
    diskFull: '磁盘空间已满',
    failed: '值班站无法启动',
    quit: '退出',
  },
  en: {
    title: 'Duty station',
    wall: 'Duty station: wall view',
    folderReadOnly: 'The data folder cannot be written to',
    folderInUse: 'Another station process is using the data folder',
    diskFull: 'The disk is full',
    failed: 'The station cannot start',
    quit: 'Quit',
  },
};

export type MainWord = keyof (typeof words)['zh'];

/** A word of the shell itself, in the system's language; Chinese unless that is English. */
export function word(key: MainWord): string {
  return (app.getLocale().startsWith('en') ? words.en : words.zh)[key];
}
