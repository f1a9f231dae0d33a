import { useEffect, useState } from 'react';
import { canonicalJson } from '../../shared/canonical';

/** SHA-256 over the canonical JSON, worked out by the window itself: the screen believes no one's word for it. */
export async function contentHash(content: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(content)));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether content gives the hash it was signed with; undefined for the moment it takes to tell. */
export function useFits(content: unknown, hash: string): boolean | undefined {
  const [found, setFound] = useState<{ of: unknown; hash: string }>();
  useEffect(() => {
    let here = true;
    contentHash(content).then(
      (made) => here && setFound({ of: content, hash: made }),
      // What cannot be written down any more is not what was signed.
      () => here && setFound({ of: content, hash: '' }),
    );
    return () => {
      here = false;
    };
  }, [content]);
  return found !== undefined && found.of === content ? found.hash === hash : undefined;
}
