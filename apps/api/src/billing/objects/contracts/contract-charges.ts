import { Injectable, type OnModuleInit } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import { notFound } from "../../../common/rule-violation.js";
import { NATURAL } from "../../../database/natural-order.js";
import {
  type BoundDays,
  ChargeObjects,
  type ChargeObjectSource,
  type FoundObject,
  labelOfObject,
  type NamedObjects,
  type NumberedObject,
  type ObjectNames,
} from "../charge-objects.js";

/** Offers contracts to the binding of rates: charged to their room, within their days (BIL-05). */
@Injectable()
export class ContractCharges implements ChargeObjectSource, OnModuleInit {
  readonly kind = "CONTRACT";

  constructor(private readonly objects: ChargeObjects) {}

  onModuleInit(): void {
    this.objects.register(this);
  }

  async find(
    tx: EntityManager,
    projectId: string,
    { ids }: NamedObjects,
    { from, to }: BoundDays,
  ): Promise<FoundObject[]> {
    const rows = await tx.query<
      { id: string; number: string; roomId: string; startsOn: string; endsOn: string | null }[]
    >(
      `SELECT id, number, room_id AS "roomId", starts_on AS "startsOn", ends_on AS "endsOn" FROM charge_contract
        WHERE project_id = $1 AND id = ANY ($2) ORDER BY number ${NATURAL}, id FOR SHARE`,
      [projectId, ids],
    );
    if (rows.length < ids.length) throw notFound("所选的部分合同");
    return rows.map(({ id, number, roomId, startsOn, endsOn }) => {
      const inside = from >= startsOn && (endsOn === null || (to !== null && to <= endsOn));
      const problem = inside ? null : `绑定的日期要在合同期 ${startsOn} 至 ${endsOn ?? "长期"} 之内`;
      return { id, label: labelOfObject("CONTRACT", number), roomIds: [roomId], area: null, problem };
    });
  }

  numberOf(written: string): string {
    return written.trim();
  }

  async known(
    tx: Pick<EntityManager, "query">,
    projectId: string,
    { ids = [], numbers = [], roomId }: ObjectNames,
  ): Promise<NumberedObject[]> {
    const rows = await tx.query<{ id: string; number: string; roomId: string; from: string; to: string | null }[]>(
      `SELECT id, number, room_id AS "roomId", starts_on AS "from", ends_on AS "to" FROM charge_contract
        WHERE project_id = $1 AND (id = ANY ($2) OR number = ANY ($3) OR room_id = $4) ORDER BY number ${NATURAL}`,
      [projectId, ids, numbers, roomId ?? null],
    );
    return rows.map(({ id, number, roomId, ...days }) => ({
      id,
      number,
      days,
      active: true,
      // whose it is does not end with it
      registered: [{ roomId, to: null }],
    }));
  }
}
