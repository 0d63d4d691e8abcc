export {
  type Boss,
  type EnqueueOptions,
  enqueueSlices,
  type QueueOptions,
  type SliceMessage,
  type SliceWorkOptions,
  workOnSlices,
} from "./queue/pg-boss-slices.ts";
