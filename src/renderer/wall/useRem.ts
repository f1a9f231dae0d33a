import { useEffect, useState } from 'react';

const read = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** One rem in pixels, as the wall's size has it: charts are drawn in pixels. */
export function useRem(): number {
  const [rem, setRem] = useState(read);
  useEffect(() => {
    const measure = () => setRem(read());
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return rem;
}
