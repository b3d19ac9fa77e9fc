import { Decimal } from "decimal.js";
import { addIssue } from "./records.js";
import type {
  BindingRecord,
  CustomerRecord,
  FeeRecord,
  PayerRecord,
  ImportRecords,
  RelationRecord,
  RoomRecord,
  Sourced,
  SpaceRecord,
  UnitRecord,
  VehicleRecord,
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
  readonly payers: PayerRecord[] = [];
  readonly bindings: BindingRecord[] = [];
  readonly vehicles: VehicleRecord[] = [];
  readonly refused: Sourced[] = [];
  private readonly related = new Map<string, RelationRecord[]>();

  private readonly bound = new Map<string, BindingRecord[]>();
  private readonly paying = new Map<string, PayerRecord[]>();
  private readonly owners = new Map<string, RelationRecord[]>();

  /** Adds a relation; answers an earlier one at the same time between the same room and person in the same role. */
  relate(relation: RelationRecord): RelationRecord | undefined {
    const key = `${relation.roomKey}\n${relation.customerKey}\n${relation.role}`;
    const earlier = this.related.get(key);
    this.relations.push(relation);
    if (!earlier) {
      this.related.set(key, [relation]);
      return undefined;
    }
    const twice = earlier.find((other) => overlaps(other, relation));
    earlier.push(relation);
    return twice;
  }

  /** Bindings so far of the same fee item on the same room, or on what is called the same thing. */
  bindingsOf(binding: BindingRecord): readonly BindingRecord[] {
    return this.bound.get(boundKey(binding)) ?? [];
  }

  bind(binding: BindingRecord): void {
    const key = boundKey(binding);
    this.bound.set(key, [...(this.bound.get(key) ?? []), binding]);
    this.bindings.push(binding);
  }

  /** Payers so far of a room for one fee item, or for all (null). */
  payersOf(roomKey: string, fee: string | null): readonly PayerRecord[] {
    return this.paying.get(`${roomKey}\n${fee ?? ""}`) ?? [];
  }

  pay(payer: PayerRecord): void {
    const key = `${payer.roomKey}\n${payer.fee ?? ""}`;
    this.paying.set(key, [...(this.paying.get(key) ?? []), payer]);
    this.payers.push(payer);
  }

  /** Refuses an owner's share with which the shares of the room's owners at that time pass the whole. */
  share(relation: RelationRecord): void {
    if (relation.role !== "OWNER" || relation.share === null) return;
    const owners = this.owners.get(relation.roomKey);
    if (!owners) this.owners.set(relation.roomKey, [relation]);
    const others = owners?.filter((other) => overlaps(other, relation)) ?? [];
    owners?.push(relation);
    if (others.length === 0 && Number(relation.share) <= 1) return;
    const sum = highestShare([...others, relation]);
    if (sum.gt(1))
      addIssue(
        relation,
        "REFUSE",
        "share",
        "SHARES_EXCEED",
        `房间 ${relation.roomKey} 的业主份额合计 ${sum.times(100).toFixed()}%，超过 100%`,
      );
  }

  toRecords(): ImportRecords {
    return {
      units: this.units.list,
      rooms: this.rooms.list,
      customers: this.customers.list,
      relations: this.relations,
      payers: this.payers,
      fees: this.fees.list,
      bindings: this.bindings,
      spaces: this.spaces.list,
      vehicles: this.vehicles,
      refused: this.refused.filter(({ issues }) => issues.length > 0),
    };
  }
}

/** The highest sum of shares on any day; it is reached on a day one of them begins. */
export function highestShare(
  shares: readonly { from: string | null; to: string | null; share: string | null }[],
): Decimal {
  const sums = shares.map(({ from }) =>
    shares
      .filter((other) => overlaps(other, { from: from ?? "0000-01-01", to: from ?? "0000-01-01" }))
      .reduce((sum, { share }) => sum.plus(share ?? 0), new Decimal(0)),
  );
  return Decimal.max(0, ...sums);
}

/** Whether two spans of days, open where null, share a day. */
export const overlaps = (
  a: { from: string | null; to: string | null },
  b: { from: string | null; to: string | null },
): boolean => (a.from ?? "") <= (b.to ?? "9999-12-31") && (b.from ?? "") <= (a.to ?? "9999-12-31");

const boundKey = ({ roomKey, feeKey, object }: BindingRecord): string =>
  object === null ? `${roomKey}\n${feeKey}` : `\n${object}\n${feeKey}`;
