import type { ExampleBody, ExampleOperation } from "./list-example-operations.ts";

/** How a curl command is written. */
export interface CurlOptions {
  /** Base URL, without a slash at the end. Default: the server of the document. */
  readonly url?: string;
  /** What stands as the key, as the shell reads it in double quotes: `$NP6_API_KEY` is a variable. */
  readonly key: string;
  /** Over several lines, with the body indented, for people to read. Default: on one line. */
  readonly overLines?: boolean;
}

/** A text in single quotes, in which a POSIX shell changes nothing. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Writes a call as a command for a POSIX shell. It shows the answer's status and headers too.
 * @param body one of the operation's bodies; undefined when it takes none
 */
export function curlCommand(
  operation: ExampleOperation,
  body: ExampleBody | undefined,
  { url = operation.server, key, overLines = false }: CurlOptions,
): string {
  const { method, keyHeaders, parameters } = operation;
  const accept = body?.accept ?? operation.accept[0];
  const headers = [
    ...keyHeaders.map((name) => (/[$`"\\]/.test(key) ? `"${name}: ${key}"` : quote(`${name}: ${key}`))),
    ...(accept === undefined ? [] : [quote(`Accept: ${accept}`)]),
    ...(body === undefined ? [] : [quote(`Content-Type: ${body.mediaType}`)]),
    ...Object.entries(parameters.header).map(([name, value]) => quote(`${name}: ${value}`)),
  ];
  // curl sends no Content-Length without data.
  const emptyBody = ["POST", "PUT", "PATCH"].includes(method) ? ["-d ''"] : [];
  return [
    `curl -i -X ${method}`,
    quote(url + filledPath(operation)),
    ...headers.map((header) => `-H ${header}`),
    ...(body === undefined ? emptyBody : [`-d ${quote(bodyText(body, overLines))}`]),
  ].join(overLines ? " \\\n  " : " ");
}

function bodyText({ isJson, value }: ExampleBody, overLines: boolean): string {
  return isJson ? JSON.stringify(value, null, overLines ? 2 : 0) : String(value);
}

function filledPath({ path, parameters }: ExampleOperation): string {
  const filled = path.replace(/\{([^}]*)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters.path[name])),
  );
  const query = Object.entries(parameters.query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return query.length === 0 ? filled : `${filled}?${query.join("&")}`;
}
