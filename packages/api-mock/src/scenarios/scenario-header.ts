/** The request header that selects a scenario for this request. */
export const scenarioHeader = "x-np6-mock-scenario";
