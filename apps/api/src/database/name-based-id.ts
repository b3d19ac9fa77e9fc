import { createHash } from "node:crypto";

/** SQL for the id of a row written in bulk, made from its business key: a uuid of version 5, the same for the same key. */
export const nameBasedId = (key: string): string =>
  `overlay(overlay(md5(${key}) placing '5' from 13) placing '8' from 17)::uuid`;

/** The same id, made in code. */
export function idOfName(key: string): string {
  const hex = createHash("md5").update(key).digest("hex");
  const set = `${hex.slice(0, 12)}5${hex.slice(13, 16)}8${hex.slice(17)}`;
  return [set.slice(0, 8), set.slice(8, 12), set.slice(12, 16), set.slice(16, 20), set.slice(20)].join("-");
}
