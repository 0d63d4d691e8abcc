/** Of an execution's answer. */
export const mediaType = "application/vnd.np6.cm.workflow-v4";
