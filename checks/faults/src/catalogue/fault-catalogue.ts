import { type CatalogueOptions, createCatalogueContext } from "./catalogue-context.ts";
import type { CatalogueRow } from "./catalogue-row.ts";
import { addressRows } from "./rows/address-rows.ts";
import { bodyRows } from "./rows/body-rows.ts";
import { controlRows } from "./rows/control-rows.ts";
import { cutRows } from "./rows/cut-rows.ts";
import { dripRows } from "./rows/drip-rows.ts";
import { earlyRows } from "./rows/early-rows.ts";
import { echoRows } from "./rows/echo-rows.ts";
import { encodingRows } from "./rows/encoding-rows.ts";
import { garbageRows } from "./rows/garbage-rows.ts";
import { headerRows } from "./rows/header-rows.ts";
import { mediaTypeRows } from "./rows/media-type-rows.ts";
import { redirectRows } from "./rows/redirect-rows.ts";
import { retryAfterRows } from "./rows/retry-after-rows.ts";
import { sizeRows } from "./rows/size-rows.ts";
import { statusRows } from "./rows/status-rows.ts";

/**
 * Lists all known faults of servers, proxies and networks, as rows to loop over. Each contains the script to play, and
 * the expected result of a client that follows the rules.
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
