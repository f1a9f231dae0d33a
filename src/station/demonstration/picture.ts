import { crc32, deflateSync } from 'node:zlib';
import { Dice } from './dice';

/** A picture that no camera took. */
export interface Picture {
  name: string;
  seed: string;
}

const width = 320;
const height = 180;

/** A small PNG: a street by night as a camera would show it, all of it rectangles. */
export function paint({ seed }: Picture): Buffer {
  const dice = new Dice(seed);
  const pixels = Buffer.alloc(height * (width * 3 + 1));
  const fill = (left: number, top: number, right: number, bottom: number, colour: readonly number[]) => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, right); x++) pixels.set(colour, y * (width * 3 + 1) + 1 + x * 3);
    }
  };
  const horizon = dice.whole(70, 100);
  const night = dice.chance(0.5);
  for (let y = 0; y < horizon; y++) fill(0, y, width, y + 1, night ? [8, 12, 24 + (y >> 2)] : [150 + (y >> 1), 170 + (y >> 1), 190]);
  fill(0, horizon, width, height, night ? [34, 36, 40] : [104, 106, 108]);
  for (let left = 0; left < width; left += dice.whole(24, 46)) {
    const top = horizon - dice.whole(18, 62);
    const shade = dice.whole(0, 24);
    fill(
      left,
      top,
      left + dice.whole(18, 34),
      horizon,
      night ? [22 + shade, 24 + shade, 32 + shade] : [120 + shade, 116 + shade, 110 + shade],
    );
    for (let y = top + 4; y < horizon - 6; y += 9)
      if (dice.chance(0.6)) fill(left + 4, y, left + 8, y + 4, night ? [212, 186, 96] : [70, 84, 98]);
  }
  for (let x = dice.whole(0, 30); x < width; x += 46) fill(x, horizon + 40, x + 22, horizon + 43, [190, 190, 180]);
  for (let i = dice.whole(1, 4); i > 0; i--) {
    const left = dice.whole(10, width - 50);
    const top = dice.whole(horizon + 12, height - 26);
    const colour = [dice.whole(40, 220), dice.whole(40, 200), dice.whole(40, 200)];
    fill(left, top, left + 34, top + 13, colour);
    fill(left + 7, top - 7, left + 27, top, colour);
    fill(left + 3, top + 12, left + 9, top + 17, [12, 12, 12]);
    fill(left + 25, top + 12, left + 31, top + 17, [12, 12, 12]);
  }
  fill(6, 6, 116, 15, [230, 230, 230]);
  fill(8, 8, 114, 13, [24, 24, 24]);
  return png(pixels);
}

function png(pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a colour, red green blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
