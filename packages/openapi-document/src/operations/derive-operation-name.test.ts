import { expect, it } from "vitest";
import { deriveOperationName } from "./derive-operation-name.ts";

it.each([
  ["GET", "/orders/{id}/items", "getOrdersByIdItems"],
  ["POST", "/orders", "postOrders"],
  ["GET", "/", "getRoot"],
  ["DELETE", "/order-items/{item_id}", "deleteOrderItemsByItemId"],
  ["GET", "/files/{name}.{ext}", "getFilesByNameByExt"],
  ["GET", "/v1.2/größen", "getV12Größen"],
])("names %s %s %s", (method, path, name) => {
  expect(deriveOperationName(method, path)).toBe(name);
});
