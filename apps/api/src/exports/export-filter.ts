import { labelsOf, relationRoleLabels } from "@linli/contracts";
import {
  customerKindLabels,
  roomPurposeLabels,
  roomStateLabels,
  spaceOwnershipLabels,
  spaceTypeLabels,
  vehicleKindLabels,
  vehicleRankLabels,
} from "@linli/contracts/enums";
import { plainToInstance } from "class-transformer";
import { validateSync } from "class-validator";
import type { EntityManager } from "typeorm";
import { maskIdNumber } from "../common/crypto.js";
import { InvalidInput } from "../common/rule-violation.js";
import { fieldsOf } from "../common/validation.js";
import type { ExportSource } from "./sources/export-source.js";

/** Where a list stands and how it is sorted does not narrow what is exported. */
const PAGING = ["page", "pageSize", "cursor", "sort"];

/** The filter as its list would take it. @throws INVALID_INPUT naming the fields, as the list does */
export function checkedFilter(source: ExportSource, filter: Record<string, unknown>): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(filter).filter(([key]) => !PAGING.includes(key)));
  const query = plainToInstance(source.filter, given, { exposeDefaultValues: false });
  const errors = validateSync(query, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (errors.length > 0) throw new InvalidInput(fieldsOf(errors, "filter"));
  return Object.fromEntries(
    Object.entries(query).filter(([key, value]) => value !== undefined && value !== null && !PAGING.includes(key)),
  );
}

const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: roomStateLabels,
  purpose: roomPurposeLabels,
  role: relationRoleLabels,
  kind: { ...customerKindLabels, ...vehicleKindLabels },
  rank: vehicleRankLabels,
  type: spaceTypeLabels,
  ownership: spaceOwnershipLabels,
};
/** What an id in a filter is the name of. */
const NAMES: Readonly<Record<string, string>> = {
  buildingId: "SELECT name FROM building WHERE project_id = $1 AND id = $2",
  unitId: `SELECT b.name || u.name AS name FROM unit u JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
            WHERE u.project_id = $1 AND u.id = $2`,
  roomId: "SELECT code AS name FROM room WHERE project_id = $1 AND id = $2",
  feeItemId: "SELECT name FROM fee_item WHERE project_id = $1 AND id = $2",
  rateId: "SELECT name FROM rate WHERE project_id = $1 AND id = $2",
};

/** The filter for the register: one `条件：值` each, numbers that were searched for masked. */
export async function filterWords(
  db: Pick<EntityManager, "query">,
  projectId: string,
  source: ExportSource,
  filter: Record<string, unknown>,
): Promise<string[]> {
  const labels = labelsOf(source.filter);
  const words: string[] = [];
  for (const [key, value] of Object.entries(filter)) {
    if (key === "attribute") {
      words.push(...(await attributeWords(db, projectId, value as string[])));
      continue;
    }
    const name = NAMES[key]
      ? (await db.query<{ name: string }[]>(NAMES[key], [projectId, value]))[0]?.name
      : valueWord(key, value);
    words.push(`${labels[key] ?? key}：${name ?? "（不存在）"}`);
  }
  return words;
}

/** User-defined attributes, each `id:value` in the filter. */
async function attributeWords(
  db: Pick<EntityManager, "query">,
  projectId: string,
  filters: readonly string[],
): Promise<string[]> {
  const pairs = filters.map((filter) => [filter.slice(0, 36), filter.slice(37)] as const);
  const rows = await db.query<{ id: string; name: string }[]>(
    "SELECT id, name FROM attribute_definition WHERE project_id = $1 AND id::text = ANY($2)",
    [projectId, pairs.map(([id]) => id)],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return pairs.map(([id, value]) => `${names.get(id) ?? "自定义资料"}：${maskedSearch(value)}`);
}

function valueWord(key: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map((one) => valueWord(key, one)).join("、");
  const text = String(value);
  return CHOICES[key]?.[text] ?? maskedSearch(text);
}

/** A search for a whole telephone or document number is kept masked (LAW-31). */
export const maskedSearch = (text: string): string =>
  text.replace(/[0-9A-Za-z]{7,}/g, (number) => (/\d{6,}/.test(number) ? maskIdNumber(number) : number));
