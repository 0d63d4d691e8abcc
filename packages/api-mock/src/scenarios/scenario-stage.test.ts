import { describe, expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import { listScenarios } from "./list-scenarios.ts";
import { parseScenario } from "./parse-scenario.ts";
import { createScenarioStage, type ScenarioStage } from "./scenario-stage.ts";

const specification = readSpecification(libraryDocument);
const definitions = listScenarios(specification);

function stageWith(...scenarios: string[]): ScenarioStage {
  const stage = createScenarioStage(definitions);
  for (const scenario of scenarios) stage.start(parseScenario(scenario));
  return stage;
}

function played(stage: ScenarioStage, operationId = "sendParcels", once?: string): readonly string[] {
  const operation = specification.operations.find((candidate) => candidate.operationId === operationId);
  if (operation === undefined) throw new Error(operationId);
  const request = { operation, key: "k", about: () => operationId };
  return stage.play(request, once === undefined ? undefined : parseScenario(once)).names;
}

test("which scenarios there are follows from the document", () => {
  expect(definitions.map(({ name }) => name)).toEqual([
    "unauthorized",
    "unauthorized-empty",
    "not-found",
    "not-found-empty",
    "too-many-requests",
    "rate-limit",
    "key-rotated",
    "wrong-version",
    "unknown-parcel-result",
    "batch-too-large",
    "poison",
    "short-answer",
    "partial-failure",
    "latency",
    "slow-body",
    "reset-before",
    "reset-after",
    "gateway-page-200",
    "gateway-page-502",
  ]);
});

test("counted scenarios are played first, in their order, then the latest of the others", () => {
  const stage = stageWith("unauthorized", "not-found", "reset-before,times=1", "reset-after,times=2");
  const names = Array.from({ length: 5 }, () => played(stage)[0]);
  expect(names).toEqual(["reset-before", "reset-after", "reset-after", "not-found", "not-found"]);
  expect(stage.active.map(({ name }) => name)).toEqual(["unauthorized", "not-found"]);
});

test("a pace goes together with an outcome", () => {
  const stage = stageWith("latency,milliseconds=5", "not-found");
  expect(played(stage)).toEqual(["not-found", "latency"]);
});

test("a scenario leaves the operations alone that it does not fit, and does not count there", () => {
  const stage = stageWith("not-found,times=1", "latency,operation=sendParcels");
  expect(played(stage, "listParcels")).toEqual([]);
  expect(played(stage)).toEqual(["not-found", "latency"]);
});

test("what the request asks for comes before what is on, and only once", () => {
  const stage = stageWith("not-found");
  expect(played(stage, "sendParcels", "reset-before")).toEqual(["reset-before"]);
  expect(played(stage)).toEqual(["not-found"]);
});

test("one in the request's header falls by its probability, and leaves the place to what is on", () => {
  const stage = stageWith("not-found");
  expect(played(stage, "sendParcels", "reset-before,probability=0")).toEqual(["not-found"]);
});

test("scenarios end by name, or all", () => {
  const stage = stageWith("not-found", "latency", "not-found,times=3");
  stage.end("not-found");
  expect(played(stage)).toEqual(["latency"]);
  stage.end();
  expect(played(stage)).toEqual([]);
});

describe("what is asked for wrongly is refused with what there is", () => {
  test.each([
    ["nowhere", 'there is no scenario "nowhere". There are: unauthorized, '],
    ["not-found,operation=nowhere", 'cannot be played on "nowhere". It fits: listBooks, createBook, '],
    ["not-found,speed=3", 'no option "speed". It has: operation, times, probability, seed.'],
    ["latency,milliseconds=-1", "milliseconds of the scenario latency must be a whole number from 0"],
    ["latency,milliseconds=soon", "milliseconds of the scenario latency must be a whole number from 0"],
    ["not-found,times=0", "times of the scenario not-found must be a whole number from 1"],
    ["not-found,times=9999999999", "to 2147483647"],
    ["not found", 'the scenario "not found" is not understood: write name, or'],
    ["latency,=3", "is not understood"],
    ["", "is not understood"],
    ["poison", "the scenario poison needs the option receiver: write poison,receiver=…."],
    ["poison,receiver=A,status=200", "status of the scenario poison must be from 400 to 499"],
    ["batch-too-large,status=500", "status of the scenario batch-too-large must be from 400 to 499"],
  ])("%j: %s", (scenario, message) => {
    expect(() => stageWith(scenario)).toThrow(message);
  });
});
