/** Media type of an execution's response. */
export const mediaType = "application/vnd.np6.cm.workflow-v4";
