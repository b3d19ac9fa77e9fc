import type { Orientation, RestructureKind, RestructurePartDto } from "@linli/contracts";
import { Decimal } from "decimal.js";
import { allocate } from "../../common/money.js";
import { areaText } from "../areas.js";
import type { OldRoom } from "./restructure-plan.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Free codes derived from one: 1-101 → 1-101A, 1-101B… (SCN-08). */
export function proposedCodes(base: string, count: number, taken: ReadonlySet<string>): string[] {
  const codes: string[] = [];
  for (let n = 0; codes.length < count; n += 1) {
    const code = `${base}${LETTERS[n] ?? `-${n + 1}`}`;
    if (!taken.has(code)) codes.push(code);
  }
  return codes;
}

/** Splits an area evenly into parts that add up to it exactly, by the largest remainder in its last place. */
export function sharedArea(area: string, count: number): string[] {
  const places = Math.max(2, new Decimal(area).decimalPlaces());
  const unit = new Decimal(10).pow(-places);
  const weights = Array.from({ length: count }, (_, index) => ({ key: String(index).padStart(2, "0"), weight: "1" }));
  const units = allocate(new Decimal(area).div(unit).toNumber(), weights);
  return [...units.values()].map((share) => areaText(unit.mul(share).toFixed(places)));
}

/** The sum of areas; null when one of them is unknown. */
export function summedArea(areas: readonly (string | null | undefined)[]): string | null {
  if (areas.some((area) => area == null)) return null;
  return areaText(areas.reduce((sum, area) => sum.plus(area!), new Decimal(0)).toFixed(4));
}

/** New rooms as they would usually be: areas split evenly or added up, the rest taken from the first old room. */
export function proposedParts(
  kind: RestructureKind,
  olds: readonly OldRoom[],
  count: number,
  taken: ReadonlySet<string>,
): RestructurePartDto[] {
  const [first] = olds;
  if (!first) return [];
  const codes = proposedCodes(first.code, count, taken);
  const areas = (pick: (room: OldRoom) => string | null): (string | null)[] => {
    const sum = summedArea(olds.map(pick));
    if (kind === "MERGE" || sum === null) return Array.from({ length: count }, () => sum);
    return sharedArea(sum, count);
  };
  const [building, charge, inner, usable] = [
    areas((room) => room.buildingArea),
    areas((room) => room.chargeArea),
    areas((room) => room.innerArea),
    areas((room) => room.usableArea),
  ];
  return codes.map((code, index) => ({
    code,
    name: `${first.name}${code.slice(first.code.length)}`.slice(0, 50),
    floor: first.floor,
    buildingArea: building[index]!,
    chargeArea: charge[index]!,
    innerArea: inner[index] ?? null,
    usableArea: usable[index] ?? null,
    layout: first.layout ?? "",
    orientation: (first.orientation ?? "S") as Orientation,
    movedInOn: null,
    ownerId: null,
  }));
}
