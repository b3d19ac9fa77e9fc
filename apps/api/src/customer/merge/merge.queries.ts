import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type CustomerKind,
  type DuplicateDto,
  type DuplicatePageDto,
  type DuplicateQueryDto,
  type DuplicateReason,
  type MergeConflictDto,
  type MergeDto,
  type MergeMoveDto,
  type MergePairDto,
  type MergePreviewDto,
  type MergeSideDto,
  type RelationRole,
  relationRoleLabels,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { maskPhone } from "../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { Where } from "../../common/where.js";
import { Customer } from "../customer.entity.js";
import { idsOf } from "../merged-customers.js";
import { CustomerMerge } from "./customer-merge.entity.js";
import { CustomerReferences } from "./customer-references.js";
import { blockersOf } from "./merge-blockers.js";
import { relationsOf } from "./move-customer.js";
import { PART_TABLES } from "./moved-rows.js";
import { refusalsOf } from "./refusals.js";
import { type MergedRelation, resolveRelations } from "./resolve-relations.js";

/** A telephone of more people than these is a switchboard, not a sign of a duplicate. */
const SHARED_BY = 20;

/** Pairs of entries that share a telephone, or name and room; the older (smaller id) first. $1 project. */
const PAIRS = `
  WITH shared AS (
    SELECT number FROM customer_phone WHERE project_id = $1 GROUP BY number HAVING count(*) BETWEEN 2 AND ${SHARED_BY}),
  near AS (
    SELECT a.customer_id AS older, b.customer_id AS newer, true AS phone FROM customer_phone a
      JOIN shared s ON s.number = a.number
      JOIN customer_phone b ON b.project_id = a.project_id AND b.number = a.number AND b.customer_id > a.customer_id
     WHERE a.project_id = $1
    UNION ALL
    SELECT a.customer_id, b.customer_id, false FROM room_relation a
      JOIN room_relation b ON b.project_id = a.project_id AND b.room_id = a.room_id AND b.customer_id > a.customer_id
      JOIN customer x ON x.project_id = a.project_id AND x.id = a.customer_id
      JOIN customer y ON y.project_id = b.project_id AND y.id = b.customer_id AND y.name = x.name
     WHERE a.project_id = $1),
  pairs AS (
    SELECT n.older, n.newer,
           CASE WHEN bool_or(n.phone) AND x.name = y.name THEN 1 WHEN bool_or(NOT n.phone) THEN 2 ELSE 3 END AS rank
      FROM near n
      JOIN customer x ON x.project_id = $1 AND x.id = n.older
      JOIN customer y ON y.project_id = $1 AND y.id = n.newer
     WHERE x.merged_into_id IS NULL AND y.merged_into_id IS NULL AND x.kind = y.kind
       AND (x.id_number_hash IS NULL OR y.id_number_hash IS NULL)
     GROUP BY n.older, n.newer, x.name, y.name)`;

const RANKS: DuplicateReason[] = ["NAME_PHONE", "NAME_ROOM", "PHONE"];

interface SideRow {
  id: string;
  number: string;
  name: string;
  kind: CustomerKind;
  mobile: string | null;
  idNumberMasked: string | null;
  roomCodes: string[];
}

