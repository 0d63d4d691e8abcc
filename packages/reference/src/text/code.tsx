import highlight from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import json from "highlight.js/lib/languages/json";
import typescript from "highlight.js/lib/languages/typescript";
import type { JSX } from "preact";

highlight.registerLanguage("bash", bash);
highlight.registerLanguage("json", json);
highlight.registerLanguage("typescript", typescript);

interface CodeProps {
  readonly language: "bash" | "json" | "typescript";
  readonly code: string;
  /** What a test finds the block by. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
}

/** A block of code, coloured by classes. It may scroll, so the keyboard can reach it. */
export function Code({ language, code, data = {} }: CodeProps): JSX.Element {
  const { value } = highlight.highlight(code, { language });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <pre tabIndex={0} {...data}>
      <code dangerouslySetInnerHTML={{ __html: value }} />
    </pre>
  );
}
