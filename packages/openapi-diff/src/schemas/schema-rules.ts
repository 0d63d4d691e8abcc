import type { Bump } from "../changes/bump.ts";
import type { Breaks, Direction } from "../changes/spec-change.ts";

/** The kinds of changes in a schema. */
export type SchemaRule =
  | "property new"
  | "required property new"
  | "property gone"
  | "property refused"
  | "required"
  | "optional"
  | "type other"
  | "type new"
  | "null new"
  | "type gone"
  | "null gone"
  | "number wider"
  | "number narrower"
  | "any type"
  | "no longer any type"
  | "value new"
  | "value new, expected"
  | "value gone"
  | "values open"
  | "values closed"
  | "variant new"
  | "variant new, expected"
  | "variant gone"
  | "remainder"
  | "tighter"
  | "looser"
  | "limit other"
  | "closed"
  | "closed, typed"
  | "opened"
  | "default other"
  | "default new"
  | "read only"
  | "not read only"
  | "write only"
  | "not write only"
  | "deprecated"
  | "sunset new"
  | "sunset earlier"
  | "sunset later"
  | "discriminator other"
  | "discriminator new"
  | "discriminator value new"
  | "discriminator value gone"
  | "discriminator value other"
  | "discriminator value other, alike"
  | "text";

/** Bump and message for a change in one direction. PLACE, NAME, FROM and TO are replaced in the message. */
interface Verdict {
  readonly bump: Bump;
  readonly breaks?: readonly Breaks[];
  readonly says: string;
}

const major = (says: string, ...breaks: Breaks[]): Verdict => ({ bump: "major", breaks, says });
const minor = (says: string): Verdict => ({ bump: "minor", says });
const patch = (says: string): Verdict => ({ bump: "patch", says });
const both = (verdict: Verdict): Readonly<Record<Direction, Verdict>> => ({
  request: verdict,
  response: verdict,
});

/**
 * The verdict on each change of a schema. In a request, old calls meet new rules; in a response, old readers meet new
 * values. `types` breaks when old code no longer compiles, `wire` when it compiles but fails or means something else.
 */
