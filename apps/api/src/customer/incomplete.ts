import type { MandatoryCustomerField, NotCollected } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { addMonths, dayInPeriod, dayOf, periodOf } from "../common/calendar.js";
import type { Customer } from "./customer.entity.js";
import { idsOf } from "./merged-customers.js";
import { notCollectedBy } from "./not-collected.js";

/** What a child under 14 lacks while no guardian's consent is recorded (LAW-33); an import brings no consent. */
export const MISSING_CONSENT = "监护人同意";

/** What somebody new brings. */
type NewCustomer = Pick<
  Customer,
  | "kind"
  | "sex"
  | "idType"
  | "idNumberHash"
  | "registeredPlace"
  | "emergencyName"
  | "emergencyPhone"
  | "mobile"
  | "homePhone"
  | "birthday"
>;

/** A mandatory field and when it is missing. */
interface Demand {
  name: MandatoryCustomerField;
  /** In SQL, of a customer `c`; `f.family`: only a family member, CUS-07 demands less. */
  condition: string;
  /** The same of somebody who has no relations yet; `child`: born less than 14 years ago. */
  lacks: (customer: NewCustomer, child: boolean) => boolean;
  field?: NotCollected;
}

const MISSING: readonly Demand[] = [
  {
    name: "性别",
    condition: "c.sex IS NULL OR (c.sex = 'NONE' AND c.kind = 'PERSON')",
    lacks: ({ sex, kind }) => sex === null || (sex === "NONE" && kind === "PERSON"),
    field: "sex",
  },
  { name: "证件名称", condition: "c.id_type IS NULL", lacks: ({ idType }) => idType === null, field: "idNumber" },
  {
    name: "证件号码",
    condition: "c.id_number_hash IS NULL",
    lacks: ({ idNumberHash }) => idNumberHash === null,
    field: "idNumber",
  },
  {
    name: "户口所在地",
    condition: "NOT f.family AND c.registered_place IS NULL",
    lacks: ({ registeredPlace }) => registeredPlace === null,
    field: "registeredPlace",
  },
  {
    name: "紧急联络人",
    condition: "NOT f.family AND c.emergency_name IS NULL",
    lacks: ({ emergencyName }) => emergencyName === null,
    field: "emergencyName",
  },
  {
    name: "紧急联络人电话",
    condition: "NOT f.family AND c.emergency_phone IS NULL",
    lacks: ({ emergencyPhone }) => emergencyPhone === null,
    field: "emergencyPhone",
  },
  {
    name: "手机或家庭电话",
    condition: "NOT f.family AND c.mobile IS NULL AND c.home_phone IS NULL",
    lacks: ({ mobile, homePhone }) => mobile === null && homePhone === null,
  },
  { name: "与业主关系", condition: "f.kinship_missing", lacks: () => false },
  {
    name: MISSING_CONSENT,
    condition: `c.birthday > $3::date - interval '14 years' AND NOT EXISTS (
       SELECT 1 FROM guardian_consent g WHERE g.project_id = c.project_id AND g.child_id IN ${idsOf("c.project_id", "c.id")})`,
    lacks: (_customer, child) => child,
  },
];

async function demandsOf(tx: Pick<EntityManager, "query">, projectId: string): Promise<Demand[]> {
  const notCollected = await notCollectedBy(tx, projectId);
  return MISSING.filter(({ field }) => !field || !notCollected.includes(field));
}

/** Tells what somebody new lacks, without asking the database for each: what `refreshIncomplete` would write. */
export async function missingInNew(
  tx: Pick<EntityManager, "query">,
  projectId: string,
  today: string,
): Promise<(customer: NewCustomer) => string[]> {
  const demands = await demandsOf(tx, projectId);
  const grown = addMonths(periodOf(today), -14 * 12);
  const bornAfter = dayInPeriod(grown, dayOf(today));
  return (customer) => {
    const child = customer.birthday !== null && customer.birthday > bornAfter;
    return demands.flatMap(({ name, lacks }) => (lacks(customer, child) ? [name] : []));
  };
}

/** The expression that lists what a customer `c` lacks, with `f` of his relations; $3 is today. */
async function missingFields(tx: Pick<EntityManager, "query">, projectId: string): Promise<string> {
  const demands = await demandsOf(tx, projectId);
  const missing = demands.map(({ name, condition }) => `CASE WHEN ${condition} THEN '${name}' END`).join(", ");
  return `array_remove(ARRAY[${missing}]::text[], NULL)`;
}

/**
 * Writes anew which mandatory fields of the customers are empty (CUS-05…07). Call it after every change of a customer or
 * of his relations, in the same transaction.
 */
export async function refreshIncomplete(
  tx: EntityManager,
  projectId: string,
  customerIds: string[] | "all",
  today: string,
): Promise<void> {
  const missing = await missingFields(tx, projectId);
  await tx.query(
    `UPDATE customer c SET incomplete = m.missing
       FROM (SELECT c.id, ${missing} AS missing
               FROM customer c
               CROSS JOIN LATERAL (
                 SELECT COALESCE(bool_and(rr.role = 'FAMILY'), false) AS family,
                        COALESCE(bool_or(rr.role = 'FAMILY' AND rr.kinship IS NULL), false) AS kinship_missing
                   FROM room_relation rr
                  WHERE rr.project_id = c.project_id AND rr.customer_id = c.id AND (rr.ends_on IS NULL OR rr.ends_on >= $3)) f
              WHERE c.project_id = $1 AND ($2::uuid[] IS NULL OR c.id = ANY($2))) m
      WHERE c.project_id = $1 AND c.id = m.id AND c.incomplete IS DISTINCT FROM m.missing`,
    [projectId, customerIds === "all" ? null : customerIds, today],
  );
}
