import type { ImportCountDto, ImportEntity, Permission } from "@linli/contracts";
import { type Access, may } from "../../auth/access.service.js";

/** What a person needs to write a kind of record by hand, he needs to import it too (LAW-52). */
const rightTo: Partial<Record<ImportEntity, Permission>> = {
  building: "property:write",
  unit: "property:write",
  room: "property:write",
  space: "property:write",
  vehicle: "parking:write",
  customer: "customer:write",
  relation: "customer:write",
  payer: "customer:write",
  fee: "billing:rates",
  binding: "billing:bind",
};

/** Rights the person lacks for what an import would create or change. */
export function missingRights(
  access: Access,
  projectId: string,
  expected: readonly ImportCountDto[],
  { keyData, datedAreas }: { keyData: boolean; datedAreas: boolean },
): Permission[] {
  const writes = expected.filter(({ outcome, count }) => count > 0 && (outcome === "CREATE" || outcome === "UPDATE"));
  const needed = new Set(writes.flatMap(({ entity }) => rightTo[entity] ?? []));
  if (datedAreas) needed.add("property:areas");
  if (keyData) needed.add("customer:key-data");
  return [...needed].filter((permission) => !may(access, permission, projectId));
}
