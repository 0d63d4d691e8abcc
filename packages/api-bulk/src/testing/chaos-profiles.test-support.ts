/** A profile of faults. */
export interface ChaosProfile {
  readonly name: string;
  /** Scenarios of the mock; `{seed}` is replaced. */
  readonly scenarios: readonly string[];
  /** Milliseconds after which the client gives up a request. */
  readonly attemptTimeoutMs?: number;
  /** Whether a refused batch may be split. */
  readonly splits?: true;
}

const errors = [
  "internal-server-error,probability=0.01,seed={seed}",
  "internal-server-error,probability=0.01,ran=1,seed={seed}1",
  "gateway-page-502,probability=0.005,seed={seed}",
  "gateway-page-200,probability=0.005,ran=1,seed={seed}",
];
const resets = ["reset-before,probability=0.01,seed={seed}", "reset-after,probability=0.01,seed={seed}"];
const limits = ["rate-limit,limit=400,retryAfter=1", "too-many-requests,probability=0.02,seed={seed}"];
const latency = ["latency,milliseconds=10,tail=100,seed={seed}"];
const shortAnswers = ["short-answer,probability=0.02,seed={seed}"];
const failures = ["partial-failure,probability=0.2,percent=10,seed={seed}"];
const poison = ["poison,receiver=R77|R1111|R3333|R5555|R55555"];

/** All profiles; the last one has every fault at once. */
export const chaosProfiles: readonly ChaosProfile[] = [
  { name: "calm", scenarios: [] },
  { name: "errors", scenarios: errors },
  { name: "latency with a tail", scenarios: latency },
  {
    name: "answers that come too late",
    scenarios: ["latency,milliseconds=1000,ran=1,probability=0.01,seed={seed}"],
    attemptTimeoutMs: 400,
  },
  { name: "resets", scenarios: resets },
  { name: "rate limits", scenarios: limits },
  { name: "short answers", scenarios: shortAnswers },
  { name: "batches too large", scenarios: ["batch-too-large,limit=30"] },
  { name: "poison", scenarios: poison, splits: true },
  { name: "failing receivers", scenarios: failures },
  {
    name: "mixed",
    scenarios: [...limits, ...latency, ...failures, ...shortAnswers, ...errors, ...resets, ...poison],
    splits: true,
  },
];
