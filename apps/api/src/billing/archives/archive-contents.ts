import type { EntityManager } from "typeorm";
import { idTypeLabels } from "@linli/contracts";
import { maskPhone, type PersonalData } from "../../common/crypto.js";
import { formatFen } from "../../common/money.js";
import { pagesOf } from "../../database/pages-of.js";
import { type ArchiveTable, columnsOf, statementOf } from "./archive-table.js";
import type { ArchiveRow } from "./archive-zip.js";
import { chargesTable, entriesTable } from "./declared/bill-tables.js";
import { prepaymentsTable } from "./declared/account-tables.js";
import type { SnapshotCheck } from "./snapshot-check.js";

/** Whose books are written. */
export interface Books {
  projectId: string;
  timeZone: string;
  /** The months of the archive, in order. */
  months: readonly string[];
}

type RawRow = Record<`c${number}`, string | null>;

/** The rows of a table as they are written, page by page; what they come to is added to the check. */
export async function* tableRows(
  tx: EntityManager,
  { projectId, timeZone }: Books,
  table: ArchiveTable,
  { month, span }: { month: string; span: "MONTH" | "BEFORE" },
  check: SnapshotCheck,
): AsyncGenerator<ArchiveRow[]> {
  const columns = columnsOf(table);
  const at = (title: string): `c${number}` => `c${columns.findIndex((column) => column.title === title)}`;
  const sumAt = table.sum === undefined ? undefined : at(table.sum);
  const count = counter(table, at, check);
  for await (const page of pagesOf<RawRow>(tx, statementOf(table, span), [projectId, month, timeZone]))
    yield page.map((raw) => {
      const fen = sumAt === undefined ? 0 : Number(raw[sumAt] ?? 0);
      count(raw, fen);
      return {
        fen,
        cells: columns.map(({ fen: isFen, labels }, index) => {
          const value = raw[`c${index}`];
          if (value === null || value === undefined) return "";
          return isFen ? formatFen(Number(value)) : (labels?.[value] ?? value);
        }),
      };
    });
}

/** How the rows of the tables that the snapshot sums up are counted. */
function counter(table: ArchiveTable, at: (title: string) => `c${number}`, check: SnapshotCheck) {
  const [bookedIn, countsIn, kind] = [at("记账月份"), at("计入月份"), at("类别")];
  if (table === chargesTable) return (raw: RawRow, fen: number) => check.add(raw[bookedIn]!, "CHARGED", fen);
  if (table === entriesTable) return (raw: RawRow, fen: number) => check.addEntry(raw[countsIn]!, raw[kind]!, fen);
  if (table === prepaymentsTable) return (raw: RawRow, fen: number) => check.add(raw[bookedIn]!, "PREPAID", fen);
  return () => undefined;
}

interface PayerRow {
  id: string;
  number: string;
  name: string;
  idType: string | null;
  idCipher: string | null;
  idMasked: string | null;
  mobile: string | null;
}

export const PAYER_TITLES = ["客户编号", "姓名或名称", "证件类型", "证件号码", "电话"];

/** The payers of the months; their numbers are masked unless whole ones were asked for. */
export async function* payerRows(
  tx: EntityManager,
  { projectId, months }: Books,
  personal: PersonalData,
  whole: boolean,
  told: (people: readonly PayerRow[]) => Promise<void>,
): AsyncGenerator<ArchiveRow[]> {
  const sql = `SELECT k.id, k.number, k.name, k.id_type AS "idType", k.id_number_cipher AS "idCipher",
           k.id_number_masked AS "idMasked", k.mobile
      FROM customer k WHERE k.project_id = $1 AND k.id IN (
        SELECT payer_id FROM charge WHERE project_id = $1 AND booked_period = ANY ($2::text[])
        UNION SELECT payer_id FROM receipt WHERE project_id = $1 AND period = ANY ($2::text[]))
     ORDER BY k.number, k.id`;
  for await (const page of pagesOf<PayerRow>(tx, sql, [projectId, months])) {
    if (whole) await told(page);
    yield page.map(({ number, name, idType, idCipher, idMasked, mobile }) => ({
      cells: [
        number,
        name,
        idType === null ? "" : ((idTypeLabels as Readonly<Record<string, string>>)[idType] ?? idType),
        (whole && idCipher ? personal.decrypt(idCipher) : idMasked) ?? "",
        (whole ? mobile : maskPhone(mobile)) ?? "",
      ],
    }));
  }
}

interface FileRow {
  type: string;
  ownerId: string;
  kind: string;
  name: string;
  contentType: string;
  size: string;
  sha256: string;
  at: string;
  removed: boolean;
}

export const ATTACHMENT_TITLES = [
  "所属",
  "所属编号",
  "种类",
  "文件名",
  "类型",
  "字节数",
  "SHA-256",
  "上传时间",
  "已删除",
];

/** What is called how: the things that have files and the kinds of these. */
export type OwnerWords = ReadonlyMap<string, { label: string; kinds: Readonly<Record<string, string>> }>;

/** The files that were attached to things of charging in the months. Contents stay in the system. */
export async function* attachmentRows(
  tx: EntityManager,
  { projectId, timeZone, months }: Books,
  owners: OwnerWords,
): AsyncGenerator<ArchiveRow[]> {
  const sql = `SELECT f.owner_type AS type, f.owner_id AS "ownerId", f.kind, f.name, f.content_type AS "contentType",
           f.size::text AS size, f.sha256, to_char(f.created_at AT TIME ZONE $2, 'YYYY-MM-DD HH24:MI:SS') AS at,
           f.removed_at IS NOT NULL AS removed
      FROM file_object f
     WHERE f.project_id = $1 AND f.owner_type = ANY ($3::text[]) AND to_char(f.created_at AT TIME ZONE $2, 'YYYY-MM') = ANY ($4::text[])
     ORDER BY f.created_at, f.id`;
  for await (const page of pagesOf<FileRow>(tx, sql, [projectId, timeZone, [...owners.keys()], months]))
    yield page.map((file) => {
      const owner = owners.get(file.type);
      return {
        cells: [
          owner?.label ?? file.type,
          file.ownerId,
          owner?.kinds[file.kind] ?? file.kind,
          file.name,
          file.contentType,
          file.size,
          file.sha256,
          file.at,
          file.removed ? "已删除" : "",
        ],
      };
    });
}
