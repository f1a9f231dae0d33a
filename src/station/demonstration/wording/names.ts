import type { Dice } from '../dice';

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高罗郑梁谢宋唐许韩冯邓曹彭曾田董潘袁蔡余叶程苏魏吕丁任姚'];
const given = [
  '立新',
  '海涛',
  '晓芳',
  '文斌',
  '志勇',
  '雨桐',
  '建民',
  '思远',
  '慧敏',
  '永强',
  '佳宁',
  '少华',
  '梦洁',
  '国平',
  '子轩',
  '春燕',
  '卫星',
  '明辉',
  '雅琴',
  '振东',
  '晓东',
  '丽娟',
  '俊峰',
  '小满',
  '广林',
  '欣怡',
  '长青',
  '玉梅',
  '一凡',
  '德胜',
  '秋月',
  '新宇',
  '铁军',
  '可欣',
  '大勇',
  '淑芬',
  '家豪',
  '晓岚',
  '松涛',
  '静',
  '磊',
  '婷',
  '刚',
  '洋',
  '倩',
  '斌',
  '霞',
  '超',
  '宁',
  '帆',
];

/** Names that nobody bears who is meant: put together by chance, each given once. */
export function inventedNames(dice: Dice, taken: readonly string[] = []): () => string {
  const used = new Set(taken);
  const givens = dice.deck(given);
  const families = dice.deck(surnames);
  return () => {
    for (;;) {
      const name = families() + givens();
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

/** Phones of a range that is given to nobody, each once. */
export function inventedPhones(dice: Dice): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const phone = `190000${String(dice.whole(0, 99_999)).padStart(5, '0')}`;
      if (used.has(phone)) continue;
      used.add(phone);
      return phone;
    }
  };
}
