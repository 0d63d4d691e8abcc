/**
 * Properties of the workflow operations' bodies in the vendor's reference 8.1.0, in its order. Those inside a capping's
 * key and period and a node's flow come from other pages: the operations that read and replace capping, nodes and
 * tasks.
 *
 * The lists are separate from the YAML, so that no reshaping of schemas loses a property unnoticed. They contain no
 * types and texts: the spec is the only place for those.
 */

export const executionTable: readonly string[] = [
  "id",
  "receiver",
  "receiver.type",
  "receiver.value",
  "node",
  "event",
  "state",
  "data",
  "variables",
  "resolutions",
  "resolutions[].key",
  "resolutions[].value",
  "debug",
  "debug.version",
  "debug.id",
  "debug.ttl",
  "debug.nodes",
  "stamp",
  "stamp.time",
  "stamp.id",
  "stamp.thread",
  "stamp.set",
];

export const executionResultTable: readonly string[] = ["type", "flow"];

export const workflowTable: readonly string[] = [
  "id",
  "name",
  "description",
  "state",
  "creationDate",
  "updateDate",
  "scripting",
  "scripting.version",
  "scripting.environment",
  "scripting.imports",
  "scripting.initializers",
  "scripting.filters",
  "settings",
  "listeners",
  "listeners[].id",
  "listeners[].name",
  "listeners[].description",
  "listeners[].event",
  "listeners[].event.type",
  "listeners[].handler",
  "capping",
  "capping[].key",
  "capping[].key.type",
  "capping[].key.value",
  "capping[].increment",
  "capping[].threshold",
  "capping[].period",
  "capping[].period.type",
  "capping[].period.unit",
  "capping[].period.value",
  "capping[].nodes",
  "nodes",
  "nodes[].type",
  "nodes[].id",
  "nodes[].name",
  "nodes[].description",
  "nodes[].default",
  "nodes[].settings",
  "nodes[].next",
  "nodes[].event",
  "nodes[].data",
  "nodes[].flow",
  "nodes[].flow.type",
  "nodes[].flow.value",
  "tasks",
  "tasks[].id",
  "tasks[].name",
  "tasks[].description",
  "tasks[].schedulers",
  "tasks[].schedulers[].type",
  "tasks[].schedulers[].id",
  "tasks[].schedulers[].name",
  "tasks[].schedulers[].timeZone",
  "tasks[].schedulers[].minute",
  "tasks[].schedulers[].hour",
  "tasks[].schedulers[].dayOfMonth",
  "tasks[].schedulers[].month",
  "tasks[].schedulers[].dayOfWeek",
  "tasks[].provider",
  "tasks[].provider.type",
  "tasks[].provider.value",
  "tasks[].provider.projection",
  "tasks[].handler",
];

/** Returns the part of the workflow's table below one of its lists, which has its own operations. */
function below(list: string): readonly string[] {
  return workflowTable.flatMap((path) =>
    path.startsWith(`${list}[].`) ? [path.slice(list.length + 3)] : [],
  );
}

export const nodeTable: readonly string[] = below("nodes");
export const cappingTable: readonly string[] = below("capping");
export const listenerTable: readonly string[] = below("listeners");
export const taskTable: readonly string[] = below("tasks");

/** The node types in the reference, in its order. */
export const nodeTypes: readonly string[] = [
  "publish",
  "request",
  "script",
  "sendMail",
  "sendSms",
  "sms",
  "sleep",
  "wait",
  "wait.kill",
  "updateTarget",
  "multipleslots",
  "sendpushapp",
  "data-manager/pipeline",
  "data-table/pipeline",
  "np6.notification/execution",
  "if",
  "match",
  "sample",
  "split",
  "switch",
  "wait.race",
  "wait.all",
  "conditionaltimeslots",
  "data-explorer-v2.match",
  "terminal",
];
