import type { ComponentChildren, JSX } from "preact";

interface ChapterProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A chapter of the page. */
export function Chapter({ id, title, children }: ChapterProps): JSX.Element {
  return (
    <section class="chapter" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
