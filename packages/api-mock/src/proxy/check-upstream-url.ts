/** Names of this machine, to which a key may go without encryption. */
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Checks the address that requests, keys included, are forwarded to.
 *
 * @returns the URL without a slash at the end
 * @throws TypeError that says the rule; it never quotes a password in the URL
 */
export function checkUpstreamUrl(text: string): string {
  if (!URL.canParse(text)) throw new TypeError(`it is not a URL: give one such as https://api.example.com.`);
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new TypeError(
      `the URL of ${url.host} has a user name, a password, a query or a fragment: give scheme, host, port and path only.`,
    );
  }
  const isPrivate = url.protocol === "https:" || (url.protocol === "http:" && loopback.test(url.hostname));
  if (!isPrivate) {
    throw new TypeError(
      `${url.origin} would get the key unencrypted: give an https: URL, or http: on this machine.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
