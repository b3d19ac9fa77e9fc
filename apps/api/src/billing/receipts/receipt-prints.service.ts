import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  isReceiptForm,
  paymentMethodLabels,
  type PaymentMethod,
  type ReceiptDataDto,
  type ReceiptDetailDto,
  type ReceiptLayout,
  receiptStatusLabels,
} from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import type { PriceTrace } from "../pricing/pricing.types.js";
import { printMeterOf } from "../prints/print-meter.js";
import { priceText, QUANTITY_UNIT } from "../prints/quantities.js";
import { invoicesOf } from "../invoices/invoices-of-receipt.js";
import { lockCustomer } from "./red-receipts.js";
import { ReceiptsQueries } from "./receipts.queries.js";

/** The copies of a receipt; continuous paper has a third part for the books. */
const COPIES = ["第一联 存根", "第二联 收据"];
const PARTS = [...COPIES, "第三联 记账"];

interface RoomRow {
  code: string;
  name: string;
  areaM2: string;
}

interface ChargeFacts {
  id: string;
  quantity: string | null;
  unit: string | null;
  unitPrice: string | null;
  reducedFen: number;
  trace: PriceTrace | null;
}

/** What a receipt states on paper (FEE-07, BIL-76), and how often it was printed. */
@Injectable()
export class ReceiptPrints {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
    private readonly receipts: ReceiptsQueries,
  ) {}

  /** The print as the next one would be, without counting it; in the layout of the receipt's book, else the project's, unless one is given. */
  async preview(projectId: string, receiptId: string, layout?: ReceiptLayout): Promise<ReceiptDataDto> {
    const receipt = await this.receipts.detail(projectId, receiptId);
    return this.dataOf(projectId, receipt, receipt.printCount, layout);
  }

  /** Counts a print and returns its data: from the second on it is marked as a reprint (补打). */
  async print(actor: Actor, projectId: string, receiptId: string, layout?: ReceiptLayout): Promise<ReceiptDataDto> {
    const receipt = await this.receipts.detail(projectId, receiptId);
    const earlier = await this.db.transaction(async (tx) => {
      await lockCustomer(tx, projectId, receipt.payerId);
      const count = await printsOf(tx, projectId, receiptId);
      await tx.query(
        `INSERT INTO receipt_print (project_id, id, receipt_id, printed_by, printed_by_name, created_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [projectId, newId(), receiptId, actor.userId, actor.name, this.clock.now()],
      );
      await this.audit.record(tx, actor, {
        projectId,
        action: "receipt.print",
        entity: "receipt",
        entityId: receiptId,
        summary: count === 0 ? `打印收据 ${receipt.receiptNo}` : `补打收据 ${receipt.receiptNo}（第 ${count} 次）`,
      });
      return count;
    });
    return this.dataOf(projectId, receipt, earlier, layout);
  }

  private async dataOf(
    projectId: string,
    receipt: ReceiptDetailDto,
    reprintNo: number,
    chosen?: ReceiptLayout,
  ): Promise<ReceiptDataDto> {
    const [[project], [book], rooms, charges] = await Promise.all([
      this.db.query<{ name: string; layout: ReceiptLayout }[]>(
        `SELECT p.name, coalesce(s.receipt_layout, 'A5') AS layout
           FROM project p LEFT JOIN billing_settings s ON s.project_id = p.id WHERE p.id = $1`,
        [projectId],
      ),
      this.db.query<{ layout: ReceiptLayout }[]>(
        `SELECT b.layout FROM book_number n JOIN receipt_book b ON b.project_id = n.project_id AND b.id = n.book_id
          WHERE n.project_id = $1 AND n.receipt_id = $2`,
        [projectId, receipt.id],
      ),
      this.db.query<RoomRow[]>(
        `SELECT r.code, b.name || u.name || r.name AS name, trim_scale(r.charge_area)::text AS "areaM2"
           FROM room r
           JOIN unit u ON u.project_id = r.project_id AND u.id = r.unit_id
           JOIN building b ON b.project_id = u.project_id AND b.id = u.building_id
          WHERE r.project_id = $1 AND r.code = ANY($2) ORDER BY r.code`,
        [projectId, receipt.roomCodes],
      ),
      this.db.query<ChargeFacts[]>(
        `SELECT c.id, trim_scale(c.quantity)::text AS quantity, ${QUANTITY_UNIT} AS unit, trim_scale(c.unit_price)::text AS "unitPrice",
                c.reduced_fen AS "reducedFen", c.trace
           FROM charge c
           JOIN fee_item i ON i.project_id = c.project_id AND i.id = c.fee_item_id
           LEFT JOIN rate ra ON ra.project_id = c.project_id AND ra.id = c.rate_id
          WHERE c.project_id = $1 AND c.id = ANY($2)`,
        [projectId, receipt.lines.map(({ chargeId }) => chargeId)],
      ),
    ]);
    const invoices = await invoicesOf(this.db, projectId, receipt.id);
    const facts = new Map(charges.map((charge) => [charge.id, charge]));
    const sign = receipt.amountFen < 0 ? -1 : 1;
    const layout = chosen ?? book?.layout ?? project!.layout;
    const cash = receipt.methods.find(({ method }) => method === "CASH");
    return {
      projectName: project?.name ?? "",
      payeeName: null,
      receiptNo: receipt.receiptNo,
      receivedOn: receipt.bookedOn,
      payerName: receipt.payerName,
      payerNo: receipt.payerNumber,
      rooms,
      lines: receipt.lines.map((line) => ({
        roomCode: rooms.length > 1 ? line.roomCode : null,
        itemName: line.feeItemName,
        from: line.serviceFrom,
        to: line.serviceTo,
        quantity: facts.get(line.chargeId)?.quantity ?? null,
        unit: facts.get(line.chargeId)?.unit ?? null,
        unitPrice: priceText(facts.get(line.chargeId)?.unitPrice ?? null),
        receivableFen: sign * line.receivableFen,
        discountFen: sign * (facts.get(line.chargeId)?.reducedFen ?? 0),
        lateFeeFen: 0,
        amountFen: line.amountFen,
        meter: printMeterOf(facts.get(line.chargeId)?.trace ?? null),
      })),
      prepaymentFen: receipt.prepaymentFen,
      methods: receipt.methods.map(({ method, amountFen, referenceNo }) => ({
        name: nameOf(method),
        amountFen,
        referenceNo,
      })),
      tenderedFen: cash && receipt.status !== "RED" ? cash.tenderedFen : null,
      changeFen: receipt.changeFen,
      cashierName: receipt.cashierName,
      remark: receipt.remark,
      layout,
      copies: isReceiptForm(layout) ? PARTS : COPIES,
      reprintNo,
      red: receipt.reverses && {
        originalNo: receipt.reverses.receiptNo,
        originalDate: receipt.reverses.bookedOn,
        reason: receipt.reverses.reason,
      },
      reversed: receipt.reversedBy && {
        mark: receiptStatusLabels[receipt.status],
        redNo: receipt.reversedBy.receiptNo,
        date: receipt.reversedBy.bookedOn,
      },
      invoices,
    };
  }
}

const nameOf = (method: PaymentMethod) => paymentMethodLabels[method];

async function printsOf(tx: EntityManager, projectId: string, receiptId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    "SELECT count(*)::int AS count FROM receipt_print WHERE project_id = $1 AND receipt_id = $2",
    [projectId, receiptId],
  );
  return row!.count;
}
