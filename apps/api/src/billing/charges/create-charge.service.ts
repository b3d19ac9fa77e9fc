import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { type CreateChargeDto, handChargedKinds } from "@linli/contracts";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../audit/audit.service.js";
import type { Actor } from "../../common/actor.js";
import { periodOf } from "../../common/calendar.js";
import { Clock } from "../../common/clock.js";
import { formatFen } from "../../common/money.js";
import { refuseMerged } from "../../customer/customer-lock.js";
import { InvalidInput, notFound } from "../../common/rule-violation.js";
import { beforeStart } from "../charge-start/before-start.js";
import { beforeChargeStart, feeItemInactive, noPayerFound, notOneOff, sameIdOtherCharge } from "../billing.errors.js";
import { FeeItem } from "../fee-items/fee-item.entity.js";
import { ChargeObjects, elsewhere, type KnownObject } from "../objects/charge-objects.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { payerOfRoom } from "./payer-of-room.js";
import { Charge } from "./charge.entity.js";

interface Known {
  room_id: string;
  object_id: string | null;
  fee_item_id: string;
  payer_id: string;
  amount_fen: number;
  service_from: string;
  service_to: string;
  due_on: string;
  remark: string | null;
}

/** Enters a one-off charge by hand (临时收费, BIL-146). */
@Injectable()
export class CreateChargeService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly periods: PostingPeriod,
    private readonly clock: Clock,
    private readonly objects: ChargeObjects,
  ) {}

  /**
   * Charges once: the same id with the same content answers the charge that is there, with another content is refused.
   * @throws ID_REUSED, FEE_ITEM_KIND, FEE_ITEM_INACTIVE, NO_PAYER, BEFORE_CHARGE_START, PERIOD_CLOSED, NOT_FOUND
   */
  create(actor: Actor, projectId: string, dto: CreateChargeDto): Promise<string> {
    refuseDates(dto);
    return this.db.transaction(async (tx) => {
      const room = await lockRoom(tx, projectId, dto.roomId);
      if (await this.isKnown(tx, projectId, dto)) return dto.id;
      const item = await tx.findOneBy(FeeItem, { projectId, id: dto.feeItemId });
      if (!item) throw notFound("收费项目");
      if (!item.active) throw feeItemInactive(item.name);
      if (!handChargedKinds.includes(item.kind)) throw notOneOff(item.name);
      const object = dto.objectId ? await this.keptObject(tx, projectId, room.id, dto.objectId) : null;
      const payerId = dto.payerId ?? (await payerOfRoom(tx, projectId, room.id, item.id, dto.serviceFrom));
      if (!payerId) throw noPayerFound();
      await refuseUnknownPayer(tx, projectId, payerId);
      const early = await refuseEarly(tx, projectId, dto, payerId);
      const bookedPeriod = await this.periods.lockForPosting(tx, projectId, this.clock.today(room.time_zone));

      const { id, amountFen, serviceFrom, serviceTo, dueOn, remark } = dto;
      const settled = { reducedFen: 0, receivedFen: 0, offsetFen: 0, reversedFen: 0, openFen: amountFen };
      const objectId = object?.id ?? null;
      const line = {
        roomId: room.id,
        objectId,
        feeItemId: item.id,
        payerId,
        amountFen,
        serviceFrom,
        serviceTo,
        dueOn,
        remark,
      };
      const period = periodOf(serviceFrom);
      const createdAt = this.clock.now();
      await tx.insert(Charge, {
        projectId,
        id,
        ...line,
        ...settled,
        source: "MANUAL",
        period,
        bookedPeriod,
        createdAt,
      });
      const name = object ? `${item.name}（${object.label}）` : item.name;
      const summary = `登记临时收费 ${name} ${formatFen(amountFen)} 元（房间 ${room.code}）：${remark}${early}`;
      await this.audit.record(
        tx,
        actor,
        { projectId, action: "charge.create", entity: "charge", entityId: id, summary, after: line },
        { projectId, action: "charge.create", entity: "room", entityId: room.id, summary },
      );
      return id;
    });
  }

  /** @throws NOT_FOUND, INVALID_INPUT when it is another household's */
  private async keptObject(tx: EntityManager, projectId: string, roomId: string, id: string): Promise<KnownObject> {
    const object = await this.objects.one(tx, projectId, id);
    if (!object) throw notFound("计费对象");
    const fault = elsewhere(object, roomId);
    if (fault) throw new InvalidInput({ objectId: [fault] });
    await this.objects.keepAll(tx, projectId, [object]);
    return object;
  }

  private async isKnown(tx: EntityManager, projectId: string, dto: CreateChargeDto): Promise<boolean> {
    const [known] = await tx.query<Known[]>("SELECT * FROM charge WHERE project_id = $1 AND id = $2", [
      projectId,
      dto.id,
    ]);
    if (!known) return false;
    const same =
      known.room_id === dto.roomId &&
      known.object_id === (dto.objectId ?? null) &&
      known.fee_item_id === dto.feeItemId &&
      (!dto.payerId || known.payer_id === dto.payerId) &&
      known.amount_fen === dto.amountFen &&
      known.service_from === dto.serviceFrom &&
      known.service_to === dto.serviceTo &&
      known.due_on === dto.dueOn &&
      known.remark === dto.remark;
    if (!same) throw sameIdOtherCharge();
    return true;
  }
}

/** Two requests with the same id wait for each other here. */
async function lockRoom(tx: EntityManager, projectId: string, id: string) {
  const [room] = await tx.query<{ id: string; code: string; time_zone: string }[]>(
    `SELECT r.id, r.code, p.time_zone FROM room r JOIN project p ON p.id = r.project_id
      WHERE r.project_id = $1 AND r.id = $2 FOR NO KEY UPDATE OF r`,
    [projectId, id],
  );
  if (!room) throw notFound("房间");
  return room;
}

async function refuseUnknownPayer(tx: EntityManager, projectId: string, id: string): Promise<void> {
  const [found] = await tx.query<object[]>("SELECT 1 FROM customer WHERE project_id = $1 AND id = $2", [projectId, id]);
  if (!found) throw notFound("收费对象");
  await refuseMerged(tx, projectId, id);
}

/** A month before charging starts is charged with a reason only; answers what the history says of it. @throws BEFORE_CHARGE_START */
async function refuseEarly(
  tx: EntityManager,
  projectId: string,
  { roomId, objectId = null, serviceFrom, beforeStartReason }: CreateChargeDto,
  payerId: string,
): Promise<string> {
  const [early = null] = await beforeStart(tx, projectId, [{ roomId, objectId, serviceFrom, payerId }]);
  if (early === null) return "";
  if (!beforeStartReason) throw beforeChargeStart(early);
  return `；${early}，仍收费的原因：${beforeStartReason}`;
}

function refuseDates({ serviceFrom, serviceTo, dueOn }: CreateChargeDto): void {
  if (serviceTo < serviceFrom) throw new InvalidInput({ serviceTo: ["服务结束日期不能早于开始日期"] });
  if (dueOn < serviceFrom) throw new InvalidInput({ dueOn: ["应缴日期不能早于服务开始日期"] });
}
