import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type {
  ChargeBorneOtherwiseDto,
  ChargeStartDto,
  ChargeStartRule,
  DeveloperShare,
  RoomChargeStartDto,
  RoomLackingDto,
  RoomsLackingDto,
} from "@linli/contracts";
import { DataSource } from "typeorm";
import { Clock } from "../../common/clock.js";
import { notFound } from "../../common/rule-violation.js";
import { projectToday } from "../../property/project-today.js";
import { developerSpan, PAYER_SPANS } from "../charges/payer-of-room.js";
import type { PayerSpan } from "../pricing/pricing.types.js";
import { borneOtherwise, type IssuedCharge } from "./borne-otherwise.js";
import { type ChargeStart, spansOfStart } from "./charge-start.js";
import { startsOfRooms } from "./charge-start.sql.js";
import { lackSentence, roomSentences, traceOf } from "./start-trace.js";

/** Issued charges looked at and shown on a room's page. */
const SHOWN = 50;
const EVER = ["9999-12-31", "1900-01-01"] as const;

const SETTINGS = `
  SELECT COALESCE(s.charge_start, 'OFF') AS rule, COALESCE(s.notice_days, 30) AS "noticeDays",
         COALESCE(s.developer_share, 'TO_THE_DAY') AS "developerShare", c.id AS "developerId", c.name AS "developerName"
    FROM project p
    LEFT JOIN billing_settings s ON s.project_id = p.id
    LEFT JOIN customer c ON c.project_id = p.id AND c.id = p.developer_id
   WHERE p.id = $1`;

/** Rooms in use that somebody owns and that are handed over by their state, without the day. $1 project, $2 today. */
const LACKING = `
  SELECT r.id, r.code, count(*) OVER ()::int AS total FROM room r
   WHERE r.project_id = $1 AND r.active AND r.ended_on IS NULL AND r.state NOT IN ('UNSOLD', 'SOLD')
     AND r.handed_over_on IS NULL
     AND EXISTS (SELECT 1 FROM room_relation rr WHERE rr.project_id = r.project_id AND rr.room_id = r.id
                    AND rr.role = 'OWNER' AND (rr.ends_on IS NULL OR rr.ends_on >= $2))`;

interface Settings {
  rule: ChargeStartRule;
  noticeDays: number;
  developerShare: DeveloperShare;
  developerId: string | null;
  developerName: string | null;
}

type ChargeRow = IssuedCharge & { chargeId: string; feeItemName: string; payerName: string };

/** Reads the start of charging: of a project, and of one room with what was issued otherwise. */
@Injectable()
export class ChargeStartQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofProject(projectId: string): Promise<ChargeStartDto> {
    const settings = await this.settings(projectId);
    const today = await projectToday(this.db, this.clock, projectId);
    const withoutHandover = await this.lacking(LACKING, projectId, today);
    const withoutEither = await this.lacking(`${LACKING} AND r.handover_noticed_on IS NULL`, projectId, today);
    return { ...settings, withoutHandover, withoutEither };
  }

  /** @throws NOT_FOUND */
  async ofRoom(projectId: string, roomId: string): Promise<RoomChargeStartDto> {
    const [room] = await this.db.query<{ code: string }[]>("SELECT code FROM room WHERE project_id = $1 AND id = $2", [
      projectId,
      roomId,
    ]);
    if (!room) throw notFound("房间");
    const { rule, developerId, developerName } = await this.settings(projectId);
    const start = (await startsOfRooms(this.db.manager, projectId, [roomId])).get(roomId);
    const known = { rule, developerId, developerName };
    if (!start) return { ...known, ownerFrom: null, lack: null, explanation: [], differing: [] };
    const spans = await this.db.query<PayerSpan[]>(PAYER_SPANS, [projectId, [roomId], ...EVER]);
    const payers = [...spans, ...developerSpan(developerId), ...spansOfStart(start, developerId)];
    const lack = start.lack ?? (developerId === null ? "DEVELOPER" : null);
    const trace = traceOf(start);
    return {
      ...known,
      ownerFrom: start.from,
      lack,
      explanation: lack ? [lackSentence(room.code, { ...trace, lack })] : roomSentences(trace),
      differing: developerId ? await this.differing({ projectId, roomId, developerId }, start, payers) : [],
    };
  }

  private async settings(projectId: string): Promise<Settings> {
    const [row] = await this.db.query<Settings[]>(SETTINGS, [projectId]);
    if (!row) throw notFound("管理区");
    return row;
  }

  private async lacking(sql: string, projectId: string, today: string): Promise<RoomsLackingDto> {
    const rows = await this.db.query<(RoomLackingDto & { total: number })[]>(`${sql} ORDER BY r.code LIMIT 10`, [
      projectId,
      today,
    ]);
    return { count: rows[0]?.total ?? 0, rooms: rows.map(({ id, code }) => ({ id, code })) };
  }

  /** What runs have issued on the other side of the start, the latest first. */
  private async differing(
    { projectId, roomId, developerId }: { projectId: string; roomId: string; developerId: string },
    start: ChargeStart,
    payers: readonly PayerSpan[],
  ): Promise<ChargeBorneOtherwiseDto[]> {
    if (start.lack) return [];
    const rows = await this.db.query<ChargeRow[]>(
      `SELECT c.id AS "chargeId", c.fee_item_id AS "feeItemId", f.name AS "feeItemName", c.service_from AS "serviceFrom",
              c.service_to AS "serviceTo", c.amount_fen - c.reversed_fen AS "amountFen", coalesce(k.merged_into_id, c.payer_id) AS "payerId",
              k.name AS "payerName", c.trace, r.proration
         FROM charge c
         JOIN fee_item f ON f.project_id = c.project_id AND f.id = c.fee_item_id
         JOIN customer k ON k.project_id = c.project_id AND k.id = c.payer_id
         LEFT JOIN rate r ON r.project_id = c.project_id AND r.id = c.rate_id
        WHERE c.project_id = $1 AND c.room_id = $2 AND c.object_id IS NULL AND c.source IN ('RUN', 'METER') AND c.reversed_fen < c.amount_fen
          AND CASE WHEN coalesce(k.merged_into_id, c.payer_id) = $3 THEN c.service_to >= $4::date ELSE $4::date IS NULL OR c.service_from < $4::date END
        ORDER BY c.service_from DESC, c.id LIMIT ${SHOWN}`,
      [projectId, roomId, developerId, start.from],
    );
    const found = rows.flatMap((row) => {
      const other = borneOtherwise(start, row, { payers, developerId });
      return other ? [{ ...row, ...other }] : [];
    });
    const names = await this.namesOf(projectId, [...new Set(found.flatMap(({ bearerId }) => bearerId ?? []))]);
    return found.map(({ trace: _trace, proration: _proration, feeItemId: _item, ...row }) => ({
      ...row,
      bearerName: row.bearerId && (names.get(row.bearerId) ?? null),
    }));
  }

  private async namesOf(projectId: string, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ id: string; name: string }[]>(
      "SELECT id, name FROM customer WHERE project_id = $1 AND id = ANY ($2)",
      [projectId, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
