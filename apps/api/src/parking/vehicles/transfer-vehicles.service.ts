import { Injectable, type OnModuleInit } from "@nestjs/common";
import { type VehicleRole, vehicleRoleLabels } from "@linli/contracts";
import { type EntityManager, In } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { dayBefore } from "../../common/calendar.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../customer/transfers/transfer-participants.js";
import { VehicleRelation } from "./vehicle-relation.entity.js";
import { VehicleRelationsService } from "./vehicle-relations.service.js";

interface HeldVehicle {
  relationId: string;
  vehicleId: string;
  plate: string;
  role: VehicleRole;
  customerName: string;
  spaceCode: string | null;
}

const CHOICES = [
  { value: "END", label: "终止" },
  { value: "STAY", label: "保留" },
];

/** Vehicles of those who leave a room by transfer: confirmed one by one, and ended with the day before (SCN-07, SCN-09). */
@Injectable()
export class TransferVehicles extends TransferParticipant implements OnModuleInit {
  readonly key = "vehicles";
  readonly order = 200;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly relations: VehicleRelationsService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
    const held = await heldBy(db, facts);
    const items = held.map((one) => ({
      label: one.plate,
      detail: detailOf(one),
      amountFen: null,
      link: `parking/vehicles/${one.vehicleId}`,
    }));
    const questions = held.map((one) => ({
      key: keyOf(one),
      label: `车辆 ${one.plate}`,
      detail: detailOf(one),
      choices: CHOICES,
    }));
    return { sections: [{ key: this.key, title: "车辆", items }], blocks: [], open: [], questions };
  }

  override async lock(tx: EntityManager, facts: TransferFacts): Promise<void> {
    const ids = (await heldBy(tx, facts)).map(({ vehicleId }) => vehicleId);
    await tx.query("SELECT 1 FROM vehicle WHERE project_id = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE", [
      facts.projectId,
      ids,
    ]);
  }

  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<object> {
    const { projectId, number, transferOn, confirmations } = facts;
    const ending = (await heldBy(tx, facts)).filter((one) => confirmations.get(keyOf(one)) === "END");
    const rows = await tx.findBy(VehicleRelation, { projectId, id: In(ending.map(({ relationId }) => relationId)) });
    const end = { endsOn: dayBefore(transferOn!), reason: `房屋过户 ${number}` };
    for (const { relationId, plate } of ending) {
      const relation = rows.find(({ id }) => id === relationId);
      if (relation) await this.relations.endIn(tx, actor, { plate }, relation, end);
    }
    return { ended: ending.map(({ plate }) => plate) };
  }
}

const keyOf = ({ relationId }: HeldVehicle) => `vehicle:${relationId}`;

const detailOf = ({ role, customerName, spaceCode }: HeldVehicle) =>
  `${customerName}，${vehicleRoleLabels[role]}${spaceCode ? `，车位 ${spaceCode}` : ""}`;

/** Vehicles that the leaving customers have for this room on the transfer date, without an end that was set already. */
function heldBy(db: EntityManager, facts: TransferFacts): Promise<HeldVehicle[]> {
  return db.query(
    `SELECT r.id AS "relationId", v.id AS "vehicleId", v.plate, r.role, c.name AS "customerName", s.code AS "spaceCode"
       FROM vehicle_relation r
       JOIN vehicle v ON v.project_id = r.project_id AND v.id = r.vehicle_id
       JOIN customer c ON c.project_id = r.project_id AND c.id = r.customer_id
       LEFT JOIN parking_space s ON s.project_id = r.project_id AND s.id = r.space_id
      WHERE r.project_id = $1 AND r.room_id = $2 AND r.customer_id = ANY ($3)
        AND r.starts_on < $4 AND (r.ends_on IS NULL OR (r.ends_on >= $4 AND r.end_reason IS NULL))
      ORDER BY v.plate, r.id`,
    [facts.projectId, facts.roomId, facts.leavingIds, facts.transferOn ?? facts.today],
  );
}
