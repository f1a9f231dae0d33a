import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { ServiceProfile } from '../../shared/service-profiles/profile';
import { derivedId } from '../random';

export interface ShippedProfile {
  /** Id its published entry has on every desk that ships the same text. */
  version: string;
  profile: ServiceProfile;
}

const read = new Map<string, ShippedProfile[]>();

/** The profiles that ship with the product, in order of their files. Read once; a file that is not a profile is our bug and throws. */
export function shippedProfiles(resources: string): ShippedProfile[] {
  let shipped = read.get(resources);
  if (!shipped) {
    const folder = join(resources, 'profiles');
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    shipped = files.sort().map((file) => {
      const profile = ServiceProfile.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const hash = createHash('sha256').update(canonicalJson(profile)).digest('hex');
      return { version: derivedId(`serviceProfile/${profile.code}/${hash}`), profile };
    });
    read.set(resources, shipped);
  }
  return shipped;
}

/** Every desk names a profile alike. */
export const profileStream = (code: string): string => derivedId(`serviceProfile/${code}`);
