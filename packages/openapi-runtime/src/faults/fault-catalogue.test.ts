import { describeCatalogue } from "./describe-catalogue.test-support.ts";

await describeCatalogue();
