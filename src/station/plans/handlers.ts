import { canonicalJson } from '../../shared/canonical';
import type { ParsedInputOf } from '../../shared/contract';
import { planComparison } from '../../shared/plans/comparison';
import { type plans as contract, planDeciders } from '../../shared/plans/contract';
import { planApproved, planPublished, planReviewed, planSentBack, planSubmitted, planWithdrawn } from '../../shared/plans/events';
import { planFromText, planProblems } from '../../shared/plans/problems';
import { monthsAfter, wrongReviewDue } from '../../shared/plans/review-due';
import { mayBePublished } from '../../shared/plans/version-state';
import type { EventDraft } from '../../shared/event';
import type { Role } from '../../shared/roles';
import { dateIn } from '../../shared/time';
import { passwordOfSigner, signerOf } from '../accounts';
import { append, type Context, type Decided, type HandlersOf, prepared, type Refused, refuse, type SignedContext } from '../handler';
import { planInForce, unrecordedPlan } from './read';
import { planStream } from './shipped';
import { knownPlan, newestOf, planCards, wholePlan } from './versions';

type Deciding = Pick<ParsedInputOf<typeof contract.approve>, 'code' | 'version' | 'signer'>;

/** Plans as templates: group leaders write, somebody else approves, and what was published never changes (issue 5). */
export const planHandlers = ({ passwordCost }: { passwordCost: number }): HandlersOf<typeof contract> => {
  const fits = ({ signer }: Deciding, { db }: Context) => (signer ? passwordOfSigner(signer, db, passwordCost) : Promise.resolve(false));
  /** A decision on a version that waits, by somebody who may and who did not write it. */
  const decided = <I extends Deciding>(said: (input: I, author: string) => EventDraft) =>
    prepared(fits, (input: I, context, right: boolean): Decided<null> => {
      const speaker = deciderOf(input, context, right);
      if ('refusal' in speaker) return speaker;
      const found = knownPlan(context, input.code)?.versions.find(({ version }) => version === input.version);
      if (!found) return refuse('notFound');
      if (found.state !== 'waiting') return refuse('notWaiting', { state: found.state, number: found.number });
      if (found.by === speaker.id) return refuse('ownVersion', { name: speaker.name });
      return { ...append(said(input, speaker.name)), actor: speaker.id };
    });
  return {
    list: (_, context) => planCards(context, context.officer.id),
    one: ({ code, version }, context) => wholePlan(context, code, version, context.officer.id) ?? { refusal: { code: 'notFound' } },
    compare: ({ code, before, after }, context) => {
      const versions = knownPlan(context, code)?.versions;
      const [one, other] = [before, after].map((id) => versions?.find(({ version }) => version === id)?.template);
      return one && other ? planComparison(one, other) : { refusal: { code: 'notFound' } };
    },
    check: ({ plan }) => planProblems(plan),
    importFile: ({ text }, context) => {
      const { plan, problems } = planFromText(text);
      const there = plan && knownPlan(context, plan.code);
      const newest = there && newestOf(there)?.version;
      return { ...(plan ? { plan } : {}), problems, ...(newest === undefined ? {} : { newest }) };
    },
    exportFile: ({ code, version }, context) => {
      const found = knownPlan(context, code)?.versions.find((one) => one.version === version);
      if (!found) return { refusal: { code: 'notFound' } };
      const text = `${JSON.stringify(found.template, null, 2)}\n`;
      return { name: `${code}-${found.number}.json`, content: Buffer.from(text).toString('base64') };
    },
    submit: ({ template, basedOn, reason }, context) => {
      const { code } = template;
      const there = knownPlan(context, code);
      const newest = there && newestOf(there);
      if (newest && basedOn !== newest.version) {
        // Edited from an older version, what the newer one changed would be lost unseen.
        const isOwn = there.versions.some(({ version }) => version === basedOn);
        return isOwn ? refuse('notNewest', { number: newest.number, author: newest.author }) : refuse('codeTaken', { code });
      }
      if (newest && canonicalJson(newest.template) === canonicalJson(template)) return refuse('nothingChanged');
      const version = context.newId();
      const before = newest ? unrecordedPlan(context, newest.version) : [];
      const submitted = planSubmitted(planStream(code), {
        author: context.officer.name,
        template,
        ...(basedOn === undefined ? {} : { basedOn }),
        reason,
      });
      const number = (there?.kept?.versions.length ?? 0) + before.length + 1;
      return append([...before, { ...submitted, id: version }], { version, number });
    },
    approve: decided(({ code, version, note }: ParsedInputOf<typeof contract.approve>, author) =>
      planApproved(planStream(code), { author, version, ...(note === undefined ? {} : { note }) }),
    ),
    sendBack: decided(({ code, version, reason }: ParsedInputOf<typeof contract.sendBack>, author) =>
      planSentBack(planStream(code), { author, version, reason }),
    ),
    publish: ({ code, version, reason, reviewDue: wanted }, context) => {
      const found = knownPlan(context, code)?.versions.find((one) => one.version === version);
      if (!found) return refuse('notFound');
      if (found.state === 'inForce') return refuse('alreadyInForce', { number: found.number });
      if (!mayBePublished(found.state)) return refuse('notApproved', { number: found.number, state: found.state });
      const reviewDue = reviewDate(context, wanted, found.template.reviewEveryMonths);
      if (typeof reviewDue !== 'string') return reviewDue;
      const published = planPublished(planStream(code), { author: context.officer.name, version, reason, reviewDue });
      // A decision about what only ships puts it on record first: a stream begins with what it is about.
      return append([...unrecordedPlan(context, version), published], { reviewDue });
    },
    review: ({ code, note, reviewDue: wanted }, context) => {
      const inForce = planInForce(context, code);
      if (!inForce) return refuse('notInForce', { code });
      const { version, template } = inForce;
      const reviewDue = reviewDate(context, wanted, template.reviewEveryMonths);
      if (typeof reviewDue !== 'string') return reviewDue;
      const reviewed = planReviewed(planStream(code), { author: context.officer.name, version, note, reviewDue });
      return append([...unrecordedPlan(context, version), reviewed], { reviewDue });
    },
    withdraw: ({ code, reason }, context) => {
      const inForce = planInForce(context, code);
      if (!inForce) return refuse('notInForce', { code });
      const withdrawn = planWithdrawn(planStream(code), { author: context.officer.name, reason });
      return append([...unrecordedPlan(context, inForce.version), withdrawn]);
    },
  };
};

/** Who decides: whoever has the session, or who proves to be at the desk. Approving is for the office and the leading group. */
function deciderOf({ signer }: Deciding, context: SignedContext, fits: boolean): { id: string; name: string } | Refused {
  const speaker: { id: string; name: string; roles: readonly Role[] } | Refused = signer
    ? signerOf(signer.login, fits, context)
    : context.officer;
  if ('refusal' in speaker) return speaker;
  const may = speaker.roles.some((role) => (planDeciders as readonly Role[]).includes(role));
  return may ? { id: speaker.id, name: speaker.name } : refuse('notADecider', { name: speaker.name });
}

/** The next review date: as asked for, else as late as the plan lets it be. */
function reviewDate({ zone, now }: Context, wanted: string | undefined, everyMonths: number): string | Refused {
  const today = dateIn(zone, now);
  const latest = monthsAfter(today, everyMonths);
  const wrong = wanted === undefined ? undefined : wrongReviewDue(wanted, today, everyMonths);
  return wrong ? refuse(wrong, { latest }) : (wanted ?? latest);
}
