/** The request header that asks for a scenario, for this request only. */
export const scenarioHeader = "x-np6-mock-scenario";
