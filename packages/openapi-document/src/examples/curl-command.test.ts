import { expect, test } from "vitest";
import { testDocument, testTable } from "../example-document.test-support.ts";
import { curlCommand } from "./curl-command.ts";
import { listExampleOperations } from "./list-example-operations.ts";

const operations = listExampleOperations(testDocument, testTable);

function command(operationId: string, options: object, bodyName?: string): string {
  const operation = operations.find((candidate) => candidate.operationId === operationId);
  if (operation === undefined) throw new Error(`no operation ${operationId}`);
  const body = operation.bodies.find(({ name, mediaType }) => (name ?? mediaType) === bodyName);
  return curlCommand(operation, body, { key: "any", ...options });
}

test("a call is one line with address, key, media types, parameters and body, quoted for a shell", () => {
  expect(command("replaceShelf", { url: "http://127.0.0.1:1" }, "pine")).toBe(
    "curl -i -X PUT 'http://127.0.0.1:1/shelves/7?dry%20run=true' -H 'X-Key: any' " +
      "-H 'Accept: application/vnd.example.shelf-v1' " +
      "-H 'Content-Type: application/vnd.example.shelf-v1' -H 'X-Reason: it'\\''s old' " +
      `-d '{"name":"pine'\\''s"}'`,
  );
});

test("the server is the document's unless another is given, and a key can be a variable of the shell", () => {
  const written = command("replaceShelf", { key: "$KEY" }, "oak");
  expect(written).toContain("'https://shelves.example/shelves/7?");
  expect(written).toContain('-H "X-Key: $KEY"');
});

test("over lines, the body is indented", () => {
  expect(command("replaceShelf", { overLines: true }, "oak")).toMatch(
    /^curl -i -X PUT \\\n {2}'[^']*' \\\n {2}-H 'X-Key: any' \\\n.* {2}-d '\{\n {2}"name": "oak"\n\}'$/s,
  );
});

test("a body that is not JSON is sent as it is", () => {
  expect(command("replaceShelf", {}, "text/plain")).toMatch(/ -d 'oak'$/);
});

test("values are escaped in the path, and a GET has no body", () => {
  expect(command("readShelf", {})).toBe("curl -i -X GET 'https://shelves.example/shelves/a%2Fb'");
});

test("a POST without a body sends an empty one, so that there is a Content-Length", () => {
  expect(command("makeShelf", {})).toMatch(/ -d ''$/);
});
