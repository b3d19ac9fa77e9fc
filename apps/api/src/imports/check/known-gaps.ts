import type { NotCollected } from "@linli/contracts";
import type { FoundCustomer } from "../../customer/bulk-customers.service.js";
import type { ImportRecords, Sourced } from "../profiles/records.js";
import type { KnownProject } from "./known-project.js";

/** Fields of customer records by the names the customer domain gives them. */
const CUSTOMER_FIELDS: Record<string, string> = { registeredResidence: "registeredPlace" };

/** A field the file lacks but the project knows is not missing. */
export function dropKnownGaps(
  final: ImportRecords,
  records: ImportRecords,
  known: KnownProject,
  found: readonly (FoundCustomer | null)[],
): void {
  const knows = new Map<number, (field: string) => boolean>();
  for (const room of final.rooms) {
    const there = known.rooms.get(room.code);
    if (there) knows.set(room.uid ?? 0, (field) => isGiven((there as unknown as Record<string, unknown>)[field]));
  }
  final.customers.forEach((customer, index) => {
    const after = found[index]?.after as Record<string, unknown> | undefined;
    if (!after) return;
    const hasPhone = isGiven(after["mobile"]) || isGiven(after["homePhone"]);
    const has = (field: string) => (field === "mobile" ? hasPhone : isGiven(after[CUSTOMER_FIELDS[field] ?? field]));
    knows.set(customer.uid ?? 0, has);
  });
  for (const record of [...final.rooms, ...final.customers, ...records.rooms, ...records.customers])
    drop(record, knows.get(record.uid ?? 0));
}

/** Customer fields of a file by what a project may decide not to collect. */
const COLLECTED: Record<string, NotCollected> = {
  sex: "sex",
  idType: "idNumber",
  idNumber: "idNumber",
  registeredResidence: "registeredPlace",
  emergencyName: "emergencyName",
  emergencyPhone: "emergencyPhone",
};

/** What the project does not collect is not missing (GAP-16). */
export function dropNotCollected(records: readonly ImportRecords[], notCollected: readonly NotCollected[]): void {
  if (notCollected.length === 0) return;
  const isWanted = (field: string | null) => !field || !COLLECTED[field] || !notCollected.includes(COLLECTED[field]);
  for (const customer of records.flatMap(({ customers }) => customers))
    customer.issues = customer.issues.filter(({ severity, field }) => severity !== "INCOMPLETE" || isWanted(field));
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== "" && value !== "0";

function drop(record: Sourced, knows: ((field: string) => boolean) | undefined): void {
  if (!knows) return;
  record.issues = record.issues.filter(
    ({ severity, field }) => severity !== "INCOMPLETE" || field === null || !knows(field),
  );
}