/** Reads duplicates, what a merge would do, and the merges that were made. */
@Injectable()
export class MergeQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly references: CustomerReferences,
  ) {}

  /** Customers who are probably the same, the surest first. */
  async duplicates(projectId: string, { by, cursor, pageSize = 20 }: DuplicateQueryDto): Promise<DuplicatePageDto> {
    const where = new Where();
    where.param(projectId);
    where.add("p.rank = ?", by && RANKS.indexOf(by) + 1);
    const [rank, older, newer] = decodeCursor(cursor, 3) ?? [];
    where.add("(p.rank, p.older, p.newer) > (?::int, ?::uuid, ?::uuid)", rank, older, newer);
    const pairs = await this.db.query<{ older: string; newer: string; rank: number }[]>(
      `${PAIRS} SELECT p.* FROM pairs p ${where.toString()} ORDER BY p.rank, p.older, p.newer LIMIT ${where.param(pageSize + 1)}`,
      where.params,
    );
    const sides = await this.sides(
      projectId,
      pairs.flatMap((pair) => [pair.older, pair.newer]),
    );
    return toCursorPage(
      pairs,
      pageSize,
      (pair): DuplicateDto => ({
        id: `${pair.older}${pair.newer}`,
        by: RANKS[pair.rank - 1]!,
        older: sides.get(pair.older)!,
        newer: sides.get(pair.newer)!,
      }),
      (pair) => [String(pair.rank), pair.older, pair.newer],
    );
  }

  /** What would move, what meets, and what refuses. Changes nothing. */
  async preview(projectId: string, { survivorId, mergedId }: MergePairDto): Promise<MergePreviewDto> {
    const [survivor, merged] = await Promise.all(
      [survivorId, mergedId].map((id) => this.db.manager.findOneBy(Customer, { projectId, id })),
    );
    if (!survivor || !merged) throw notFound("客户");
    const sides = await this.sides(projectId, [survivorId, mergedId]);
    return {
      survivor: sides.get(survivorId)!,
      merged: sides.get(mergedId)!,
      moves: await this.moves(projectId, mergedId),
      conflicts: await this.conflicts(projectId, { survivorId, mergedId }),
      refusals: refusalsOf(survivor, merged),
    };
  }

  /** Merges into a customer, with what keeps each from being undone. */
  async mergesOf(projectId: string, customerId: string): Promise<MergeDto[]> {
    const merges = await this.db.manager.find(CustomerMerge, {
      where: { projectId, survivorId: customerId },
      relations: { merged: true },
      order: { id: "DESC" },
      take: 50,
    });
    return Promise.all(
      merges.map(async (merge) => ({
        id: merge.id,
        survivorId: merge.survivorId,
        mergedId: merge.mergedId,
        mergedNumber: merge.merged.number,
        mergedName: merge.merged.name,
        reason: merge.reason,
        at: merge.createdAt.toISOString(),
        byName: merge.mergedByName,
        undoneAt: merge.undoneAt?.toISOString() ?? null,
        undoneByName: merge.undoneByName,
        undoReason: merge.undoReason,
        blockers: merge.undoneAt ? [] : await blockersOf(this.db, this.references.all, merge),
      })),
    );
  }

  private async sides(projectId: string, ids: string[]): Promise<Map<string, MergeSideDto>> {
    const rows = await this.db.query<SideRow[]>(
      `SELECT c.id, c.number, c.name, c.kind, c.mobile, c.id_number_masked AS "idNumberMasked",
              COALESCE((SELECT (array_agg(DISTINCT o.code))[1:3] FROM room_relation r
                          JOIN room o ON o.project_id = r.project_id AND o.id = r.room_id
                         WHERE r.project_id = c.project_id AND r.customer_id = c.id), '{}') AS "roomCodes"
         FROM customer c WHERE c.project_id = $1 AND c.id = ANY ($2)`,
      [projectId, ids],
    );
    return new Map(rows.map(({ mobile, ...side }) => [side.id, { ...side, mobileMasked: maskPhone(mobile) }]));
  }

  /** What is there to move or to show under the survivor, thing by thing. */
  private async moves(projectId: string, mergedId: string): Promise<MergeMoveDto[]> {
    const counted: [what: string, sql: string][] = [
      [
        "客房关系",
        "SELECT count(*)::int AS count, NULL AS fen FROM room_relation x WHERE x.project_id = $1 AND x.customer_id = $2",
      ],
      ...this.references.all.map(({ label, table, column, only }): [string, string] => [
        label,
        `SELECT count(*)::int AS count, NULL AS fen FROM "${table}" x WHERE x.project_id = $1 AND x."${column}" = $2 ${only ? `AND ${only}` : ""}`,
      ]),
      [
        "应收",
        `SELECT count(*)::int AS count, COALESCE(sum(x.open_fen), 0)::bigint AS fen FROM charge x WHERE x.project_id = $1 AND x.payer_id IN ${idsOf("$1", "$2")}`,
      ],
      [
        "收据",
        `SELECT count(*)::int AS count, NULL AS fen FROM receipt x WHERE x.project_id = $1 AND x.payer_id IN ${idsOf("$1", "$2")}`,
      ],
      [
        "预收账户",
        `SELECT count(*)::int AS count, COALESCE(sum(x.balance_fen), 0)::bigint AS fen FROM prepayment_account x WHERE x.project_id = $1 AND x.customer_id IN ${idsOf("$1", "$2")}`,
      ],
      ...PART_TABLES.map(({ label, table }): [string, string] => [
        label,
        `SELECT count(*)::int AS count, NULL AS fen FROM "${table}" x WHERE x.project_id = $1 AND x.customer_id = $2`,
      ]),
    ];
    const found = await Promise.all(
      counted.map(async ([what, sql]) => {
        const [row] = await this.db.query<{ count: number; fen: number | null }[]>(sql, [projectId, mergedId]);
        return { what, count: row?.count ?? 0, amountFen: row?.fen ?? null };
      }),
    );
    return found.filter(({ count }) => count > 0);
  }

  private async conflicts(projectId: string, { survivorId, mergedId }: MergePairDto): Promise<MergeConflictDto[]> {
    const [mine, theirs] = await Promise.all([
      relationsOf(this.db, projectId, survivorId),
      relationsOf(this.db, projectId, mergedId),
    ]);
    const { met, trimmed } = resolveRelations(mine, theirs);
    const codes = await this.db.query<{ id: string; code: string }[]>(
      "SELECT id, code FROM room WHERE project_id = $1 AND id = ANY ($2)",
      [projectId, met.map(({ merged }) => merged.roomId)],
    );
    const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
    const relations = met.map(({ survivor, merged }): MergeConflictDto => {
      const rest = trimmed.find(({ id }) => id === merged.id)?.parts.map(daysText);
      return {
        what: `房间 ${codeOf.get(merged.roomId) ?? ""} 的${relationRoleLabels[merged.role as RelationRole]}`,
        survivor: daysText(survivor),
        merged: daysText(merged),
        resolution: rest ? `重叠的日子以保留的客户为准，其余（${rest.join("、")}）并入` : "以保留的客户的记录为准",
      };
    });
    const [phones] = await this.db.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM customer_phone a JOIN customer_phone b ON b.project_id = a.project_id AND b.number = a.number
        WHERE a.project_id = $1 AND a.customer_id = $2 AND b.customer_id = $3`,
      [projectId, survivorId, mergedId],
    );
    const same = phones?.count ?? 0;
    if (same === 0) return relations;
    return [
      ...relations,
      { what: "电话", survivor: `${same} 个`, merged: `${same} 个`, resolution: "号码相同，只保留一个" },
    ];
  }
}

const daysText = ({ from, to }: Pick<MergedRelation, "from" | "to">) => `${from} 至${to === null ? "今" : ` ${to}`}`;
