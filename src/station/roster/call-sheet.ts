import type { OutputOf } from '../../shared/contract';
import type { PersonReference } from '../../shared/references';
import type { roster as contract } from '../../shared/roster/contract';
import type { Post, Shift } from '../../shared/roster/shift';
import type { Db } from '../database/open';
import { personById } from '../people';

type Called = OutputOf<typeof contract.callSheet>['people'][number];

/** Whom to call of one shift: the leader first, with phones and deputies as the register has them now. */
export function calledOf(db: Db, { leader, officers }: Shift, when: Called['when']): Called[] {
  const called = (person: PersonReference, post: Post): Called => {
    const known = person.id === undefined ? undefined : personById(db, person.id);
    const deputies = (known?.deputies ?? []).flatMap((id) => {
      const deputy = personById(db, id);
      return deputy && !deputy.left ? [{ id, name: deputy.name, phone: deputy.phone }] : [];
    });
    return {
      when,
      post,
      person,
      phone: known?.phone ?? person.phone ?? '',
      otherPhones: known?.otherPhones ?? [],
      title: known?.post ?? '',
      group: known?.group ?? '',
      deputies,
    };
  };
  return [...(leader ? [called(leader, 'leader')] : []), ...officers.map((person) => called(person, 'officer'))];
}
