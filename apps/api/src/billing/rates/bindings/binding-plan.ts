import type { AreaKind, BindRoomsDto, RateBase } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import { InvalidInput } from "../../../common/rule-violation.js";
import { rateInactive } from "../../billing.errors.js";
import { namesIn, parseFormula } from "../../formula/parse-formula.js";
import { RateVersion } from "../rate-version.entity.js";
import type { Rate } from "../rate.entity.js";
import type { SelectedRoom } from "./room-selection.js";

/** A binding to be. */
export interface PlannedBinding {
  roomId: string;
  /** What it holds for beside the room; null for the room itself. */
  objectId: string | null;
  rateId: string;
  feeItemId: string;
  startsOn: string;
  endsOn: string | null;
  quantity: string | null;
  unitPrice: string | null;
  overrideReason: string | null;
}

/** What holds one binding of an item at a time: the thing, else the room. */
export const placeOf = ({ roomId, objectId }: Pick<PlannedBinding, "roomId" | "objectId">) => objectId ?? roomId;

/** An existing binding of the same item that shares a day. */
export interface Conflict {
  /** The thing or room it holds for: `placeOf` of what was planned. */
  place: string;
  /** The room's code or the thing's label. */
  placeName: string;
  bindingId: string;
  rateName: string;
  startsOn: string;
  endsOn: string | null;
}

type Terms = Pick<BindRoomsDto, "startsOn" | "endsOn" | "quantity" | "unitPrice" | "overrideReason">;

/**
 * Refuses what could never be billed: a binding that ends before it begins or begins before the rate has a price, a
 * rate by count without a count, an agreement without a reason.
 * @throws RATE_INACTIVE, INVALID_INPUT
 */
export async function checkTerms(tx: EntityManager, rate: Rate, terms: Terms): Promise<void> {
  if (!rate.active) throw rateInactive(rate.name);
  const { startsOn, endsOn } = terms;
  if (endsOn && endsOn < startsOn) throw new InvalidInput({ endsOn: ["结束日期不能早于开始日期"] });
  if (rate.base === "COUNT" && !terms.quantity) throw new InvalidInput({ quantity: ["按数量计费的标准必须填写数量"] });
  if (rate.base === "FORMULA" && !terms.quantity && namesIn(parseFormula(rate.formula!)).includes("数量"))
    throw new InvalidInput({ quantity: [`标准“${rate.name}”的公式用到数量，请填写数量`] });
  if (isOverride(rate, terms) && !terms.overrideReason) {
    throw new InvalidInput({ overrideReason: ["单独约定单价或数量时必须填写原因"] });
  }
  const versions = await tx.find(RateVersion, {
    where: { projectId: rate.projectId, rateId: rate.id },
    order: { startsOn: "ASC" },
  });
  const [first] = versions;
  const last = versions.at(-1);
  if (first && startsOn < first.startsOn) {
    throw new InvalidInput({ startsOn: [`开始日期不能早于标准“${rate.name}”的第一个价格 ${first.startsOn}`] });
  }
  if (last?.endsOn && startsOn > last.endsOn) {
    throw new InvalidInput({ startsOn: [`标准“${rate.name}”已于 ${last.endsOn} 结束`] });
  }
}

/** Whether something is agreed for these rooms alone: needs a reason and the right to keep rates. */
export const isOverride = (rate: Pick<Rate, "base">, { quantity, unitPrice }: Terms) =>
  Boolean(unitPrice) || (Boolean(quantity) && rate.base !== "COUNT" && rate.base !== "FORMULA");

/** What the rate multiplies the price by in a room, m²; null when it reads no area or the room has none. */
export function areaOf(rate: { base: string; areaKind: string }, room: SelectedRoom): string | null {
  if ((rate.base as RateBase) !== "AREA") return null;
  const areas = { CHARGE: room.charge, BUILDING: room.building, INNER: room.inner, USABLE: room.usable };
  return areas[rate.areaKind as AreaKind];
}

/** The bindings of the same fee item that overlap those planned, at most one of each room or thing: the earliest. */
export async function conflictsOf(
  tx: EntityManager,
  projectId: string,
  planned: PlannedBinding[],
): Promise<Conflict[]> {
  const alike = `b.project_id = $1 AND b.fee_item_id = p.fee_item_id
        AND b.starts_on <= COALESCE(p.ends_on, 'infinity') AND COALESCE(b.ends_on, 'infinity') >= p.starts_on`;
  return tx.query<Conflict[]>(
    `WITH p AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::date[])
                  WITH ORDINALITY AS p(room_id, object_id, fee_item_id, starts_on, ends_on, n))
     SELECT DISTINCT ON (c.n) c.place, COALESCE(x.label, o.code) AS "placeName", c.id AS "bindingId", r.name AS "rateName",
            c.starts_on AS "startsOn", c.ends_on AS "endsOn"
       FROM (SELECT p.n, p.room_id AS place, b.* FROM p JOIN rate_binding b
                 ON ${alike} AND b.room_id = p.room_id AND b.object_id IS NULL WHERE p.object_id IS NULL
             UNION ALL
             SELECT p.n, p.object_id, b.* FROM p JOIN rate_binding b ON ${alike} AND b.object_id = p.object_id) c
       JOIN room o ON o.project_id = $1 AND o.id = c.room_id
       JOIN rate r ON r.project_id = $1 AND r.id = c.rate_id
       LEFT JOIN charge_object x ON x.project_id = $1 AND x.id = c.object_id
      ORDER BY c.n, c.starts_on`,
    [
      projectId,
      planned.map(({ roomId }) => roomId),
      planned.map(({ objectId }) => objectId),
      planned.map(({ feeItemId }) => feeItemId),
      planned.map(({ startsOn }) => startsOn),
      planned.map(({ endsOn }) => endsOn),
    ],
  );
}
