#!/usr/bin/env node
// Committed so that the package manager can link it before dist/ exists.
import { setFlagsFromString } from "node:v8";

// A young generation that grew to its 128 MB would hold what is thrown away: ten million receivers are planned within 200 MB.
setFlagsFromString("--semi-space-growth-factor=1");
await import("../dist/cli.mjs");
