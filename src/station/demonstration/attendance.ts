import { hour, minute } from '../../shared/time';
import type { Course } from './course';
import type { Dice } from './dice';
import type { Account } from './founding';
import type { Roster } from './roster';

/**
 * Everybody's last time at the door, with the password. A password costs as long to check as a month of entries to
 * write, so only the last shift of each is signed in for; before that, sessions are opened without.
 */
export function tellSignIns(course: Course, accounts: readonly Account[], roster: Roster, dice: Dice): void {
  const shifts = roster.all();
  for (const { member, password } of accounts) {
    const last = shifts.findLast(({ officers, leader }) => leader === member || officers.includes(member));
    const at = last ? last.start - dice.whole(3, 12) * minute : course.end - dice.whole(2, 40) * hour;
    const leaves = last ? last.end + dice.whole(8, 16) * minute : at + dice.whole(20, 90) * minute;
    course.plan(at, (desk) => desk.signIn(member, password));
    course.plan(leaves, (desk) => desk.signOut(member));
  }
}
