import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { CheckFormulaDto, FormulaCheckDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { formatFen } from "../../common/money.js";
import { notFound } from "../../common/rule-violation.js";
import { NATURAL } from "../../database/natural-order.js";
import { price } from "../pricing/price.js";
import { explain } from "../pricing/explain.js";
import { PricingError } from "../pricing/pricing.types.js";
import { checkedFormula, type FormulaField, formulaFields } from "./formula-fields.js";
import { valuesOf } from "./field-values.js";
import { KNOWN_NAMES } from "./formula-names.js";
import { FormulaError } from "./parse-formula.js";

interface RoomRow {
  code: string;
  charge: string;
  building: string;
  inner: string | null;
  usable: string | null;
  attributes: Record<string, string[]>;
}

/** Some month of 30 days: an example is a whole month. */
const PERIOD = "2026-06";
const ALWAYS = { from: "2026-06-01", to: "2026-06-30" };

/** Says of a formula that is being typed whether it holds, and what it comes to for a real room. */
@Injectable()
export class CheckFormulaService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws NOT_FOUND for the room of another project */
  async check(projectId: string, dto: CheckFormulaDto): Promise<FormulaCheckDto> {
    const tx = this.db.manager;
    const fields = await formulaFields(tx, projectId);
    const answer = {
      names: [...Object.keys(KNOWN_NAMES), ...fields.map(({ name }) => name)],
      problem: null,
      example: [],
    };
    try {
      await checkedFormula(tx, projectId, dto.formula, fields);
      return { ...answer, ...(await this.example(projectId, dto, fields)) };
    } catch (error) {
      if (error instanceof FormulaError) return { ...answer, problem: error.message, roomCode: null };
      throw error;
    }
  }

  private async example(projectId: string, dto: CheckFormulaDto, fields: readonly FormulaField[]) {
    const room = await this.room(projectId, dto.roomId ?? null);
    if (!room) return { roomCode: null, example: ["还没有房间，不能举例"] };
    const { formula, unitPrice = "0", surcharge = "0", quantity } = dto;
    try {
      const { lines, gaps } = price({
        period: PERIOD,
        feeItemId: "",
        rules: {
          base: "FORMULA",
          area: "CHARGE",
          proration: "ACTUAL_DAYS",
          change: "SPLIT_DAYS",
          rounding: "HALF_UP",
          roundingUnit: "0.01",
          formula,
        },
        binding: { ...ALWAYS, quantity: quantity ?? "1" },
        rates: [{ id: "", ...ALWAYS, unitPrice: unitPrice ?? "0", surcharge }],
        areas: [{ ...ALWAYS, ...room }],
        payers: [],
        fields: valuesOf(room.attributes, fields),
      });
      const [line] = lines;
      if (line)
        return {
          roomCode: room.code,
          example: [...explain(line.trace).slice(1), `每月 ${formatFen(line.amountFen)} 元`],
        };
      const lacks = gaps.some(({ kind }) => kind === "NO_AREA") ? "面积" : "自定义资料";
      return { roomCode: room.code, example: [`房间没有公式里用到的${lacks}，出账时会提示缺少数量`] };
    } catch (error) {
      if (error instanceof PricingError) return { roomCode: room.code, example: [error.message] };
      throw error;
    }
  }

  private async room(projectId: string, roomId: string | null): Promise<RoomRow | undefined> {
    const [room] = await this.db.query<RoomRow[]>(
      `SELECT code, charge_area AS charge, building_area AS building, inner_area AS inner, usable_area AS usable, attributes
         FROM room WHERE project_id = $1 AND ($2::uuid IS NULL OR id = $2) AND active ORDER BY code ${NATURAL} LIMIT 1`,
      [projectId, roomId],
    );
    if (!room && roomId !== null) throw notFound("房间");
    return room;
  }
}
