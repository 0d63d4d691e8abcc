import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { loadDocument } from "./read-document.ts";

const PET = "{ type: object, properties: { id: { type: integer }, kind: { enum: [cat, dog] } } }";
const ADDRESS = "{ type: object, properties: { town: { type: string } } }";

function document(pet: string, home: string, away: string): string {
  return `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
    put:
      operationId: putPet
      requestBody:
        content:
          application/json:
            schema: { type: object, properties: { home: ${home}, away: ${away} } }
      responses: { "204": { description: done } }
components:
  schemas:
    Pet: ${pet}
`;
}

const plain = document(PET, ADDRESS, ADDRESS);

it.each([
  ["YAML anchors", { "openapi.yaml": document(PET, `&address ${ADDRESS}`, "*address") }],
  [
    "block style and comments",
    { "openapi.yaml": plain.replace("paths:\n", "# Paths\npaths:\n\n").replaceAll("\n", "\r\n") },
  ],
  [
    "a component in a file",
    { "openapi.yaml": document("{ $ref: pet.yaml }", ADDRESS, ADDRESS), "pet.yaml": PET },
  ],
  [
    "a component in a file with another name, which refers to itself",
    {
      "openapi.yaml": document("{ $ref: schemas/animals.yaml#/animal }", ADDRESS, ADDRESS).replace(
        'schema: { $ref: "#/components/schemas/Pet" }',
        'schema: { $ref: "./schemas/animals.yaml#/animal" }',
      ),
      "schemas/animals.yaml": `animal: ${PET}`,
    },
  ],
  [
    "a path in a file",
    {
      "openapi.yaml": plain.replace(
        / {2}\/pets:[\s\S]*?(?=components:)/,
        "  /pets: { $ref: paths/pets.yaml }\n",
      ),
      "paths/pets.yaml": (/ {2}\/pets:\n([\s\S]*?)(?=components:)/.exec(plain)?.[1] ?? "")
        .replaceAll(/^ {4}/gm, "")
        .replace("#/components", "../openapi.yaml#/components"),
    },
  ],
])("a document gives the same bytes with %s", async (_, files: Record<string, string>) => {
  const contents = await Promise.all(
    [{ "openapi.yaml": plain }, files].map(async (each) => {
      const folder = await temporaryFolder({ "package.json": "{}", ...each });
      const at = (name: string) => path.join(folder, "out", name);
      const { warnings } = await generate({
        spec: path.join(folder, "openapi.yaml"),
        types: at("types.gen.ts"),
        operations: at("operations.gen.ts"),
        validators: at("validators.gen.ts"),
        methods: at("methods.gen.ts"),
      });
      expect(warnings).toEqual([]);

      return Promise.all(
        ["types", "operations", "validators", "methods"].map((name) =>
          readFile(at(`${name}.gen.ts`), "utf8"),
        ),
      );
    }),
  );
  expect(contents[1]).toEqual(contents[0]);
});

it("a document gives the same bytes as JSON", async () => {
  const folder = await temporaryFolder({ "a.yaml": plain });
  const fromYaml = await loadDocument(path.join(folder, "a.yaml"));
  const other = await temporaryFolder({ "b.json": JSON.stringify(fromYaml.document) });
  expect((await loadDocument(path.join(other, "b.json"))).sha256).toBe(fromYaml.sha256);
});
