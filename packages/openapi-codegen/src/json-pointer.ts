export { childPointer, pointerTokens } from "@np6/openapi-document";
