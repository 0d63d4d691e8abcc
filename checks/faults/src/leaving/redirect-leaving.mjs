// Preloaded into a tested process: redirects connections for other machines to the counting server. It is JavaScript, so
// that every Node version can load it. It needs neither a name server nor the right to listen on port 443.
import { Socket } from "node:net";

const exit = { host: "127.0.0.1", port: Number(process.env.NP6_TEST_EXIT_PORT) };
const stays = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\]|)$/;
const connect = Socket.prototype.connect;

Socket.prototype.connect = function (...args) {
  // `net.connect` passes its normalized arguments as an array.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === "object" && first !== null ? first : { port: first, host: second };
  if (options.path || stays.test(options.host ?? "")) return connect.apply(this, args);
  const listener = (Array.isArray(args[0]) ? args[0] : args).findLast((each) => typeof each === "function");
  return connect.call(this, { ...options, ...exit }, listener);
};