export const schemaRules: Readonly<Record<SchemaRule, Readonly<Record<Direction, Verdict>>>> = {
  "property new": { request: minor("PLACE can be given now."), response: minor("PLACE is new.") },
  "required property new": {
    request: major("PLACE is new and has to be given.", "types", "wire"),
    response: minor("PLACE is new, and always there."),
  },
  "property gone": {
    request: major("PLACE is not taken any more; leave it out.", "types"),
    response: major("PLACE was removed.", "types", "wire"),
  },
  "property refused": {
    request: major("PLACE is refused now; leave it out.", "types", "wire"),
    response: major("PLACE was removed.", "types", "wire"),
  },
  required: {
    request: major("`NAME` of PLACE became required.", "types", "wire"),
    response: minor("`NAME` of PLACE is always there now."),
  },
  optional: {
    request: minor("`NAME` of PLACE may be left out now."),
    response: major("`NAME` of PLACE is no longer required, and may be missing.", "types", "wire"),
  },
  "type other": both(major("PLACE changed its type from FROM to TO.", "types", "wire")),
  "type new": {
    request: minor("PLACE takes TO now."),
    response: major("PLACE can be TO now.", "types", "wire"),
  },
  "null new": {
    request: minor("PLACE takes null now."),
    response: major("PLACE can be null now.", "types", "wire"),
  },
  "type gone": {
    request: major("PLACE does not take FROM any more.", "types", "wire"),
    response: major("PLACE is no FROM any more; code that looks for one does not compile.", "types"),
  },
  "null gone": {
    request: major("PLACE does not take null any more.", "types", "wire"),
    response: minor("PLACE is never null any more."),
  },
  "number wider": {
    request: minor("PLACE takes every number now."),
    response: major("PLACE can be any number now, not only a whole one.", "wire"),
  },
  "number narrower": {
    request: major("PLACE takes whole numbers only.", "wire"),
    response: minor("PLACE is always a whole number now."),
  },
  "any type": {
    request: minor("PLACE takes values of any type now."),
    response: major("PLACE can be of any type now.", "types", "wire"),
  },
  "no longer any type": {
    request: major("PLACE takes TO only.", "types", "wire"),
    response: minor("PLACE is always TO now."),
  },
  "value new": {
    request: minor("PLACE takes the new value TO."),
    response: major("PLACE has the new value TO, which old code does not expect.", "types", "wire"),
  },
  "value new, expected": {
    request: minor("PLACE takes the new value TO."),
    response: minor("PLACE has new values: TO."),
  },
  "value gone": {
    request: major("PLACE lost values: FROM.", "types", "wire"),
    response: major("PLACE has lost values that code may name: FROM.", "types"),
  },
  "values open": {
    request: minor("PLACE takes any TO now."),
    response: major("PLACE can be any TO now, not only a listed value.", "types", "wire"),
  },
  "values closed": {
    request: major("PLACE takes listed values only: TO.", "types", "wire"),
    response: minor("PLACE has listed values only: TO."),
  },
  "variant new": {
    request: minor("PLACE is newNAME."),
    response: major("PLACE is newNAME; old code does not expect it.", "types", "wire"),
  },
  "variant new, expected": { request: minor("PLACE is newNAME."), response: minor("PLACE is newNAME.") },
  "variant gone": {
    request: major("PLACE is not taken any moreNAME.", "types", "wire"),
    response: major("PLACE is goneNAME; code that names it does not compile.", "types"),
  },
  remainder: both(patch("`enum` of PLACE changed, as the variants did.")),
  tighter: {
    request: major("`NAME` of PLACE is stricter: from FROM to TO.", "wire"),
    response: minor("`NAME` of PLACE is stricter: from FROM to TO."),
  },
  looser: {
    request: minor("`NAME` of PLACE changed from FROM to TO, which allows more."),
    response: major("`NAME` of PLACE changed from FROM to TO, which allows more.", "wire"),
  },
  "limit other": both(major("`NAME` of PLACE changed from FROM to TO.", "wire")),
  // The type of an object with properties allows no others, unless the document states that it accepts them.
  closed: {
    request: major("PLACE takes no other properties any more (`NAME`).", "wire"),
    response: minor("PLACE has no other properties (`NAME`)."),
  },
  "closed, typed": {
    request: major("PLACE takes no other properties any more (`NAME`).", "types", "wire"),
    response: minor("PLACE has no other properties (`NAME`)."),
  },
  opened: {
    request: minor("PLACE takes other properties now."),
    response: major("PLACE can have other properties now.", "wire"),
  },
  "default other": {
    request: major(
      "`default` of PLACE changed from FROM to TO; a call that leaves it out means something else.",
      "wire",
    ),
    response: patch("`default` of PLACE changed from FROM to TO."),
  },
  "default new": both(patch("`default` of PLACE is TO now.")),
  "read only": {
    request: major("PLACE may only be read now (`readOnly`).", "wire"),
    response: patch("PLACE may only be read now (`readOnly`)."),
  },
  "not read only": {
    request: minor("PLACE can be sent now, too (`readOnly` is gone)."),
    response: patch("`readOnly` of PLACE is gone."),
  },
  "write only": {
    request: patch("PLACE may only be sent now (`writeOnly`)."),
    response: major("PLACE may only be sent now (`writeOnly`).", "wire"),
  },
  "not write only": {
    request: patch("`writeOnly` of PLACE is gone."),
    response: minor("PLACE can be read now, too (`writeOnly` is gone)."),
  },
  deprecated: both(minor("PLACE is deprecated now.")),
  "sunset new": both(minor("PLACE goes on TO.")),
  "sunset earlier": both(minor("PLACE goes earlier: on TO, not on FROM.")),
  "sunset later": both(patch("PLACE goes on TO, not on FROM.")),
  "discriminator other": both(
    major("`propertyName` of the discriminator of PLACE changed from FROM to TO.", "types", "wire"),
  ),
  "discriminator new": both(minor("PLACE has a discriminator now: TO.")),
  "discriminator value new": both(minor("PLACE is new.")),
  "discriminator value gone": both(major("PLACE is gone.", "types", "wire")),
  "discriminator value other": both(major("PLACE stands for TO now; it stood for FROM.", "types", "wire")),
  "discriminator value other, alike": both(major("PLACE stands for TO now; it stood for FROM.", "wire")),
  text: both(patch("`NAME` of PLACE changed.")),
};
