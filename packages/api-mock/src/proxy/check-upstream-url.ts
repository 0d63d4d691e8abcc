/** Names of this machine, to which a key may be sent without encryption. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks the URL to which requests are forwarded, keys included.
 *
 * @returns the URL without a trailing slash
 * @throws TypeError that states the rule, without a password of the URL
 */
export function checkUpstreamUrl(text: string): string {
  if (!URL.canParse(text)) throw new TypeError(`it is not a URL: use one such as https://api.example.com.`);
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TypeError(
      `the URL of ${url.host} has a user name, a password, a query or a fragment: use scheme, host, port and path only.`,
    );
  }
  const isPrivate = url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname));
  if (!isPrivate) {
    throw new TypeError(
      `${url.origin} would get the key unencrypted: use an https: URL, or http: on this machine.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
