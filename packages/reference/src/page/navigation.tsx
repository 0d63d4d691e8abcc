import type { JSX } from "preact";
import type { TagGroup } from "../read/operations-by-tag.ts";
import { anchor } from "../text/anchor.ts";
import { operationTitle } from "./operation.tsx";

interface NavigationProps {
  readonly groups: readonly TagGroup[];
  readonly schemaNames: readonly string[];
  /** The other chapters: id and title. */
  readonly chapters: readonly (readonly [id: string, title: string])[];
}

/** The table of contents. */
export function Navigation({ groups, schemaNames, chapters }: NavigationProps): JSX.Element {
  return (
    <nav aria-label="Contents">
      {groups.map(({ name, operations }) => (
        <>
          <a class="nav-tag" href={`#${anchor("tag", name)}`}>
            {name}
          </a>
          <ul>
            {operations.map((operation) => (
              <li>
                <a href={`#${anchor("operation", operation.call.operationId)}`}>
                  <span class={`method method-${operation.call.method.toLowerCase()}`}>
                    {operation.call.method}
                  </span>{" "}
                  <span>{operationTitle(operation)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <ul class="nav-chapters">
        {chapters.map(([id, title]) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{schemaNames.length} schemas</summary>
        <ul>
          {schemaNames.map((name) => (
            <li>
              <a href={`#${anchor("schema", name)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
