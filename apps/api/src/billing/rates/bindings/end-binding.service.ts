import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import { DataSource, type EntityManager } from "typeorm";
import { AuditService } from "../../../audit/audit.service.js";
import type { Actor } from "../../../common/actor.js";
import { dayAfter } from "../../../common/calendar.js";
import { Clock } from "../../../common/clock.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { projectToday } from "../../../property/project-today.js";
import { bindingBilled, bindingNotRemovable, bindingsOverlap, readTo } from "../../billing.errors.js";
import { refuseUnread } from "./final-readings.js";
import { RateBinding } from "../rate-binding.entity.js";
import { Rate } from "../rate.entity.js";
import { conflictsOf } from "./binding-plan.js";

/** Ends bindings, or removes those that nothing was billed through. */
@Injectable()
export class EndBindingService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets the last day of a binding; one that ended may also be prolonged. What meters count ends with their final readings
   * and in no other way (BIL-82).
   * @throws BINDING_BILLED, BINDING_OVERLAP, METER_NOT_READ, InvalidInput
   */
  end(actor: Actor, projectId: string, id: string, endsOn: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { binding, rate, billedTo } = await this.lock(tx, projectId, id);
      if (endsOn < binding.startsOn) {
        throw new InvalidInput({ endsOn: [`结束日期不能早于绑定的开始日期 ${binding.startsOn}；绑错了可以删除`] });
      }
      const metered = rate.base === "METERED";
      if (billedTo !== null && billedTo > endsOn) throw (metered ? readTo : bindingBilled)(billedTo);
      if (binding.endsOn !== null && endsOn > binding.endsOn) {
        const added = { ...binding, startsOn: dayAfter(binding.endsOn), endsOn };
        const conflicts = await conflictsOf(tx, projectId, [added]);
        if (conflicts.length > 0) throw bindingsOverlap(conflicts);
      }
      await refuseBeyondContract(tx, binding, endsOn);
      if (metered) await refuseUnread(tx, binding, endsOn, await projectToday(tx, this.clock, projectId));
      await tx.update(RateBinding, { projectId, id }, { endsOn });
      const summary = `收费标准 ${rate.name} 的绑定于 ${endsOn} 结束`;
      await this.record(tx, actor, binding, "binding.end", summary, { endsOn: binding.endsOn }, { endsOn });
    });
  }

  /** Removes a binding entered by mistake. @throws BINDING_BILLED */
  remove(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { binding, rate, billedTo } = await this.lock(tx, projectId, id);
      if (billedTo !== null) throw bindingNotRemovable(billedTo);
      await tx.delete(RateBinding, { projectId, id });
      const { startsOn, endsOn } = binding;
      await this.record(
        tx,
        actor,
        binding,
        "binding.delete",
        `删除收费标准 ${rate.name} 的绑定`,
        { startsOn, endsOn },
        null,
      );
    });
  }

  /** Locks the rate as publishing does, and the fee item as binding does, so that neither slips between. */
  private async lock(tx: EntityManager, projectId: string, id: string) {
    const found = await tx.findOneBy(RateBinding, { projectId, id });
    if (!found) throw notFound("绑定");
    const item = [projectId, found.feeItemId];
    await tx.query("SELECT 1 FROM fee_item WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", item);
    await tx.query("SELECT 1 FROM rate WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [projectId, found.rateId]);
    const binding = await tx.findOneBy(RateBinding, { projectId, id });
    if (!binding) throw notFound("绑定");
    const rate = await tx.findOneByOrFail(Rate, { projectId, id: binding.rateId });
    const [{ billed_to }] = await tx.query<[{ billed_to: string | null }]>(
      `SELECT max(service_to) AS billed_to FROM charge
        WHERE project_id = $1 AND room_id = $2 AND binding_id = $3 AND reversed_fen < amount_fen`,
      [projectId, binding.roomId, id],
    );
    return { binding, rate, billedTo: billed_to };
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { projectId, roomId }: RateBinding,
    action: string,
    summary: string,
    before: object | null,
    after: object | null,
  ): Promise<void> {
    await this.audit.record(tx, actor, { projectId, action, entity: "room", entityId: roomId, summary, before, after });
  }
}

/** What is bound to a contract ends with it at the latest. */
async function refuseBeyondContract(tx: EntityManager, { projectId, objectId }: RateBinding, endsOn: string) {
  if (objectId === null) return;
  const [contract] = await tx.query<{ ends_on: string | null }[]>(
    "SELECT ends_on FROM charge_contract WHERE project_id = $1 AND id = $2 FOR SHARE",
    [projectId, objectId],
  );
  if (contract?.ends_on && endsOn > contract.ends_on)
    throw new InvalidInput({ endsOn: [`合同到 ${contract.ends_on} 为止，结束日期不能更晚`] });
}
