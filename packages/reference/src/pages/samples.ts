import { alternatives, blocks, fenced, folded } from "../markdown/block.ts";
import { exampleNotes, exampleTitle } from "../markdown/example.ts";
import type { SampleGroup } from "../samples/sample-group.ts";

/** Writes the samples of an operation: those of the first example, and the others as expandable blocks. */
export function samples([first, ...others]: readonly SampleGroup[]): string {
  return blocks(
    first && group(first),
    ...others.map((other) =>
      folded(
        `Another call: ${other.body?.summary ?? other.body?.name ?? other.body?.mediaType}`,
        group(other),
      ),
    ),
  );
}

function group({ body, samples: ofBody }: SampleGroup): string {
  return blocks(
    body === undefined ? "" : blocks(`With this body: ${exampleTitle(body)}`, exampleNotes(body)),
    alternatives(
      ofBody.map(({ kind, title, code }) => {
        const language = kind === "curl" ? "sh" : "ts";
        // Tests read the sample's body from the info; a name may contain spaces.
        const example =
          body === undefined
            ? ""
            : ` example=${encodeURIComponent(body.name ?? "")} media-type=${body.mediaType}`;
        return fenced(language, code, `[${title}] sample=${kind}${example}`);
      }),
    ),
  );
}
