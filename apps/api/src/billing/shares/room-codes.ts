import type { EntityManager } from "typeorm";
import { InvalidInput } from "../../common/rule-violation.js";

const CODES_NAMED = 5;

/** The ids of rooms by their codes, in the order of the codes. @throws INVALID_INPUT for codes unknown or named twice */
export async function roomIdsOf(
  tx: EntityManager,
  projectId: string,
  field: string,
  codes: readonly string[],
): Promise<string[]> {
  if (codes.length === 0) return [];
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (twice.length > 0) throw new InvalidInput({ [field]: [`房号 ${inWords(twice)} 写了两次`] });
  const rows = await tx.query<{ id: string; code: string }[]>(
    "SELECT id, code FROM room WHERE project_id = $1 AND code = ANY ($2)",
    [projectId, codes],
  );
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const unknown = codes.filter((code) => !ids.has(code));
  if (unknown.length > 0) throw new InvalidInput({ [field]: [`没有房号 ${inWords(unknown)} 的房间`] });
  return codes.map((code) => ids.get(code)!);
}

const inWords = (codes: readonly string[]) =>
  codes.length > CODES_NAMED ? `${codes.slice(0, CODES_NAMED).join("、")} 等 ${codes.length} 个` : codes.join("、");
