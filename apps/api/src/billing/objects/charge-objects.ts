import { Injectable } from "@nestjs/common";
import { type ChargeObjectKind, type ObjectSelectionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";

/** A thing that a rate can be bound to. */
export interface FoundObject {
  id: string;
  /** Kind and number as bills show them. */
  label: string;
  /** The rooms it is registered for on the first day of the binding, or later. */
  roomIds: string[];
  /** m²; null when it has none or nobody knows. */
  area: string | null;
  /** Why no rate can be bound to it, in Chinese. */
  problem: string | null;
}

/** The days of a binding; `to` is null while it lasts. */
export interface BoundDays {
  from: string;
  to: string | null;
}

/** What is named of one kind: nothing named is an empty list, so that no condition on it is left out. */
export interface NamedObjects {
  ids: string[];
  buildingIds: string[];
}

/** The things of one kind, offered by the module that owns them. */
export interface ChargeObjectSource {
  kind: ChargeObjectKind;
  /**
   * The things that a selection names, by number, held against renaming.
   * @throws NOT_FOUND when one that is named is not of the project
   */
  find(tx: EntityManager, projectId: string, named: NamedObjects, days: BoundDays): Promise<FoundObject[]>;
}

/** Where modules above billing register what can be charged for beside rooms (BIL-05). */
@Injectable()
export class ChargeObjects {
  private readonly sources = new Map<ChargeObjectKind, ChargeObjectSource>();

  constructor(private readonly clock: Clock) {}

  register(source: ChargeObjectSource): void {
    this.sources.set(source.kind, source);
  }

  find(tx: EntityManager, projectId: string, selection: ObjectSelectionDto, days: BoundDays): Promise<FoundObject[]> {
    const { kind, ids, buildingIds } = selection;
    const source = this.sources.get(kind);
    if (!source) throw new Error(`nobody offers charge objects of kind ${kind}`);
    return source.find(tx, projectId, { ids: ids ?? [], buildingIds: buildingIds ?? [] }, days);
  }

  /** Things that bindings and charges may refer to from now on. */
  async keep(
    tx: EntityManager,
    projectId: string,
    kind: ChargeObjectKind,
    objects: readonly Pick<FoundObject, "id" | "label">[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO charge_object (project_id, created_at, kind, id, label)
       SELECT $1, $2, $3, o.id, o.label FROM unnest($4::uuid[], $5::text[]) AS o(id, label) ORDER BY o.id
       ON CONFLICT (project_id, id) DO UPDATE SET label = excluded.label`,
      [projectId, this.clock.now(), kind, objects.map(({ id }) => id), objects.map(({ label }) => label)],
    );
  }

  /** After their numbers changed; what was never bound is left alone. */
  async relabel(
    tx: EntityManager,
    projectId: string,
    objects: readonly Pick<FoundObject, "id" | "label">[],
  ): Promise<void> {
    await tx.query(
      `UPDATE charge_object x SET label = o.label FROM unnest($2::uuid[], $3::text[]) AS o(id, label)
        WHERE x.project_id = $1 AND x.id = o.id`,
      [projectId, objects.map(({ id }) => id), objects.map(({ label }) => label)],
    );
  }
}
