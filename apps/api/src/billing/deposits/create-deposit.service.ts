import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CreateDepositDto, depositObjectLabels } from "@linli/contracts";
import { DataSource } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { customerOf, lockRoom } from "../../customer/room-lock.js";
import { NumberSeriesService } from "../../numbering/number-series.service.js";
import { projectToday } from "../../property/project-today.js";
import { feeItemInactive, noPayerFound } from "../billing.errors.js";
import { Charge } from "../charges/charge.entity.js";
import { payerOfRoom } from "../charges/payer-of-room.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { requestHash } from "../receipts/request-hash.js";
import { Deposit } from "./deposit.entity.js";
import { depositIdReused, notDepositItem } from "./deposits.errors.js";

/** Registers deposits (押金登记, BIL-84): the paper and the charge it is paid by. */
@Injectable()
export class CreateDepositService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly numbers: NumberSeriesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers once: the same id with the same content answers the deposit that is there.
   * @throws ID_REUSED, FEE_ITEM_KIND, FEE_ITEM_INACTIVE, NO_PAYER, PERIOD_CLOSED, NOT_FOUND, CUSTOMER_MERGED
   */
  create(actor: Actor, projectId: string, dto: CreateDepositDto): Promise<string> {
    const hash = requestHash(dto);
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, dto.roomId);
      const known = await tx.findOneBy(Deposit, { projectId, id: dto.id });
      if (known && known.requestHash !== hash) throw depositIdReused();
      if (known) return known.id;
      const item = await tx.findOneBy(FeeItem, { projectId, id: dto.feeItemId });
      if (!item) throw notFound("押金项目");
      if (!item.active) throw feeItemInactive(item.name);
      if (item.kind !== "DEPOSIT") throw notDepositItem(item.name);
      const today = await projectToday(tx, this.clock, projectId);
      const payerId = dto.payerId ?? (await payerOfRoom(tx, projectId, room.id, item.id, today));
      if (!payerId) throw noPayerFound();
      const payer = await customerOf(tx, projectId, payerId);
      const bookedPeriod = await this.periods.lockForPosting(tx, projectId, today);

      const { id, object, objectRef = null, amountFen, remark = null } = dto;
      const createdAt = this.clock.now();
      const chargeId = newId();
      const settled = { reducedFen: 0, receivedFen: 0, offsetFen: 0, reversedFen: 0, openFen: amountFen };
      await tx.insert(Charge, {
        projectId,
        id: chargeId,
        createdAt,
        roomId: room.id,
        payerId,
        feeItemId: item.id,
        source: "MANUAL",
        period: periodOf(today),
        bookedPeriod,
        serviceFrom: today,
        serviceTo: today,
        amountFen,
        ...settled,
        dueOn: dto.dueOn ?? today,
        remark: remark ?? `${depositObjectLabels[object]}押金${objectRef ? ` ${objectRef}` : ""}`,
      });
      const depositNo = await this.numbers.draw(tx, projectId, "deposit");
      await tx.insert(Deposit, {
        projectId,
        id,
        createdAt,
        depositNo,
        chargeId,
        roomId: room.id,
        payerId,
        object,
        objectRef,
        amountFen,
        remark,
        usedFen: 0,
        refundable: false,
        refundableReason: null,
        requestHash: hash,
        createdBy: actor.userId,
        createdByName: actor.name,
      });
      const summary = `登记押金 ${depositNo}：${item.name} ${formatFen(amountFen)} 元，${payer.name}，房间 ${room.code}`;
      const entry = { projectId, action: "deposit.create", summary };
      await this.audit.record(
        tx,
        actor,
        { ...entry, entity: "deposit", entityId: id, after: { amountFen, object, objectRef } },
        { ...entry, entity: "room", entityId: room.id },
      );
      return id;
    });
  }
}
