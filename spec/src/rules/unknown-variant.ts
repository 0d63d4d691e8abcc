import { asList, asObject, isJsonObject } from "@np6/openapi-document";
import type { Rule, RuleContext } from "./rule.ts";

/**
 * Requires a variant for all other values beside a union of known variants; it must exclude exactly their values.
 * Without it, a value newer than this description matches nothing. With another list, an invalid known variant would
 * match as an unknown one.
 */
export const unknownVariant: Rule = () => ({
  Schema(node: unknown, context: RuleContext): void {
    const variants = asObject(node).oneOf;
    if (!Array.isArray(variants)) return;
    const resolved = variants.map((variant) => context.resolve(variant).node);
    for (const known of resolved) {
      const discriminator = asObject(asObject(known).discriminator);
      if (!isJsonObject(discriminator.mapping)) continue;
      const values = Object.keys(discriminator.mapping);
      const property = `${discriminator.propertyName}`;
      const excluded = resolved.flatMap((variant) => excludedValues(variant, property));
      const wrong = [
        ...values.filter((value) => !excluded.includes(value)),
        ...excluded.filter((value) => !values.includes(value)),
      ];
      if (wrong.length === 0) continue;
      context.report({
        message:
          `The unknown variant of this union does not exclude exactly the known values of \`${property}\`; compare ` +
          `${wrong.join(", ")}. Beside the known variants goes one with \`${property}: {type: string, not: {enum: […]}}\`.`,
      });
    }
  },
});

function excludedValues(variant: unknown, property: string): readonly string[] {
  const field = asObject(asObject(variant).properties)[property];
  return asList(asObject(asObject(field).not).enum).map(String);
}
