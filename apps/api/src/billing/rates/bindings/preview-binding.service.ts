import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { BindingPreviewDto, BindRoomsDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { firstDay, lastDay, periodOf } from "../../../common/calendar.js";
import { notFound } from "../../../common/rule-violation.js";
import { roomsInWords } from "../../billing.errors.js";
import { valuesOf } from "../../formula/field-values.js";
import { formulaFields } from "../../formula/formula-fields.js";
import { price } from "../../pricing/price.js";
import { type Terms, termsOfRate } from "../../runs/run-inputs.js";
import { Rate } from "../rate.entity.js";
import { trimDecimalOrNull } from "../rate.mapper.js";
import { RateVersion } from "../rate-version.entity.js";
import { areaOf, checkTerms, conflictsOf } from "./binding-plan.js";
import { type SelectedRoom, selectRooms } from "./room-selection.js";

const ROWS_SHOWN = 500;

/** Says what binding would do, room by room, and changes nothing. */
@Injectable()
export class PreviewBindingService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async preview(projectId: string, dto: BindRoomsDto): Promise<BindingPreviewDto> {
    const tx = this.db.manager;
    const rate = await tx.findOneBy(Rate, { projectId, id: dto.rateId });
    if (!rate) throw notFound("收费标准");
    await checkTerms(tx, rate, dto);
    const rooms = await selectRooms(tx, projectId, dto.rooms);
    const { startsOn, endsOn = null } = dto;
    const planned = rooms.map(({ id }) => ({
      roomId: id,
      objectId: null,
      rateId: rate.id,
      feeItemId: rate.feeItemId,
      startsOn,
      endsOn,
      quantity: null,
      unitPrice: null,
      overrideReason: null,
    }));
    const conflicts = new Map((await conflictsOf(tx, projectId, planned)).map((one) => [one.place, one]));
    const versions = await tx.findBy(RateVersion, { projectId, rateId: rate.id });
    const terms = termsOfRate(rate, versions);
    const fields = rate.base === "FORMULA" ? await formulaFields(tx, projectId) : [];
    const rows = rooms.map((room) => {
      const { bindingId, rateName, startsOn: from, endsOn: to } = conflicts.get(room.id) ?? {};
      return {
        roomId: room.id,
        roomCode: room.code,
        roomName: room.name,
        area: trimDecimalOrNull(areaOf(rate, room)),
        conflict: bindingId ? { bindingId, rateName: rateName!, startsOn: from!, endsOn: to ?? null } : null,
        monthlyFen: fullMonth(terms, room, dto, valuesOf(room.attributes, fields)),
      };
    });
    const free = rows.filter(({ conflict }) => conflict === null);
    const noArea = free.filter(({ area }) => rate.base === "AREA" && !dto.quantity && Number(area ?? 0) === 0);
    return {
      createCount: free.length,
      conflictCount: conflicts.size,
      monthlyFen: free.reduce((sum, { monthlyFen }) => sum + (monthlyFen ?? 0), 0),
      warnings:
        noArea.length > 0
          ? [`${roomsInWords(noArea.map(({ roomCode }) => roomCode))}没有计费面积，出账金额将为零或缺失`]
          : [],
      rows: rows.toSorted((a, b) => Number(b.conflict !== null) - Number(a.conflict !== null)).slice(0, ROWS_SHOWN),
    };
  }
}

/** What a full month would come to at the price of the first day. */
export function fullMonth(
  terms: Terms,
  room: SelectedRoom,
  { startsOn, quantity, unitPrice }: Pick<BindRoomsDto, "startsOn" | "quantity" | "unitPrice">,
  fields: Record<string, string>,
): number | null {
  const period = periodOf(startsOn);
  const always = { from: firstDay(period), to: lastDay(period) };
  const version = terms.versions.findLast(({ from, to }) => from <= startsOn && (to === null || to >= startsOn));
  if (!version) return null;
  const { charge, building, inner, usable } = room;
  const { lines } = price({
    period,
    feeItemId: terms.feeItemId,
    rules: terms.rules,
    binding: { ...always, quantity, unitPrice },
    rates: [{ ...version, ...always }],
    areas: [{ ...always, charge, building, inner, usable }],
    payers: [],
    fields,
  });
  return lines.length > 0 ? lines.reduce((sum, { amountFen }) => sum + amountFen, 0) : null;
}
