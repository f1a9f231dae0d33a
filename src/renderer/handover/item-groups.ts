import type { HandedItem } from '../../shared/handover/content';
import { type HandoverItemKind, handoverItemKinds } from '../../shared/handover/item';

export interface ItemGroup {
  kind: HandoverItemKind;
  items: HandedItem[];
}

/** Items by kind as they are gone through: kinds with something of high risk first, within a kind the grave ones; sealed ones are the leaders'. */
export function itemGroups(items: readonly HandedItem[]): ItemGroup[] {
  const groups = handoverItemKinds
    .filter((kind) => kind !== 'sealed')
    .map((kind) => {
      const own = items.filter((item) => item.kind === kind);
      return { kind, items: [...own.filter((item) => item.highRisk), ...own.filter((item) => !item.highRisk)] };
    })
    .filter((group) => group.items.length > 0);
  const grave = (group: ItemGroup) => group.items[0]?.highRisk === true;
  return [...groups.filter(grave), ...groups.filter((group) => !grave(group))];
}

export interface ItemChanges {
  added: string[];
  changed: string[];
  gone: number;
}

/** What is new, other or no longer there since a list was looked at. That an item grew older is no change. */
export function changesOf(before: readonly HandedItem[], now: readonly HandedItem[]): ItemChanges {
  const seen = new Map(before.map((item) => [item.key, textOf(item)]));
  const present = new Set(now.map((item) => item.key));
  return {
    added: now.filter((item) => !seen.has(item.key)).map((item) => item.key),
    changed: now.filter((item) => seen.has(item.key) && seen.get(item.key) !== textOf(item)).map((item) => item.key),
    gone: before.filter((item) => !present.has(item.key)).length,
  };
}

function textOf({ shiftsOld: _, ...item }: HandedItem): string {
  return JSON.stringify(item);
}
