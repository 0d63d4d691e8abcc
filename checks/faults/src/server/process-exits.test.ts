import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";

const index = new URL("../index.ts", import.meta.url);

/** Runs a module that uses this package in its own process. */
async function run(body: string): Promise<{ code: number | null; output: string }> {
  const source = `import * as faults from ${JSON.stringify(index.href)};\n${body}`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  let output = "";
  child.stdout.on("data", (bytes) => {
    output += bytes;
  });
  child.stderr.on("data", (bytes) => {
    output += bytes;
  });
  const [code] = await once(child, "exit", { signal: AbortSignal.timeout(15_000) }).catch((error) => {
    child.kill();
    throw error;
  });
  return { code, output };
}

const used = `
  const server = await faults.startFaultServer();
  const otherOrigin = await faults.startOtherOrigin();
  const refused = await faults.reserveRefusedPort();
  server.script([faults.respond({ status: 200 }), faults.sendBytes("", "hang")]);
  await fetch(server.url);
  fetch(server.url).catch(() => {});
  await server.until(({ exchangesInProgress }) => exchangesInProgress === 1);
  await fetch(otherOrigin.url);
`;

test("a process that closes what it started exits by itself", async () => {
  const result = await run(
    `${used} await Promise.all([server.close(), otherOrigin.close(), refused.close()]); console.log("done");`,
  );
  expect(result).toEqual({ code: 0, output: "done\n" });
});

test("control: without closing, there is something that keeps the process alive", async () => {
  const report = "console.log(process.getActiveResourcesInfo().join()); process.exit();";
  const { output } = await run(`${used} ${report}`);
  expect(output).toContain("TCPServerWrap");
  expect(output).toContain("TCPSocketWrap");
});
