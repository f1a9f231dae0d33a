// What the command line says to a person, in Chinese and English.

const zh = {
  prefix: 'station：',
  help: `值班站命令行

用法：station [--data 目录] 命令 [参数]

命令
  init                  建站，不需要屏幕
    --unit 单位 --letter 站号字母 [--zone 时区，默认 Asia/Shanghai]
    --sys-admin 登录名=姓名 --sec-admin 登录名=姓名 --audit-admin 登录名=姓名
    [--passwords 文件|-]  口令不作参数：取自环境变量 STATION_PASSWORDS、文件或标准输入（-），
                          格式 {"sysAdmin":"…","secAdmin":"…","auditAdmin":"…"}；在终端上则逐个询问
  serve                 无屏运行；就绪后输出一行，收到 SIGTERM 或 SIGINT 后正常结束
  call 名称 [JSON|-]    以某值班员身份调用任一接口，标准输出为结果 JSON；- 表示从标准输入读取参数
    [--as 登录名]         口令取自环境变量 STATION_PASSWORD、--password-stdin（标准输入）或终端询问
  list                  输出全部接口：一个 JSON 对象，键为“模块.动作”
  verify                校验日志链；完好返回 0，否则返回 1 并指出第一条损坏的记录；只读，站点运行中亦可
  rebuild               由日志重建全部派生数据
  export [--out 文件]   导出全部记录，每行一条 JSON；只读，站点运行中亦可
  demo                  在空目录中生成一个月的演示数据，账号与口令列于该目录的 accounts.txt；已生成则不再改动

选项
  --data 目录           数据目录；默认取 DUTY_DATA_DIR，否则为本用户的数据目录
  --help                本说明
  --version             版本号

标准输出只有结果；错误为标准错误上的一行，被拒绝时该行是拒绝原因的 JSON。

返回值
  0  完成
  1  被拒绝，或日志已损坏
  2  用法有误
  3  数据目录无法使用（被占用、只读、磁盘已满、尚未建站）
`,
  usage: (what: string) => `用法有误：${what}（station --help 查看说明）`,
  noCommand: '缺少命令',
  unknownCommand: (name: string) => `没有命令 ${name}`,
  badOption: (option: string) => `选项 ${option} 不正确`,
  tooManyWords: (word: string) => `多余的参数 ${word}`,
  missing: (option: string) => `缺少 ${option}`,
  notJson: (what: string) => `${what} 不是有效的 JSON`,
  loginAndName: (option: string) => `${option} 应为 登录名=姓名`,
  passwordsWanted:
    '没有口令：请设置环境变量 STATION_PASSWORDS，或用 --passwords 指定文件，内容为 {"sysAdmin":"…","secAdmin":"…","auditAdmin":"…"}',
  passwordWanted: '没有口令：请设置环境变量 STATION_PASSWORD，或使用 --password-stdin',
  oneStdin: '标准输入只能用于口令或参数之一',
  askPassword: (login: string) => `${login} 的口令：`,
  askAgain: '再次输入：',
  notAlike: '两次输入不一致',
  cannotRead: (file: string) => `无法读取 ${file}`,
  cannotWrite: (file: string) => `无法写入 ${file}`,
  folderInUse: (folder: string) => `${folder} 正被另一个值班站使用：请先将其关闭，或用 --data 指定其他目录`,
  folderReadOnly: (folder: string) => `无法写入 ${folder}：请授予当前用户写权限，或用 --data 指定其他目录`,
  diskFull: (folder: string) => `${folder} 所在磁盘已满：请清理空间后重试，已有记录未受影响`,
  notADemonstration: (folder: string) => `${folder} 中已有其他数据，不会用于演示：请用 --data 指定空目录`,
  fillingDemonstration: (folder: string) => `正在 ${folder} 中生成演示数据`,
  demonstrationDays: (days: number, of: number) => `演示数据：已完成 ${days} / ${of} 天`,
  demonstrationFilled: (folder: string) => `演示站的账号与口令（亦见 ${folder}/accounts.txt）：`,
  noStation: (folder: string) => `${folder} 中没有值班站：请先用 station init 建站，或用 --data 指定其他目录`,
  notAJournal: (file: string) => `${file} 不是完好的值班日志`,
  movedAside: (file: string) => `发现一个不是完好值班日志的文件，已原样移至 ${file}`,
  broken: (letter: string, seq: number, id: string, reason: string) => `日志在 ${letter} 站第 ${seq} 条记录（${id}）处损坏：${reason}`,
  altered: (records: string) => `已签署的记录被改动：${records}`,
  failed: (what: string) => `出现故障：${what}`,
};

