import { createHash } from "node:crypto";

/** A hash of what was asked for: equal for a retry, whatever the order of keys and whether empty fields are sent. */
export function requestHash(request: object): string {
  return createHash("sha256")
    .update(JSON.stringify(canonical(request)))
    .digest("base64url");
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== null && part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => [key, canonical(part)]);
}
