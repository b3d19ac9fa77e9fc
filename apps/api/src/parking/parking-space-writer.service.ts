import { Injectable } from "@nestjs/common";
import type { SpaceOwnership, SpaceType } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { AuditService } from "../audit/audit.service.js";
import type { Actor } from "../common/actor.js";
import { Clock } from "../common/clock.js";
import { newId } from "../common/ids.js";

/** A space as an import names it: null says nothing and never overwrites. Area in m² as decimal text. */
export interface SpaceToUpsert {
  code: string;
  name?: string | null;
  type: SpaceType | null;
  place: string | null;
  ownership: SpaceOwnership | null;
  area: string | null;
}

interface StoredSpace {
  id: string;
  code: string;
  name: string;
  type: string;
  place: string;
  ownership: string | null;
  area: string | null;
}

/** Mandatory fields of a space (PRK-06); the code is always there. */
const MANDATORY = { type: "车位类型", place: "车位位置", name: "车位名称", ownership: "车位权属" } as const;

/** Writes parking spaces by the set, for imports; what a row leaves empty keeps its value (PRK-04…06). */
@Injectable()
export class ParkingSpaceWriter {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Inserts spaces that are missing and changes those that differ, found by their number. */
  async upsertSpaces(
    tx: EntityManager,
    actor: Actor,
    projectId: string,
    rows: readonly SpaceToUpsert[],
  ): Promise<{ created: number; changed: number }> {
    const unique = [...new Map(rows.map((row) => [row.code, row])).values()];
    const known = await stored(
      tx,
      projectId,
      unique.map(({ code }) => code),
    );
    const changes = unique
      .map((row) => ({ before: known.get(row.code), after: merged(known.get(row.code), row) }))
      .filter(({ before, after }) => !before || !same(before, after));
    if (changes.length === 0) return { created: 0, changed: 0 };
    await tx.query(UPSERT, [projectId, this.clock.now(), JSON.stringify(changes.map(({ after }) => staged(after)))]);
    const entries = changes.map(({ before, after: { id, ...after } }) => ({
      projectId,
      action: "space.import",
      entity: "space",
      entityId: id,
      summary: before ? `导入修改车位 ${after.code}` : `导入新增车位 ${after.code}`,
      before: before ?? null,
      after,
    }));
    for (let from = 0; from < entries.length; from += 1000)
      await this.audit.record(tx, actor, ...entries.slice(from, from + 1000));
    const created = changes.filter(({ before }) => !before).length;
    return { created, changed: changes.length - created };
  }
}

const UPSERT = `
  INSERT INTO parking_space (project_id, id, created_at, code, name, type, place, ownership, area, incomplete)
  SELECT $1, s.id, $2, s.code, s.name, s.type, s.place, s.ownership, s.area, s.incomplete
    FROM jsonb_to_recordset($3::jsonb) AS s(id uuid, code text, name text, type text, place text, ownership text, area numeric, incomplete text[])
  ON CONFLICT (project_id, code) DO UPDATE SET name = excluded.name, type = excluded.type, place = excluded.place,
    ownership = excluded.ownership, area = excluded.area, incomplete = excluded.incomplete`;

/** Locks in id order what is already there. */
async function stored(tx: EntityManager, projectId: string, codes: string[]): Promise<Map<string, StoredSpace>> {
  const rows = await tx.query<StoredSpace[]>(
    `SELECT id, code, name, type, place, ownership, area FROM parking_space
      WHERE project_id = $1 AND code = ANY($2) ORDER BY id FOR UPDATE`,
    [projectId, codes],
  );
  return new Map(rows.map((row) => [row.code, row]));
}

function merged(before: StoredSpace | undefined, row: SpaceToUpsert): StoredSpace {
  return {
    id: before?.id ?? newId(),
    code: row.code,
    name: row.name ?? before?.name ?? row.code,
    type: row.type ?? before?.type ?? "OTHER",
    place: row.place ?? before?.place ?? "",
    ownership: row.ownership ?? before?.ownership ?? null,
    area: row.area ?? before?.area ?? null,
  };
}

const same = (a: StoredSpace, b: StoredSpace): boolean =>
  (Object.keys(a) as (keyof StoredSpace)[]).every((field) =>
    field === "area" ? Number(a.area ?? -1) === Number(b.area ?? -1) : a[field] === b[field],
  );

/** What is missing is kept by its Chinese name, as it is shown. */
const staged = (space: StoredSpace) => ({
  ...space,
  incomplete: Object.entries(MANDATORY).flatMap(([field, label]) =>
    space[field as keyof typeof MANDATORY] ? [] : [label],
  ),
});
