import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { AttributeDto, ImportColumnDto, ImportTemplateKind, SaveImportMappingDto } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { AuditService } from "../../audit/audit.service.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { FileStore } from "../../files/file-store.js";
import { lockBatch, refuseRunning } from "../batch-state.js";
import { asViolation, notACommunity } from "../import.errors.js";
import { importFile, layoutOf } from "../import-file.js";
import { ImportBatch } from "../import-batch.entity.js";
import { fieldsOf, guessedColumns, headerHash, headersFor, type ImportLayout, kindOf } from "../import-layout.js";
import { AttributesQueries } from "../../property/attributes/attributes.queries.js";
import type { SheetPreview } from "../profiles/detect-profile.js";
import type { Template } from "../profiles/templates/template.js";
import type { Header } from "../workbook/guess-columns.js";
import { openWorkbook } from "../workbook/read-workbook.js";
import { previewRows } from "../workbook/read-table.js";

type Proposal = Pick<ImportLayout, "headerRow" | "columns" | "remembered">;

/** Chooses sheet and columns of an import and remembers them for workbooks with the same headers. */
@Injectable()
export class MappingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly files: FileStore,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly attributes: AttributesQueries,
  ) {}

  /** The columns remembered for these headers, else those the headers suggest. */
  async propose(
    projectId: string,
    kind: ImportTemplateKind,
    preview: SheetPreview,
    headerRow: number | null = null,
  ): Promise<Proposal> {
    const header = headersFor(preview, kind, headerRow);
    if (!header) return { headerRow: null, columns: [], remembered: false };
    const [known] = await this.db.query<{ mapping: Record<string, string> }[]>(
      "SELECT mapping FROM import_mapping WHERE project_id = $1 AND kind = $2 AND header_hash = $3",
      [projectId, kind, headerHash(header.headers)],
    );
    const definitions = await this.attributes.list(projectId);
    const columns = known
      ? columnsOf(kind, numbered(known.mapping), header.headers, definitions)
      : guessedColumns(kind, header.headers, definitions);
    return { headerRow: header.rowNo, columns, remembered: known !== undefined };
  }

  /**
   * Sets what is read, and from where; without columns those remembered or guessed. What was checked before must be
   * checked again.
   * @throws INVALID_INPUT for a sheet, header row or column that is not there and for required fields left out,
   *   NOT_A_COMMUNITY, IMPORT_BUSY, IMPORT_DONE
   */
  save(actor: Actor, projectId: string, id: string, dto: SaveImportMappingDto): Promise<void> {
    return this.db.transaction(async (tx) => {
      const batch = await lockBatch(tx, projectId, id);
      await refuseRunning(tx, batch);
      const layout = await this.chosen(batch, dto);
      const changed = {
        kind: dto.kind,
        layout: layout as never,
        status: "UPLOADED",
        summary: null,
        decisions: {},
        failure: null,
      };
      await tx.update(ImportBatch, { projectId, id }, changed);
      await tx.query("DELETE FROM import_row WHERE project_id = $1 AND batch_id = $2", [projectId, id]);
      await this.audit.record(tx, actor, {
        projectId,
        action: "import-batch.update",
        entity: "import-batch",
        entityId: id,
        summary: `设置导入文件 ${batch.fileName} 的工作表与对应列`,
        after: { kind: dto.kind, sheet: layout.sheet, headerRow: layout.headerRow, columns: layout.columns },
      });
      if (dto.kind === "COMMUNITY" || !dto.columns || dto.remember === false) return;
      await this.remember(tx, batch, dto.kind, layout);
    });
  }

  private async chosen(batch: ImportBatch, dto: SaveImportMappingDto): Promise<ImportLayout> {
    const layout = layoutOf(batch);
    const { detected } = layout;
    if (dto.kind === "COMMUNITY") {
      if (kindOf(detected) !== "COMMUNITY") throw notACommunity();
      return {
        ...layout,
        profile: detected.profile,
        sheet: detected.sheet,
        headerRow: null,
        columns: [],
        remembered: false,
      };
    }
    if (!dto.sheet) throw new InvalidInput({ sheet: ["请选择工作表"] });
    const preview = await this.preview(batch, dto.sheet);
    const header = headersFor(preview, dto.kind, dto.headerRow ?? null);
    if (!header) throw new InvalidInput({ headerRow: [`工作表“${dto.sheet}”里找不到表头行，请指定表头所在的行`] });
    const proposal = dto.columns
      ? { columns: await this.given(batch.projectId, dto.kind, dto.columns, header.headers), remembered: false }
      : await this.propose(batch.projectId, dto.kind, preview, header.rowNo);
    const profile = detected.profile === "TEMPLATE" && detected.kind === dto.kind ? "TEMPLATE" : "FREE";
    const sheets = layout.sheets.map((sheet) =>
      sheet.name === dto.sheet ? { ...sheet, headerRow: header.rowNo, headers: header.headers } : sheet,
    );
    return { ...layout, sheets, profile, sheet: dto.sheet, ...proposal, headerRow: header.rowNo };
  }

  /** The columns somebody chose. @throws INVALID_INPUT */
  private async given(
    projectId: string,
    kind: ImportTemplateKind,
    columns: Record<string, number>,
    headers: readonly Header[],
  ): Promise<ImportColumnDto[]> {
    const definitions = await this.attributes.list(projectId);
    const chosen = columnsOf(kind, columns, headers, definitions);
    refuseWrongColumns(fieldsOf(kind, definitions), columns, chosen);
    return chosen;
  }

  private async preview(batch: ImportBatch, name: string): Promise<SheetPreview> {
    try {
      const workbook = await openWorkbook(this.files.pathOf(batch.projectId, importFile(batch.id)), batch.fileName);
      try {
        const sheet = workbook.sheets.find((candidate) => candidate.name === name);
        if (!sheet) {
          const names = workbook.sheets.map((candidate) => `“${candidate.name}”`).join("、");
          throw new InvalidInput({ sheet: [`文件里没有工作表“${name}”；现有：${names}`] });
        }
        return { sheet, rows: await previewRows(workbook, name) };
      } finally {
        workbook.close();
      }
    } catch (error) {
      throw asViolation(error);
    }
  }

  private async remember(tx: EntityManager, batch: ImportBatch, kind: ImportTemplateKind, layout: ImportLayout) {
    const headers = layout.sheets.find(({ name }) => name === layout.sheet)?.headers ?? [];
    const mapping = Object.fromEntries(layout.columns.map(({ key, column }) => [key, String(column)]));
    await tx.query(
      `INSERT INTO import_mapping (project_id, id, created_at, kind, header_hash, mapping) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (project_id, kind, header_hash) DO UPDATE SET mapping = excluded.mapping`,
      [batch.projectId, newId(), this.clock.now(), kind, headerHash(headers), JSON.stringify(mapping)],
    );
  }
}

