/** A program with one call for each client, for the measurements of bundles and start-up. */
export const entries: Readonly<
  Record<string, { readonly module: string; readonly make: string; readonly call: string }>
> = {
  "raw fetch": {
    module: "",
    make: "",
    call: "await (await fetch('https://api.example.com/scripting/workflows/42/execution', { method: 'POST', headers: { 'X-Key': key }, body: JSON.stringify(body) })).json()",
  },
  "np6, by operation": {
    module: "../../packages/api-client/dist/index.mjs",
    make: "const client = module.createClient({ apiKey: key, baseUrl: 'https://api.example.com' });",
    call: "await client.executeWorkflow({ path: { id: 42 }, body })",
  },
  "openapi-fetch": {
    module: "openapi-fetch",
    make: "const client = module.default({ baseUrl: 'https://api.example.com', headers: { 'X-Key': key } });",
    call: "await client.POST('/scripting/workflows/{id}/execution', { params: { path: { id: 42 } }, body })",
  },
  "hey-api": {
    module: "@hey-api/client-fetch",
    make: "const client = module.createClient({ baseUrl: 'https://api.example.com', headers: { 'X-Key': key } });",
    call: "await client.post({ url: '/scripting/workflows/{id}/execution', path: { id: 42 }, body })",
  },
  axios: {
    module: "axios",
    make: "const client = module.default.create({ baseURL: 'https://api.example.com', headers: { 'X-Key': key } });",
    call: "await client.post('/scripting/workflows/42/execution', body)",
  },
  ky: {
    module: "ky",
    make: "const client = module.default.create({ headers: { 'X-Key': key } });",
    call: "await client.post('https://api.example.com/scripting/workflows/42/execution', { json: body }).json()",
  },
  "openai SDK": {
    module: "openai",
    make: "const client = new module.default({ apiKey: key, baseURL: 'https://api.example.com' });",
    call: "await client.post('/scripting/workflows/42/execution', { body })",
  },
};
