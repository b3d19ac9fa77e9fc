import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ArrearsHandling,
  CustomerKind,
  PrepaymentHandling,
  TransferConfirmationDto,
  TransferDetailDto,
  TransferDto,
  TransferOwnerDto,
  TransferPageDto,
  TransferQueryDto,
  TransferReadingDto,
  TransferReason,
  TransferRelationDto,
  TransferStatus,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { maskPhone } from "../../common/crypto.js";
import { decodeCursor, toCursorPage } from "../../common/paging.js";
import { notFound } from "../../common/rule-violation.js";
import { containing, Where } from "../../common/where.js";
import type { TransferParties } from "./complete-transfer.service.js";
import { factsOf, type StoredTransfer, transferOf } from "./transfer-facts.js";
import type { TransferFacts, TransferQuestion } from "./transfer-participants.js";
import { TransferSurveys } from "./transfer-survey.service.js";

interface Row {
  id: string;
  number: string;
  roomId: string;
  roomCode: string;
  status: TransferStatus;
  transferOn: string | null;
  reason: TransferReason | null;
  oldOwners: string[];
  newOwners: string[];
  createdByName: string;
  createdAt: Date;
  completedAt: Date | null;
}

/** Old owners: those it ended for, once it is done; before, who owns the room on the transfer date. */
const COLUMNS = `t.id, t.number, t.room_id AS "roomId", r.code AS "roomCode", t.status, t.transfer_on AS "transferOn", t.reason,
  CASE WHEN t.parties IS NOT NULL
       THEN ARRAY(SELECT jsonb_array_elements(t.parties -> 'oldOwners') ->> 'name')
       ELSE ARRAY(SELECT c.name FROM room_relation rr JOIN customer c ON c.project_id = rr.project_id AND c.id = rr.customer_id
                   WHERE rr.project_id = t.project_id AND rr.room_id = t.room_id AND rr.role = 'OWNER'
                     AND (rr.ends_on IS NULL OR rr.ends_on >= coalesce(t.transfer_on, t.created_at::date)) ORDER BY rr.starts_on, rr.id) END AS "oldOwners",
  ARRAY(SELECT c.name FROM room_transfer_owner o JOIN customer c ON c.project_id = o.project_id AND c.id = o.customer_id
         WHERE o.project_id = t.project_id AND o.transfer_id = t.id ORDER BY o.place) AS "newOwners",
  t.created_by_name AS "createdByName", t.created_at AS "createdAt", t.completed_at AS "completedAt"`;
const TABLES = "FROM room_transfer t JOIN room r ON r.project_id = t.project_id AND r.id = t.room_id";

/** Reads transfers. */
@Injectable()
export class TransferQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly surveys: TransferSurveys,
    private readonly clock: Clock,
  ) {}

  /** Transfers, the latest begun first. */
  async page(
    projectId: string,
    { q, status, roomId, cursor, pageSize = 20 }: TransferQueryDto,
  ): Promise<TransferPageDto> {
    const pattern = containing(q);
    const where = new Where()
      .add("t.project_id = ?", projectId)
      .add("t.status = ?", status)
      .add("t.room_id = ?", roomId)
      .add(
        `(t.number ILIKE ? OR r.code ILIKE ? OR t.parties::text ILIKE ? OR EXISTS (
            SELECT 1 FROM room_transfer_owner o JOIN customer c ON c.project_id = o.project_id AND c.id = o.customer_id
             WHERE o.project_id = t.project_id AND o.transfer_id = t.id AND c.name ILIKE ?))`,
        pattern,
        pattern,
        pattern,
        pattern,
      )
      .add("t.id < ?", decodeCursor(cursor, 1)?.[0]);
    const limit = where.param(pageSize + 1);
    const rows = await this.db.query<Row[]>(
      `SELECT ${COLUMNS} ${TABLES} ${where.toString()} ORDER BY t.id DESC LIMIT ${limit}`,
      where.params,
    );
    return toCursorPage(rows, pageSize, toTransferDto, ({ id }) => [id]);
  }

  /** One transfer with the state of its room, or, once it is done, with what it did. */
  async one(projectId: string, id: string): Promise<TransferDetailDto> {
    const tx = this.db.manager;
    const row = await transferOf(tx, projectId, id);
    const [listed] = await tx.query<Row[]>(`SELECT ${COLUMNS} ${TABLES} WHERE t.project_id = $1 AND t.id = $2`, [
      projectId,
      id,
    ]);
    if (!listed) throw notFound("过户");
    const facts = await factsOf(tx, this.clock, row);
    const isOver = row.status === "COMPLETED" || row.status === "CANCELLED";
    const survey = isOver ? NOTHING : await this.surveys.of(tx, facts);
    const { sections, missing, blocks, open, questions } = survey;
    return {
      ...toTransferDto(listed),
      ...ownColumns(row),
      relations: isOver ? endedBy(row) : relationsOf(facts),
      owners: await this.ownersOf(facts),
      confirmations: questions.map((question) => confirmationOf(question, facts)),
      sections,
      missing,
      blocks,
      open,
    };
  }

  private async ownersOf({ projectId, owners }: TransferFacts): Promise<TransferOwnerDto[]> {
    const rows = await this.db.query<
      { id: string; mobile: string | null; idNumberMasked: string | null; kind: CustomerKind }[]
    >(
      `SELECT id, mobile, id_number_masked AS "idNumberMasked", kind FROM customer WHERE project_id = $1 AND id = ANY ($2)`,
      [projectId, owners.map(({ customerId }) => customerId)],
    );
    const people = new Map(rows.map((row) => [row.id, row]));
    return owners.map(({ customerId, customerName, customerNumber, kind, share }) => ({
      customerId,
      customerName,
      customerNumber,
      customerKind: kind,
      mobileMasked: maskPhone(people.get(customerId)?.mobile),
      idNumberMasked: people.get(customerId)?.idNumberMasked ?? null,
      share,
    }));
  }
}

const NOTHING = { sections: [], missing: [], blocks: [], open: [], questions: [] };

const toTransferDto = ({ createdAt, completedAt, ...row }: Row): TransferDto => ({
  ...row,
  createdAt: createdAt.toISOString(),
  completedAt: completedAt?.toISOString() ?? null,
});

const ownColumns = (row: StoredTransfer) => ({
  version: row.version,
  remark: row.remark,
  arrears: row.arrears as ArrearsHandling,
  prepayment: row.prepayment as PrepaymentHandling,
  payerCustomerId: row.payerCustomerId,
  readings: row.readings as TransferReadingDto[],
  approvalId: row.approvalId,
  completedByName: row.completedByName,
  cancelReason: row.cancelReason,
});

const relationsOf = ({ relations }: TransferFacts): TransferRelationDto[] =>
  relations.map(({ id: relationId, isPrimaryContact: _contact, ...relation }) => ({ relationId, ...relation }));

/** Of a completed transfer: the owners it ended for. */
function endedBy(row: StoredTransfer): TransferRelationDto[] {
  const { oldOwners = [] } = (row.parties ?? {}) as Partial<TransferParties>;
  return oldOwners.map(({ customerId, name, number, share }) => ({
    relationId: customerId,
    customerId,
    customerName: name,
    customerNumber: number,
    role: "OWNER",
    share,
    startsOn: "",
    endsOn: null,
    choice: "END",
  }));
}

const confirmationOf = (question: TransferQuestion, { confirmations }: TransferFacts): TransferConfirmationDto => ({
  ...question,
  choice: confirmations.get(question.key) ?? null,
});
