import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import {
  transferReasonLabels,
  type TransferReadingDto,
  type TransferReason,
  type TransferSettlementDto,
  type TransferSettlementLineDto,
  type TransferSheetDto,
  type TransferSheetLineDto,
  type TransferSide,
  transferSideLabels,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { dayBefore, maxDate, minDate, todayIn } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { toChineseCapitals } from "../../common/money.js";
import { RuleViolation } from "../../common/rule-violation.js";
import type { TransferParties } from "../../customer/transfers/complete-transfer.service.js";
import { factsOf, type StoredTransfer, transferOf } from "../../customer/transfers/transfer-facts.js";
import { TransferMoney } from "./transfer-money.service.js";

const noDateYet = () => new RuleViolation("TRANSFER_INCOMPLETE", "请先填写过户日期，再看结算");
const notDone = () => new RuleViolation("TRANSFER_STATE", "过户办结以后才能打印结算单");

/** Reads what transfers do to the money, and makes the sheets of both sides. */
@Injectable()
export class TransferSettlements {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly money: TransferMoney,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** The settlement as it was done, or as it would be done now. @throws TRANSFER_INCOMPLETE without a date */
  async one(projectId: string, id: string): Promise<TransferSettlementDto> {
    const row = await transferOf(this.db.manager, projectId, id);
    const done = settlementIn(row);
    if (done) return done;
    if (row.transferOn === null) throw noDateYet();
    return this.money.preview(this.db.manager, await factsOf(this.db.manager, this.clock, row));
  }

  /** The sheet of one side. @throws TRANSFER_STATE before completion */
  async sheet(projectId: string, id: string, side: TransferSide): Promise<TransferSheetDto> {
    const row = await transferOf(this.db.manager, projectId, id);
    const settlement = settlementIn(row);
    if (!settlement) throw notDone();
    const [place] = await this.db.query<{ project: string; room: string; zone: string }[]>(
      `SELECT p.name AS project, r.code AS room, p.time_zone AS zone
         FROM room r JOIN project p ON p.id = r.project_id WHERE r.project_id = $1 AND r.id = $2`,
      [projectId, row.roomId],
    );
    const { project, room, zone } = place!;
    const parties = row.parties as TransferParties;
    const names = (people: TransferParties["oldOwners"]) =>
      people.map(({ name, number, share }) => `${name}（${number}）${share ? ` ${share}%` : ""}`);
    const totalFen = side === "OLD" ? settlement.oldRestFen : settlement.newOwesFen;
    return {
      number: row.number,
      side,
      projectName: project,
      roomCode: room,
      transferOn: settlement.transferOn,
      reasonName: transferReasonLabels[row.reason as TransferReason],
      oldOwners: names(parties.oldOwners),
      newOwners: names(parties.newOwners),
      lines: settlement.lines.flatMap((line) => sheetLine(line, side, settlement.transferOn)),
      prepayments: side === "OLD" ? settlement.prepayments : settlement.prepayments.filter((one) => one.carriedFen > 0),
      readings: row.readings as TransferReadingDto[],
      settlement,
      totalFen,
      totalInWords: toChineseCapitals(totalFen),
      completedByName: row.completedByName ?? "",
      completedOn: todayIn(zone, row.completedAt!),
      printedOn: this.clock.today(zone),
    };
  }

  /** The sheet for printing; the history of the transfer tells who printed it. */
  async print(actor: Actor, projectId: string, id: string, side: TransferSide): Promise<TransferSheetDto> {
    const sheet = await this.sheet(projectId, id, side);
    const summary = `打印过户 ${sheet.number} 的结算单（${transferSideLabels[side]}）`;
    const entry = { projectId, action: "transfer.print", entity: "transfer", entityId: id, summary };
    await this.db.transaction((tx) => this.audit.record(tx, actor, entry));
    return sheet;
  }
}

/** As it was kept; of those kept before money asked back was told apart, none was left alone. */
function settlementIn({ results }: StoredTransfer): TransferSettlementDto | undefined {
  const kept = (results as { money?: TransferSettlementDto } | null)?.money;
  if (!kept) return undefined;
  return {
    ...kept,
    askedBackFen: kept.askedBackFen ?? 0,
    prepayments: kept.prepayments.map((one) => ({ ...one, askedBackFen: one.askedBackFen ?? 0 })),
  };
}

/** A charge as one side sees it; nothing when it has no part in it. */
function sheetLine(line: TransferSettlementLineDto, side: TransferSide, day: string): TransferSheetLineDto[] {
  const { feeItemName, serviceFrom, serviceTo } = line;
  if (side === "OLD") {
    if (line.oldFen === 0) return [];
    const to = line.newDays === 0 ? serviceTo : minDate(serviceTo, dayBefore(day));
    const paidFen = line.oldFen - line.oldOpenFen;
    const about = { feeItemName, from: serviceFrom, to, days: line.oldDays, amountFen: line.oldFen };
    return [{ ...about, paidFen, openFen: line.oldOpenFen, explanation: line.oldExplanation.join("；") }];
  }
  if (line.newFen === 0) return [];
  const explanation =
    line.settleFen > 0
      ? [...line.newExplanation, "原业主已缴的部分由双方自行结算"].join("；")
      : line.newExplanation.join("；");
  const about = { feeItemName, from: maxDate(serviceFrom, day), to: serviceTo, days: line.newDays };
  return [{ ...about, amountFen: line.newFen, paidFen: line.settleFen, openFen: line.newOpenFen, explanation }];
}
