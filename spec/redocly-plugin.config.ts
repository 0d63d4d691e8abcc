import { noBareObject } from "./src/rules/no-bare-object.ts";
import { noPlaceholder } from "./src/rules/no-placeholder.ts";
import { refusalBodyMayBeEmpty } from "./src/rules/refusal-body-may-be-empty.ts";
import { refusalsDocumented } from "./src/rules/refusals-documented.ts";
import type { Rule } from "./src/rules/rule.ts";
import { sourceGiven } from "./src/rules/source-given.ts";
import { sunsetIsDate } from "./src/rules/sunset-is-date.ts";
import { unknownVariant } from "./src/rules/unknown-variant.ts";

/** A redocly plugin, with rules named `np6/<name>` in redocly.yaml. Redocly loads a plugin's default export only. */
interface Plugin {
  readonly id: string;
  readonly rules: { readonly oas3: Readonly<Record<string, Rule>> };
}

export default function plugin(): Plugin {
  return {
    id: "np6",
    rules: {
      oas3: {
        "no-bare-object": noBareObject,
        "no-placeholder": noPlaceholder,
        "refusal-body-may-be-empty": refusalBodyMayBeEmpty,
        "refusals-documented": refusalsDocumented,
        "source-given": sourceGiven,
        "sunset-is-date": sunsetIsDate,
        "unknown-variant": unknownVariant,
      },
    },
  };
}
