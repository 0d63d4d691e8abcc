import type { ExampleBody, ExampleOperation } from "./list-example-operations.ts";

/** Options of a curl command. */
export interface CurlOptions {
  /** Base URL without a trailing slash. Default: the server of the document. */
  readonly url?: string;
  /** The key as the shell reads it in double quotes: `$NP6_API_KEY` is a variable. */
  readonly key: string;
  /** Whether the command spans several lines with an indented body, for people to read. Default: one line. */
  readonly overLines?: boolean;
}

/** Quotes a text for a POSIX shell: single quotes, in which the shell expands nothing. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * Writes a call as a command for a POSIX shell. The command also prints the status and headers of the response.
 * @param body one of the operation's bodies; undefined when it accepts none
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
  // curl sends no Content-Length without `-d`.
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
