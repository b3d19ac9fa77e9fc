import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  type Cycle,
  cycleLabels,
  type PriceBoardDto,
  type PriceBoardRowDto,
  type PrintForm,
  printFormLabels,
  type ShareMethod,
  shareMethodLabels,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { notFound } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";
import { baseWords, type BoardPrice, dueWords, priceWords } from "./price-words.js";

interface Row extends BoardPrice {
  kind: "RATE" | "POOL" | "ITEM";
  feeItemName: string;
  collectedForOthers: boolean;
  name: string | null;
  cycle: string | null;
  dueRule: string | null;
  dueDays: number | null;
  legalBasis: string | null;
}

/** $1 project, $2 day: prices in force, pools, and active items that are priced one by one. */
const ROWS = `
  SELECT 'RATE' AS kind, f.sort, f.code, f.name AS "feeItemName", f.collected_for_others AS "collectedForOthers", f.unit, r.name,
         r.base, r.area_kind AS "areaKind", r.formula, v.unit_price AS "unitPrice", v.surcharge, v.tiers, v.base_persons AS "basePersons", r.cycle,
         r.due_rule AS "dueRule", r.due_days AS "dueDays", r.legal_basis AS "legalBasis"
    FROM rate r
    JOIN fee_item f ON f.project_id = r.project_id AND f.id = r.fee_item_id
    JOIN rate_version v ON v.project_id = r.project_id AND v.rate_id = r.id
     AND v.starts_on <= $2::date AND (v.ends_on IS NULL OR v.ends_on >= $2::date)
   WHERE r.project_id = $1 AND r.active AND f.active
  UNION ALL
  SELECT 'POOL', f.sort, f.code, f.name, f.collected_for_others, f.unit, p.name, p.method, p.area_kind, NULL, '0', '0', NULL, NULL, NULL,
         p.due_rule, p.due_days, p.legal_basis
    FROM share_pool p JOIN fee_item f ON f.project_id = p.project_id AND f.id = p.fee_item_id
   WHERE p.project_id = $1 AND p.active AND f.active
  UNION ALL
  SELECT 'ITEM', f.sort, f.code, f.name, f.collected_for_others, f.unit, NULL, f.print_form, '', NULL, '0', '0', NULL, NULL, NULL, NULL, NULL, f.remark
    FROM fee_item f WHERE f.project_id = $1 AND f.active AND f.kind IN ('ONE_OFF', 'DEPOSIT', 'PASS')
   ORDER BY 2, 3, 7`;

/** Reads what a project charges, for the board (明码标价, LAW-16). */
@Injectable()
export class PriceBoardQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  async board(projectId: string): Promise<PriceBoardDto> {
    const [project] = await this.db.query<{ name: string; telephone: string | null; address: string | null }[]>(
      "SELECT name, telephone, address FROM project WHERE id = $1",
      [projectId],
    );
    if (!project) throw notFound("管理区");
    const date = await this.days.today(projectId);
    const rows = await this.db.query<Row[]>(ROWS, [projectId, date]);
    const { name: projectName, telephone, address } = project;
    return { projectName, telephone, address, date, rows: rows.map(toRowDto) };
  }
}

function toRowDto(row: Row): PriceBoardRowDto {
  const { feeItemName, collectedForOthers, name, legalBasis } = row;
  return {
    feeItemName,
    collectedForOthers,
    name,
    ...wordsOf(row),
    cycle: row.cycle && cycleLabels[row.cycle as Cycle],
    due: row.dueRule && dueWords(row.dueRule, row.dueDays ?? 0),
    legalBasis,
  };
}

function wordsOf(row: Row): { price: string; base: string } {
  if (row.kind === "RATE") return { price: priceWords(row), base: baseWords(row) };
  if (row.kind === "POOL") return { price: "按实际发生额分摊", base: shareMethodLabels[row.base as ShareMethod] };
  return {
    price: row.unit ? `收取前告知（${row.unit}）` : "收取前告知",
    base: row.base === "OTHER" ? "按次" : printFormLabels[row.base as PrintForm],
  };
}
