import { z } from 'zod';
import { command, query, slice } from '../contract';
import { FilledLine, Id } from '../input';
import { Role } from '../roles';
import { ImportPreview, largestSpreadsheet } from './import-preview';
import { blankPerson, CalendarDate, mostDeputies, PersonCard, PersonFacts, PersonInput } from './person';

/** Who keeps the register. */
export const registrars = ['sysAdmin', 'office', 'shiftLeader'] as const satisfies readonly Role[];

export const PersonDetails = PersonFacts.extend({
  id: Id,
  deputies: z.array(PersonCard),
  /** Whose deputy this person is. */
  deputyOf: z.array(PersonCard),
  left: z.object({ date: z.string(), reason: z.string() }).optional(),
  /** Two desks registered the same person apart and differed here: what the register does not show, as text. */
  contested: z.array(z.object({ field: z.string(), values: z.array(z.string()) })),
  /** Roles the post speaks of; granted in accounts by the security administrator only. */
  suggestedRoles: z.array(Role),
  /** The account of this person, shown to those who keep the register and to administrators. */
  account: z.object({ login: z.string(), roles: z.array(Role), disabled: z.boolean() }).optional(),
  changedAt: z.number(),
  changedBy: z.string(),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

const Spreadsheet = z.object({
  name: FilledLine(120),
  /** The file's bytes. Somewhat more than the largest is let in, to be refused in words. */
  content: z
    .string()
    .min(4, 'required')
    .max(largestSpreadsheet * 2)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64'),
});
/** Why a file is refused; `previewImport` and `import` alike. */
export const spreadsheetRefusals = ['fileTooLarge', 'notASpreadsheet', 'oldSpreadsheet', 'spreadsheetTooComplex', 'noPeopleFound'] as const;

const NewPerson = z.strictObject({
  ...PersonInput.shape,
  gender: PersonInput.shape.gender.default(blankPerson.gender),
  post: PersonInput.shape.post.default(''),
  group: PersonInput.shape.group.default(''),
  organisation: PersonInput.shape.organisation.default(''),
  responsibility: PersonInput.shape.responsibility.default(''),
  serviceTime: PersonInput.shape.serviceTime.default(''),
  phone: PersonInput.shape.phone.default(''),
  otherPhones: PersonInput.shape.otherPhones.default([]),
  qualifications: PersonInput.shape.qualifications.default([]),
  tier: PersonInput.shape.tier.default(blankPerson.tier),
  remark: PersonInput.shape.remark.default(''),
});

/** The register of people: officers, engineers, leaders, and contacts outside. A person's post is data; an account's roles are not. */
export const people = slice('people', {
  /** By name, pinyin, pinyin initials, phone, group or post; the best first. Without text, the first of the list. */
  find: query({
    input: z.object({
      text: z.string().max(60).default(''),
      limit: z.number().int().min(1).max(100).default(10),
      includeLeft: z.boolean().default(false),
    }),
    output: z.array(PersonCard),
    roles: 'signedIn',
    reads: ['people'],
  }),
  /** Everyone, group by group; contacts outside stand under their organisation's heading at the end. */
  list: query({
    input: z.object({ includeLeft: z.boolean().default(false) }),
    output: z.object({
      groups: z.array(z.object({ group: z.string(), outside: z.boolean(), people: z.array(PersonCard) })),
      /** In the register now, and those who have left. */
      present: z.number(),
      left: z.number(),
    }),
    roles: 'signedIn',
    reads: ['people'],
  }),
  one: query({ input: z.object({ id: Id }), output: PersonDetails, roles: 'signedIn', reads: ['people', 'accounts'] }),
  register: command({
    input: NewPerson,
    output: z.object({ id: Id }),
    roles: registrars,
    refuses: ['alreadyRegistered', 'alreadyRegisteredLeft'],
  }),
  /** Only the fields given are changed. */
  change: command({
    input: PersonInput.partial().extend({ id: Id }),
    output: z.null(),
    roles: registrars,
    refuses: ['alreadyRegistered', 'alreadyRegisteredLeft'],
  }),
  /** In the order in which they are asked. */
  setDeputies: command({
    input: z.object({ id: Id, deputies: z.array(Id).max(mostDeputies) }),
    output: z.null(),
    roles: registrars,
    refuses: ['ownDeputy', 'deputyUnknown', 'deputyLeft'],
  }),
  leave: command({
    input: z.object({ id: Id, date: CalendarDate, reason: FilledLine(200) }),
    output: z.object({
      /** Still has an account that can sign in: the security administrator must disable it. */
      accountOpen: z.boolean(),
    }),
    roles: registrars,
    refuses: ['alreadyLeft'],
  }),
  comeBack: command({ input: z.object({ id: Id, date: CalendarDate }), output: z.null(), roles: registrars, refuses: ['notLeft'] }),
  /** Reads a unit's spreadsheet and says of every row what would become of it. Writes nothing. May answer {@link spreadsheetRefusals}. */
  previewImport: query({ input: Spreadsheet, output: ImportPreview, roles: registrars, reads: ['people'], refuses: spreadsheetRefusals }),
  /**
   * Reads the file again and brings in every row that is not left out, or none: a row with errors, or one that repeats
   * another, must be left out by name. Done twice it changes nothing.
   */
  import: command({
    input: Spreadsheet.extend({
      leaveOut: z.array(z.string().max(16)).max(20_000).default([]),
      /** From the preview the person has seen. */
      plan: z.string().max(64).optional(),
    }),
    output: z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.number() }),
    roles: registrars,
    refuses: [...spreadsheetRefusals, 'rowsWithErrors', 'rowsRepeated', 'registerChanged'],
  }),
});
