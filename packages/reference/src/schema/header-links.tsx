import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { componentName } from "../read/component-name.ts";
import { anchor } from "../text/anchor.ts";
import { HeldValue } from "./held-value.tsx";

interface HeaderLinksProps {
  readonly document: JsonObject;
  readonly response: JsonObject;
}

/** The headers of a response. Those that responses share are told once, in a chapter of their own. */
export function HeaderLinks({ document, response }: HeaderLinksProps): JSX.Element | null {
  const headers = Object.entries(isJsonObject(response.headers) ? response.headers : {});
  const shared = headers.filter(([, header]) => componentName(header) !== undefined);
  const own = headers.filter(([, header]) => componentName(header) === undefined);
  return (
    <>
      {shared.length > 0 && (
        <p class="headers">
          Headers:{" "}
          {shared.map(([name, header], index) => (
            <>
              {index === 0 ? "" : ", "}
              <a href={`#${anchor("header", componentName(header) ?? name)}`}>
                <code>{name}</code>
              </a>
            </>
          ))}
        </p>
      )}
      {own.length > 0 && (
        <dl class="properties">
          {own.map(([name, header]) => (
            <HeldValue document={document} name={name} holder={describedAt(document, header)} />
          ))}
        </dl>
      )}
    </>
  );
}
