import { addressRows } from "./address-rows.ts";
import { bodyRows } from "./body-rows.ts";
import { type CatalogueOptions, createCatalogueContext } from "./catalogue-context.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { controlRows } from "./control-rows.ts";
import { cutRows } from "./cut-rows.ts";
import { dripRows } from "./drip-rows.ts";
import { earlyRows } from "./early-rows.ts";
import { echoRows } from "./echo-rows.ts";
import { encodingRows } from "./encoding-rows.ts";
import { garbageRows } from "./garbage-rows.ts";
import { headerRows } from "./header-rows.ts";
import { mediaTypeRows } from "./media-type-rows.ts";
import { redirectRows } from "./redirect-rows.ts";
import { retryAfterRows } from "./retry-after-rows.ts";
import { sizeRows } from "./size-rows.ts";
import { statusRows } from "./status-rows.ts";

/**
 * Everything that a server, a proxy or a network is known to do to a client, as rows to loop over: what to play, and
 * what a client that keeps the rules makes of it.
 * @throws TypeError when the options cannot make a catalogue
 */
export function faultCatalogue(options: CatalogueOptions): CatalogueRow[] {
  const context = createCatalogueContext(options);
  return [
    ...controlRows(context),
    ...addressRows(context),
    ...cutRows(context),
    ...garbageRows(),
    ...dripRows(context),
    ...redirectRows(context),
    ...mediaTypeRows(context),
    ...bodyRows(context),
    ...retryAfterRows(context),
    ...sizeRows(context),
    ...encodingRows(context),
    ...statusRows(context),
    ...headerRows(context),
    ...earlyRows(context),
    ...echoRows(context),
  ];
}
