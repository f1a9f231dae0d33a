import { dateIn, type Instant } from '../../shared/time';
import { zone } from './roster';

/** What bad weather is like at this time of the year, so that the month is believable whenever it is filled. */
export interface Season {
  storm: string;
  warning: string;
  /** Why devices broke, and what was done. */
  cause: string;
  remedy: string;
}

export function seasonOf(at: Instant): Season {
  const month = Number(dateIn(zone, at).slice(5, 7));
  if (month >= 4 && month <= 9) {
    return {
      storm: '雷暴大风伴强降雨',
      warning: '雷暴大风黄色预警',
      cause: '雷击感应浪涌击穿电源',
      remedy: '更换电源适配器及防雷器，检测接地',
    };
  }
  if (month >= 3 && month <= 11) {
    return {
      storm: '雷雨大风',
      warning: '大风蓝色、雷电黄色预警',
      cause: '雨水渗入配电箱，雷击感应浪涌',
      remedy: '干燥配电箱，更换电源适配器及防雷器',
    };
  }
  return {
    storm: '雨夹雪伴雷电大风',
    warning: '大风黄色、道路结冰黄色预警',
    cause: '覆冰压损线缆，电源短路',
    remedy: '除冰并重新敷设电源线，更换适配器',
  };
}
