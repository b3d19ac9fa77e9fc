import { Decimal } from "decimal.js";
import { addIssue } from "./records.js";
import type {
  BindingRecord,
  CustomerRecord,
  FeeRecord,
  ImportRecords,
  RelationRecord,
  RoomRecord,
  Sourced,
  SpaceRecord,
  UnitRecord,
} from "./records.js";

/** A list that also finds its records by key; of several with one key the first is found. */
class Keyed<T extends { key: string }> {
  readonly list: T[] = [];
  private readonly byKey = new Map<string, T>();

  get(key: string): T | undefined {
    return this.byKey.get(key);
  }

  add(record: T): void {
    this.list.push(record);
    if (!this.byKey.has(record.key)) this.byKey.set(record.key, record);
  }
}

/** The records of an import while its rows are being read. */
export class Draft {
  readonly units = new Keyed<UnitRecord>();
  readonly rooms = new Keyed<RoomRecord>();
  readonly customers = new Keyed<CustomerRecord>();
  readonly fees = new Keyed<FeeRecord>();
  readonly spaces = new Keyed<SpaceRecord>();
  readonly relations: RelationRecord[] = [];
  readonly bindings: BindingRecord[] = [];
  readonly refused: Sourced[] = [];
  private readonly related = new Map<string, RelationRecord>();

  private readonly bound = new Map<string, BindingRecord[]>();
  private readonly owners = new Map<string, RelationRecord[]>();

  /** Adds a relation; answers the earlier one between the same room and person in the same role, if there is one. */
  relate(relation: RelationRecord): RelationRecord | undefined {
    const key = `${relation.roomKey}\n${relation.customerKey}\n${relation.role}`;
    const earlier = this.related.get(key);
    if (!earlier) this.related.set(key, relation);
    this.relations.push(relation);
    return earlier;
  }

  /** Bindings so far of one fee item on one room. */
  bindingsOf(roomKey: string, feeKey: string): readonly BindingRecord[] {
    return this.bound.get(`${roomKey}\n${feeKey}`) ?? [];
  }

  bind(binding: BindingRecord): void {
    const key = `${binding.roomKey}\n${binding.feeKey}`;
    this.bound.set(key, [...(this.bound.get(key) ?? []), binding]);
    this.bindings.push(binding);
  }

  /** Refuses an owner's share with which the shares of the room's owners at that time pass the whole. */
  share(relation: RelationRecord): void {
    if (relation.role !== "OWNER" || relation.share === null) return;
    const others = (this.owners.get(relation.roomKey) ?? []).filter((other) => overlaps(other, relation));
    const sum = others.reduce((total, other) => total.plus(other.share ?? 0), new Decimal(relation.share));
    if (sum.gt(1))
      addIssue(
        relation,
        "REFUSE",
        "share",
        "SHARES_EXCEED",
        `房间 ${relation.roomKey} 的业主份额合计 ${sum.times(100).toFixed()}%，超过 100%`,
      );
    this.owners.set(relation.roomKey, [...(this.owners.get(relation.roomKey) ?? []), relation]);
  }

  toRecords(): ImportRecords {
    return {
      units: this.units.list,
      rooms: this.rooms.list,
      customers: this.customers.list,
      relations: this.relations,
      fees: this.fees.list,
      bindings: this.bindings,
      spaces: this.spaces.list,
      refused: this.refused.filter(({ issues }) => issues.length > 0),
    };
  }
}

/** Whether two spans of days, open where null, share a day. */
export const overlaps = (
  a: { from: string | null; to: string | null },
  b: { from: string | null; to: string | null },
): boolean => (a.from ?? "") <= (b.to ?? "9999-12-31") && (b.from ?? "") <= (a.to ?? "9999-12-31");
