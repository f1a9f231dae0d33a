import { z } from 'zod';
import { FilledLine, Id, Line, Text } from '../input';
import { cleanName } from './names';
import { phoneOf, phonePattern } from './phones';

/** A calendar date without a time, `2027-07-03`. */
export const CalendarDate = z.iso.date('date');
export const genders = ['male', 'female'] as const;
/** Support tiers (domain.md 2, P2): a case goes up TAC1 → TAC2 → TAC3 → vendor. */
export const tiers = ['TAC1', 'TAC2', 'TAC3', 'vendor'] as const;
export const mostDeputies = 5;

/** A unit sometimes notes only until when, and not what: the name may be blank if the date is there. */
export const Qualification = z
  .strictObject({ name: Line(60), expires: CalendarDate.optional() })
  .refine(({ name, expires }) => name !== '' || expires !== undefined, 'required');
export type Qualification = z.infer<typeof Qualification>;

const facts = {
  gender: z.enum(['', ...genders]),
  /** 岗位, as the unit calls it. */
  post: Line(40),
  /** 组别. */
  group: Line(60),
  /** Of people from outside: makers, carriers, repair services. */
  organisation: Line(80),
  /** What they look after (负责范围), and when they can be called (服务时间). */
  responsibility: Line(120),
  serviceTime: Line(60),
  qualifications: z.array(Qualification).max(20),
  tier: z.enum(['', ...tiers]),
  remark: Text(500),
};

const StoredPhone = z.string().regex(phonePattern, 'phone');

/** What the register knows of a person. A blank is '' or an empty list, so that what changed is always a plain comparison. */
export const PersonFacts = z.strictObject({
  name: FilledLine(40),
  ...facts,
  phone: z.union([z.literal(''), StoredPhone]),
  otherPhones: z.array(StoredPhone).max(5),
});
export type PersonFacts = z.infer<typeof PersonFacts>;
export type PersonField = keyof PersonFacts;
export const personFields = Object.keys(PersonFacts.shape) as PersonField[];

export const blankPerson: PersonFacts = {
  name: '',
  gender: '',
  post: '',
  group: '',
  organisation: '',
  responsibility: '',
  serviceTime: '',
  phone: '',
  otherPhones: [],
  qualifications: [],
  tier: '',
  remark: '',
};

/** A phone as people type it; reaches the handlers as digits, or blank where nothing was typed. */
export const PhoneInput = z
  .string()
  .trim()
  .max(40)
  .transform((written, context) => {
    const phone = written === '' ? '' : phoneOf(written);
    if (phone !== undefined) return phone;
    context.addIssue({ code: 'custom', message: 'phone' });
    return z.NEVER;
  });

/** What a screen may say of a person. */
export const PersonInput = z.strictObject({
  name: FilledLine(40).transform(cleanName),
  ...facts,
  phone: PhoneInput,
  otherPhones: z.array(PhoneInput).max(5),
});

/** A person in a list: who it is and how to call them. */
export const PersonCard = z.object({
  id: Id,
  name: z.string(),
  gender: z.string(),
  post: z.string(),
  group: z.string(),
  organisation: z.string(),
  responsibility: z.string(),
  phone: z.string(),
  otherPhones: z.array(z.string()),
  left: z.boolean(),
});
export type PersonCard = z.infer<typeof PersonCard>;
