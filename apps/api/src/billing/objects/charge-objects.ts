import { Injectable } from "@nestjs/common";
import { type ChargeObjectKind, chargeObjectKindLabels, type ObjectSelectionDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { Clock } from "../../common/clock.js";
import { projectToday } from "../../property/project-today.js";
import { placesOf, type RoomOfObject } from "./places-of-objects.js";

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

/** A thing as people call it. */
export interface KnownObject {
  id: string;
  kind: ChargeObjectKind;
  /** Kind and number as bills show them. */
  label: string;
  /** Days within which it can be bound, as those of a contract; null when all. */
  days: BoundDays | null;
  /** A vehicle out of use is charged for its past only. */
  active: boolean;
  /** The rooms that it is, or was, registered for or bound with, by code. */
  rooms: RoomOfObject[];
}

/** Which things are meant: by id, by number, or all that are a room's today. */
export interface ObjectNames {
  ids?: readonly string[];
  numbers?: readonly string[];
  roomId?: string;
}

/** A thing of one kind by its number as it is kept. */
export interface NumberedObject extends Omit<KnownObject, "kind" | "label" | "rooms"> {
  number: string;
  /** The rooms that it is, or was, registered for; `to` is null while it lasts. */
  registered: { roomId: string; to: string | null }[];
}

type Reader = Pick<EntityManager, "query">;
type OfKind = NumberedObject & { kind: ChargeObjectKind };

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
  /** A number as it is kept, from how somebody wrote it. */
  numberOf(written: string): string;
  /** The things that are there of those meant, by number; of two with one number the one in use comes first. */
  known(tx: Reader, projectId: string, names: ObjectNames, today: string): Promise<NumberedObject[]>;
}

/** Where modules above billing register what can be charged for beside rooms (BIL-05). */
@Injectable()
export class ChargeObjects {
  private readonly sources = new Map<ChargeObjectKind, ChargeObjectSource>();

  constructor(private readonly clock: Clock) {}

  /** The sources in the order in which the kinds are named. */
  private ordered(): ChargeObjectSource[] {
    return KINDS.flatMap(([kind]) => this.sources.get(kind) ?? []);
  }

  register(source: ChargeObjectSource): void {
    this.sources.set(source.kind, source);
  }

  find(tx: EntityManager, projectId: string, selection: ObjectSelectionDto, days: BoundDays): Promise<FoundObject[]> {
    const { kind, ids, buildingIds } = selection;
    const source = this.sources.get(kind);
    if (!source) throw new Error(`nobody offers charge objects of kind ${kind}`);
    return source.find(tx, projectId, { ids: ids ?? [], buildingIds: buildingIds ?? [] }, days);
  }

  /**
   * What words in a workbook mean, such as 车位 B1-023, or B1-023 alone where only one thing is called so: the thing, or in
   * Chinese why nobody can say which.
   */
  async named(
    tx: Reader,
    projectId: string,
    words: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, KnownObject | string>> {
    const asked = [...new Set(words.flatMap((word) => word ?? []))];
    if (asked.length === 0) return new Map();
    const meant = asked.map((word) => ({ word, ...kindAndNumber(word) }));
    const numbered = new Map<string, OfKind>();
    for (const source of this.ordered()) {
      const numbers = meant
        .filter(({ kind }) => kind === null || kind === source.kind)
        .map(({ number }) => source.numberOf(number));
      for (const one of await source.known(tx, projectId, { numbers }, "infinity")) {
        const key = `${source.kind} ${one.number}`;
        if (!numbered.has(key)) numbered.set(key, { kind: source.kind, ...one });
      }
    }
    const keys = [...numbered.keys()];
    const placed = await this.placed(tx, projectId, [...numbered.values()]);
    const found = new Map(placed.map((one, at) => [keys[at]!, one]));
    return new Map(
      meant.map(({ word, kind, number }) => {
        const things = this.ordered()
          .filter((source) => kind === null || kind === source.kind)
          .flatMap((source) => found.get(`${source.kind} ${source.numberOf(number)}`) ?? []);
        return [word, oneOf(word, things)];
      }),
    );
  }

  /** The thing with this id; undefined when the project has none. */
  async one(tx: Reader, projectId: string, id: string): Promise<KnownObject | undefined> {
    for (const source of this.ordered()) {
      const [found] = await source.known(tx, projectId, { ids: [id] }, "infinity");
      if (found) return (await this.placed(tx, projectId, [{ kind: source.kind, ...found }]))[0];
    }
    return undefined;
  }

  /** The things with their rooms of all times, in the same order. */
  private async placed(tx: Reader, projectId: string, things: readonly OfKind[]): Promise<KnownObject[]> {
    if (things.length === 0) return [];
    const places = await placesOf(tx, projectId, things, await projectToday(tx, this.clock, projectId));
    return things.map(({ id, kind, number, days, active }) => ({
      id,
      kind,
      days,
      active,
      label: labelOfObject(kind, number),
      rooms: places.get(id) ?? [],
    }));
  }

  /** The things that are a room's on a day, by what it is registered or bound with, kind by kind and by number. */
  async ofRoom(tx: Reader, projectId: string, roomId: string, today: string): Promise<KnownObject[]> {
    const bound = await tx.query<{ id: string }[]>(
      "SELECT DISTINCT object_id AS id FROM rate_binding WHERE project_id = $1 AND room_id = $2 AND object_id IS NOT NULL",
      [projectId, roomId],
    );
    const names = { ids: bound.map(({ id }) => id), roomId };
    const all: OfKind[] = [];
    for (const source of this.ordered())
      all.push(...(await source.known(tx, projectId, names, today)).map((one) => ({ kind: source.kind, ...one })));
    return this.placed(tx, projectId, all);
  }

  /** Keeps things of any kind, as `keep` does. */
  async keepAll(tx: EntityManager, projectId: string, objects: readonly KnownObject[]): Promise<void> {
    const distinct = [...new Map(objects.map((one) => [one.id, one])).values()];
    for (const [kind, some] of Map.groupBy(distinct, (one) => one.kind)) await this.keep(tx, projectId, kind, some);
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

/** How bills name a thing, from its kind and number. */
export const labelOfObject = (kind: ChargeObjectKind, number: string): string =>
  `${chargeObjectKindLabels[kind]} ${number}`;

const KINDS = Object.entries(chargeObjectKindLabels) as [ChargeObjectKind, string][];

/** 车位 B1-023 is the space B1-023; without a kind in front all of it is the number. */
function kindAndNumber(word: string): { kind: ChargeObjectKind | null; number: string } {
  for (const [kind, label] of KINDS)
    if (word.startsWith(`${label} `)) return { kind, number: word.slice(label.length).trim() };
  return { kind: null, number: word };
}

/**
 * Why a thing is not a room's, in Chinese: it is another household's now, and never was this one's. A thing that is
 * nobody's can be charged to whoever uses it.
 */
export function elsewhere({ label, rooms }: KnownObject, roomId: string | null): string | null {
  const now = rooms.filter((room) => room.now);
  if (now.length === 0 || rooms.some(({ id }) => id === roomId)) return null;
  return `${label} 登记在 ${now.map(({ code }) => code).join("、")}，不是这个房间的`;
}

function oneOf(word: string, things: readonly KnownObject[]): KnownObject | string {
  if (things.length === 1) return things[0]!;
  if (things.length === 0) return `没有${Object.values(chargeObjectKindLabels).join("、")}“${word}”`;
  const kinds = things.map(({ kind }) => chargeObjectKindLabels[kind]);
  return `“${word}”既是${kinds.join("又是")}，请写明种类，如“${kinds[0]} ${word}”`;
}