export type CommandWords = typeof zh;

const en: CommandWords = {
  prefix: 'station: ',
  help: `The duty station's command line

Usage: station [--data DIR] COMMAND [arguments]

Commands
  init                  founds a station; needs no screen
    --unit UNIT --letter LETTER [--zone ZONE, Asia/Shanghai when not given]
    --sys-admin LOGIN=NAME --sec-admin LOGIN=NAME --audit-admin LOGIN=NAME
    [--passwords FILE|-]  passwords are never arguments: they come from the environment variable STATION_PASSWORDS,
                          a file or stdin (-), as {"sysAdmin":"…","secAdmin":"…","auditAdmin":"…"}; a terminal asks for each
  serve                 runs without a screen; prints one line when up, ends cleanly on SIGTERM or SIGINT
  call NAME [JSON|-]    calls any procedure as a given officer, JSON of the value on stdout; - reads the input from stdin
    [--as LOGIN]          password from the environment variable STATION_PASSWORD, --password-stdin, or the terminal
  list                  every procedure: one JSON object keyed by slice.verb
  verify                checks the journal; 0 when sound, else 1 and the first broken entry; read-only, also beside a running station
  rebuild               makes everything derived anew from the journal
  export [--out FILE]   every entry, one JSON a line; read-only, also beside a running station
  demo                  fills an empty folder with a month of demonstration, accounts and passwords in its accounts.txt; only once

Options
  --data DIR            data folder; DUTY_DATA_DIR when not given, else this user's own data folder
  --help                this text
  --version             the version

Stdout carries the result only; an error is one line on stderr, and for a refusal that line is the refusal as JSON.

Exit codes
  0  done
  1  refused, or the journal is broken
  2  wrong use
  3  the data folder cannot be used (in use, read-only, disk full, no station there)
`,
  usage: (what) => `wrong use: ${what} (see station --help)`,
  noCommand: 'no command given',
  unknownCommand: (name) => `there is no command ${name}`,
  badOption: (option) => `the option ${option} is not right`,
  tooManyWords: (word) => `one argument too many: ${word}`,
  missing: (option) => `${option} is missing`,
  notJson: (what) => `${what} is not valid JSON`,
  loginAndName: (option) => `${option} must be LOGIN=NAME`,
  passwordsWanted:
    'no passwords: set STATION_PASSWORDS, or name a file with --passwords, holding {"sysAdmin":"…","secAdmin":"…","auditAdmin":"…"}',
  passwordWanted: 'no password: set STATION_PASSWORD or use --password-stdin',
  oneStdin: 'stdin can carry the password or the input, not both',
  askPassword: (login) => `Password of ${login}: `,
  askAgain: 'Once more: ',
  notAlike: 'the two are not the same',
  cannotRead: (file) => `cannot read ${file}`,
  cannotWrite: (file) => `cannot write ${file}`,
  folderInUse: (folder) => `another station is using ${folder}: close it, or choose another folder with --data`,
  folderReadOnly: (folder) => `cannot write to ${folder}: give this user the right to write there, or choose another with --data`,
  diskFull: (folder) => `the disk that holds ${folder} is full: free some space and try again; what was recorded is safe`,
  notADemonstration: (folder) => `${folder} holds something else and is left alone: choose an empty folder with --data`,
  fillingDemonstration: (folder) => `filling ${folder} with a month of demonstration`,
  demonstrationDays: (days, of) => `demonstration: ${days} of ${of} days done`,
  demonstrationFilled: (folder) => `accounts and passwords of the demonstration (also in ${folder}/accounts.txt):`,
  noStation: (folder) => `there is no station in ${folder}: found one with station init, or choose another folder with --data`,
  notAJournal: (file) => `${file} is not a sound duty journal`,
  movedAside: (file) => `a file that was not a sound duty journal was moved, as it was, to ${file}`,
  broken: (letter, seq, id, reason) => `the journal is broken at entry ${seq} of station ${letter} (${id}): ${reason}`,
  altered: (records) => `signed records were altered: ${records}`,
  failed: (what) => `failed: ${what}`,
};

/** Chinese or English by the environment, as other programs do; the system's own language where it says nothing. */
export function wordsFor(env: Readonly<Record<string, string | undefined>>): CommandWords {
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return /^zh/i.test(language) ? zh : en;
}

export const words = wordsFor(process.env);
