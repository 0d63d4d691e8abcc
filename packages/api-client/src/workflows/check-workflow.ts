import type { KnownWorkflowNode, Workflow } from "@np6/api-types";
import type { SchemaProblem } from "@np6/openapi-runtime/validate";
import { nearestName } from "./nearest-name.ts";

/** The parts of a workflow that are checked. */
export type WorkflowParts = Pick<Workflow, "nodes" | "listeners" | "capping" | "tasks">;

const shared = ["type", "id", "name", "description", "default", "settings"];
const publishProperties = ["event", "data", "flow"];

/** Whether nodes of a type have the member `next`. For the other types, the members that lead to other nodes are undocumented. */
const hasNext: Readonly<Record<KnownWorkflowNode["type"], boolean>> = {
  publish: true,
  request: true,
  script: true,
  sendMail: true,
  sendSms: true,
  sms: true,
  sleep: true,
  wait: true,
  "wait.kill": true,
  updateTarget: true,
  multipleslots: true,
  sendpushapp: true,
  "data-manager/pipeline": true,
  "data-table/pipeline": true,
  "np6.notification/execution": true,
  if: false,
  match: false,
  sample: false,
  split: false,
  switch: false,
  "wait.race": false,
  "wait.all": false,
  conditionaltimeslots: false,
  "data-explorer-v2.match": false,
  terminal: false,
};
const types: ReadonlyMap<unknown, boolean> = new Map(Object.entries(hasNext));

/** A node before it is checked. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Finds mistakes in a workflow that its schema allows, since most of a node's fields are undocumented. It finds names
 * that look misspelt, duplicate ids, and references to missing nodes. It also finds nodes that nothing leads to, and
 * nodes that lead nowhere. How the API treats such a workflow is unknown.
 *
 * @param workflow a workflow, or its nodes alone
 * @returns the problems found. `rule` is `misspelt`, `unique-id`, `reference`, `reachable` or `way-out`
 */
export function checkWorkflow(workflow: WorkflowParts | Workflow["nodes"]): SchemaProblem[] {
  const parts: Fields = Array.isArray(workflow) ? { nodes: workflow } : (Object(workflow) as Fields);
  const root = Array.isArray(workflow) ? "body" : "body.nodes";
  const nodes = listOf(parts.nodes);
  const ids = new Set(nodes.flatMap(({ id }) => (typeof id === "string" ? [id] : [])));
  const references = referencesIn(parts);
  return [
    ...nodes.flatMap((node, index) => misspelt(node, `${root}[${index}]`)),
    ...doubled(nodes, root),
    ...[...nextReferences(nodes, root), ...references].flatMap(({ field, id }) =>
      ids.has(id) ? [] : missing(field, id, ids),
    ),
    ...unreachable(nodes, root, references),
    ...nodes.flatMap((node, index) => withoutNext(node, `${root}[${index}]`)),
  ];
}

function problem(field: string, rule: string, description: string): SchemaProblem {
  return { field, rule, message: `\`${field}\` ${description} (rule: ${rule})` };
}

function misspelt(node: Fields, field: string): SchemaProblem[] {
  const { type } = node;
  const meantType =
    typeof type === "string" && !types.has(type) ? nearestName(type, Object.keys(hasNext)) : undefined;
  if (meantType !== undefined) return [misspeltProblem(`${field}.type`, meantType)];
  const allowed = [
    ...shared,
    ...(types.get(type) ? ["next"] : []),
    ...(type === "publish" ? publishProperties : []),
  ];
  return Object.keys(node).flatMap((name) => {
    const meant = allowed.includes(name)
      ? undefined
      : nearestName(
          name,
          allowed.filter((other) => !(other in node)),
        );
    return meant === undefined ? [] : [misspeltProblem(`${field}.${name}`, meant)];
  });
}

function misspeltProblem(field: string, meant: string): SchemaProblem {
  return problem(field, "misspelt", `looks like \`${meant}\`, misspelt`);
}

function doubled(nodes: readonly Fields[], root: string): SchemaProblem[] {
  const first = new Map<unknown, number>();
  return nodes.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (typeof id !== "string" || before === undefined) {
      first.set(id, index);
      return [];
    }
    return [problem(`${root}[${index}].id`, "unique-id", `is the id of \`${root}[${before}]\`, too`)];
  });
}

/** A field that contains a node's id. */
interface Reference {
  readonly field: string;
  readonly id: string;
}

/** Finds the references from nodes to their next nodes. */
function nextReferences(nodes: readonly Fields[], root: string): Reference[] {
  return nodes.flatMap((node, index) =>
    (["next"] as const).flatMap((name) => {
      const id = node[name];
      return typeof id === "string" && types.get(node.type)
        ? [{ field: `${root}[${index}].${name}`, id }]
        : [];
    }),
  );
}

/** Finds the other references to nodes: listeners and tasks start at a node, and capping limits some nodes. */
function referencesIn({ listeners, tasks, capping }: Fields): Reference[] {
  const handlers = Object.entries({ listeners, tasks }).flatMap(([name, list]) =>
    listOf(list).flatMap(({ handler }, index) =>
      typeof handler === "string" ? [{ field: `body.${name}[${index}].handler`, id: handler }] : [],
    ),
  );
  const capped = listOf(capping).flatMap(({ nodes }, index) =>
    (Array.isArray(nodes) ? nodes : []).flatMap((id: unknown, at) =>
      typeof id === "string" ? [{ field: `body.capping[${index}].nodes[${at}]`, id }] : [],
    ),
  );
  return [...handlers, ...capped];
}

function missing(field: string, id: string, ids: ReadonlySet<string>): SchemaProblem[] {
  const similar = nearestName(id, [...ids]);
  const hint = similar === undefined ? "" : `; there is ${JSON.stringify(similar)}`;
  return [problem(field, "reference", `names no node of the workflow${hint}`)];
}

/** Finds nodes that no entry leads to. Finds none if a reached node has undocumented ways out. */
function unreachable(
  nodes: readonly Fields[],
  root: string,
  references: readonly Reference[],
): SchemaProblem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const entries = [
    ...nodes.filter((node) => node.default === true).map(({ id }) => id),
    ...references.filter(({ field }) => field.endsWith(".handler")).map(({ id }) => id),
  ];
  // The workflow does not show where it begins.
  if (entries.length === 0) return [];
  const reached = new Set<unknown>();
  for (const pending = [...entries]; pending.length > 0; ) {
    const id = pending.pop();
    const node = byId.get(id);
    if (node === undefined || reached.has(id)) continue;
    reached.add(id);
    if (node.type === "terminal") continue;
    if (!types.get(node.type)) return [];
    pending.push(node.next, Object(node.flow).value);
  }
  return nodes.flatMap(({ id }, index) =>
    reached.has(id) ? [] : [problem(`${root}[${index}]`, "reachable", "is a node that nothing leads to")],
  );
}

function withoutNext(node: Fields, field: string): SchemaProblem[] {
  const leads = node.next !== undefined || node.flow !== undefined;
  if (!types.get(node.type) || leads) return [];
  return [problem(field, "way-out", "leads to no next node, and is not a terminal node")];
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map((item: unknown) => Object(item) as Fields) : [];
}
