import { type RefObject, useEffect, useState } from 'react';

/** Names of the marks in PlanView.module.css, `::highlight(plan-found)`. */
const allMarks = 'plan-found';
const oneMark = 'plan-found-here';

export interface FindInText {
  text: string;
  find: (text: string) => void;
  count: number;
  /** Which one is shown, from 1; 0 where there is none. */
  at: number;
  step: (by: 1 | -1) => void;
}

/** Marks every place where a text stands inside an element, without touching what is drawn there, and goes from one to the next. */
export function useFindInText(box: RefObject<HTMLElement | null>): FindInText {
  const [{ text, ranges, at }, set] = useState<{ text: string; ranges: readonly Range[]; at: number }>({ text: '', ranges: [], at: 0 });
  const chosen = ranges[at];
  useEffect(() => {
    // A browser without marks still goes from place to place.
    const marks = typeof CSS === 'undefined' ? undefined : CSS.highlights;
    if (!marks) return undefined;
    marks.set(allMarks, new Highlight(...ranges));
    if (chosen) marks.set(oneMark, new Highlight(chosen));
    return () => {
      marks.delete(allMarks);
      marks.delete(oneMark);
    };
  }, [ranges, chosen]);
  useEffect(() => {
    chosen?.startContainer.parentElement?.scrollIntoView?.({ block: 'center' });
  }, [chosen]);
  return {
    text,
    find: (next) => set({ text: next, ranges: box.current ? rangesOf(box.current, next.trim()) : [], at: 0 }),
    count: ranges.length,
    at: ranges.length === 0 ? 0 : at + 1,
    step: (by) => set((before) => ({ ...before, at: (before.at + by + before.ranges.length) % Math.max(1, before.ranges.length) })),
  };
}

function rangesOf(box: HTMLElement, text: string): Range[] {
  const wanted = text.toLowerCase();
  const found: Range[] = [];
  if (wanted === '') return found;
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = (node.nodeValue ?? '').toLowerCase();
    for (let i = said.indexOf(wanted); i >= 0; i = said.indexOf(wanted, i + wanted.length)) {
      const range = new Range();
      range.setStart(node, i);
      range.setEnd(node, Math.min(i + wanted.length, node.nodeValue?.length ?? 0));
      found.push(range);
    }
  }
  return found;
}