const numbered = (mapping: Record<string, string>): Record<string, number> =>
  Object.fromEntries(Object.entries(mapping).map(([key, column]) => [key, Number(column)]));

/** Columns by field, in the order of the fields; unknown keys are dropped here and refused where a person sent them. */
function columnsOf(
  kind: ImportTemplateKind,
  columns: Record<string, number>,
  headers: readonly Header[],
  definitions: readonly AttributeDto[],
): ImportColumnDto[] {
  return fieldsOf(kind, definitions).flatMap(({ key }) => {
    const column = columns[key];
    if (column === undefined) return [];
    return [{ key, column, header: headers.find((header) => header.column === column)?.text ?? "", confidence: 1 }];
  });
}

function refuseWrongColumns(
  known: Template["fields"],
  given: Record<string, number>,
  columns: readonly ImportColumnDto[],
): void {
  const fields = new Map(known.map(({ key, label }) => [key, label]));
  const faults: string[] = [];
  for (const [key, column] of Object.entries(given)) {
    if (!fields.has(key)) faults.push(`没有字段“${key.slice(0, 50)}”`);
    else if (!Number.isInteger(column) || column < 1 || column > 200)
      faults.push(`${fields.get(key)}：列必须是 1 到 200 之间的整数`);
  }
  const twice = columns.filter(({ column }, i) => columns.findIndex((other) => other.column === column) !== i);
  for (const { key, header, column } of twice)
    faults.push(`${fields.get(key)}：第 ${column} 列“${header}”已经用于另一个字段`);
  const missing = known.filter(({ key, required }) => required && !(key in given)).map(({ label }) => label);
  if (missing.length > 0) faults.push(`还没有为必需的字段选列：${missing.join("、")}`);
  if (faults.length > 0) throw new InvalidInput({ columns: faults });
}
