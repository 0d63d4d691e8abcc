import { lintSource } from "@secretlint/core";
import { creator as pattern } from "@secretlint/secretlint-rule-pattern";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";

/**
 * An NP6 key. The vendor does not document its format, so its context identifies it: the header, the client's option or
 * the environment variable. It has 16 or more characters with a letter and a digit.
 */
const np6Key =
  /(?:x-key|np6_api_key|api_?key)["'`]?\s*[:=]\s*["'`]?(?!process\.|import\.)(?=[\w+/=.~-]*\d)(?=[\w+/=.~-]*[a-z])[\w+/=.~-]{16,}/i;

const config = {
  rules: [
    { id: "recommended", rule: recommended, options: {} },
    { id: "np6", rule: pattern, options: { patterns: [{ name: "NP6 API key", patterns: [`${np6Key}`] }] } },
  ],
};

/**
 * Finds credentials in a text: those of secretlint's recommended rules, and keys of this API.
 * @param file - its name, for the message and for rules that depend on the kind of file
 * @returns a sentence per finding, without the secret
 */
export async function findSecrets(file: string, text: string): Promise<string[]> {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? "";
  const { messages } = await lintSource({
    source: { filePath: file, content: text, contentType: "text", ext: extension },
    options: { config, maskSecrets: true },
  });
  return messages.map(
    ({ loc, messageId }) =>
      `${file}:${loc.start.line}: contains a secret (${messageId === "PATTERN" ? "NP6 API key" : messageId}); have its issuer ` +
      "replace it, because it counts as leaked; then remove it here and from the history.",
  );
}
