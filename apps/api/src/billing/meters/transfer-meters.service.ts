import { HttpException, Injectable, type OnModuleInit } from "@nestjs/common";
import { meterKindLabels, type MeterKind, type TransferItemDto, type TransferReadingDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { dayBefore, periodOf } from "../../common/calendar.js";
import {
  type TransferFacts,
  TransferParticipant,
  TransferParticipants,
  type TransferSurvey,
} from "../../customer/transfers/transfer-participants.js";
import { alertLimitsOf, lockMeters, statesOf } from "./meter-state.js";
import { judge, type MeterState, type NewReading } from "./reading-rules.js";
import { RecordReadingsService } from "./record-readings.service.js";

/** A meter of the room with the reading that the draft has for it. */
interface HeldMeter {
  meter: MeterState;
  reading: NewReading | null;
  /** Its use up to the day before is known already. */
  covered: boolean;
}

/**
 * Meters of a room that changes hands: the readings of the draft become readings of the meters, so that the use before
 * the day is the old owner's and the rest the new one's (BIL-15).
 */
@Injectable()
export class TransferMeters extends TransferParticipant implements OnModuleInit {
  readonly key = "meters";
  readonly order = 150;

  constructor(
    private readonly participants: TransferParticipants,
    private readonly readings: RecordReadingsService,
  ) {
    super();
  }

  onModuleInit(): void {
    this.participants.register(this);
  }

  async survey(db: EntityManager, facts: TransferFacts): Promise<TransferSurvey> {
    const held = await heldBy(db, facts);
    const items = held.map((one) => item(one, detailOf(one)));
    const blocks = facts.transferOn === null ? [] : await this.blocksOf(db, facts, held);
    const sections = items.length > 0 ? [{ key: this.key, title: "表具", items }] : [];
    return { sections, blocks, open: [], questions: [] };
  }

  override async lock(tx: EntityManager, facts: TransferFacts): Promise<void> {
    const ids = (await heldBy(tx, facts)).map(({ meter }) => meter.id);
    await lockMeters(tx, facts.projectId, ids);
  }

  async complete(tx: EntityManager, actor: Actor, facts: TransferFacts): Promise<object> {
    const taken = (await heldBy(tx, facts)).filter(({ covered }) => !covered);
    for (const { meter, reading } of taken)
      if (reading) await this.readings.recordOne(tx, actor, facts.projectId, { meterId: meter.id, reading });
    return {
      readings: taken.flatMap(({ meter, reading }) => (reading ? [{ no: meter.no, value: reading.value }] : [])),
    };
  }

  private async blocksOf(db: EntityManager, facts: TransferFacts, held: HeldMeter[]): Promise<TransferItemDto[]> {
    const limits = await alertLimitsOf(db, facts.projectId);
    return held.flatMap((one) => {
      if (one.covered) return [];
      if (one.reading === null) return [item(one, "请在过户资料里填写过户日的读数")];
      const fault = faultOf(() => judge(one.meter, one.reading!, facts.today, limits));
      return fault === null ? [] : [item(one, fault)];
    });
  }
}

const item = ({ meter }: HeldMeter, detail: string): TransferItemDto => ({
  label: `${meterKindLabels[meter.kind as MeterKind]} ${meter.no}`,
  detail,
  amountFen: null,
  link: `billing/meters/${meter.id}`,
});

function detailOf({ meter, reading, covered }: HeldMeter): string {
  if (covered) return `已抄到 ${meter.coveredTo}`;
  const last = `上次读数 ${Number(meter.lastValue)}`;
  return reading ? `${last}，过户日读数 ${reading.value}` : last;
}

function faultOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof HttpException) return error.message;
    throw error;
  }
}

/** The meters in use of the room that are billed, with what the draft says of them. */
async function heldBy(db: EntityManager, facts: TransferFacts): Promise<HeldMeter[]> {
  const { projectId, id, roomId, number } = facts;
  const day = facts.transferOn ?? facts.today;
  const rows = await db.query<{ id: string }[]>(
    `SELECT id FROM meter WHERE project_id = $1 AND room_id = $2 AND removed_on IS NULL AND fee_item_id IS NOT NULL
        AND installed_on < $3 ORDER BY kind, no`,
    [projectId, roomId, day],
  );
  if (rows.length === 0) return [];
  const [draft] = await db.query<{ readings: TransferReadingDto[] }[]>(
    "SELECT readings FROM room_transfer WHERE project_id = $1 AND id = $2",
    [projectId, id],
  );
  const period = periodOf(day);
  const states = await statesOf(
    db,
    projectId,
    rows.map((row) => row.id),
    period,
  );
  return rows.flatMap((row): HeldMeter[] => {
    const meter = states.get(row.id);
    if (!meter) return [];
    const seen = draft?.readings.find(({ kind, meterNo }) => kind === meter.kind && meterNo === meter.no);
    const facts = { readOn: day, period, kind: "TRANSFER" as const, serviceTo: dayBefore(day) };
    const reading = seen ? { ...facts, value: seen.reading, reason: `房屋过户 ${number}` } : null;
    return [{ meter, reading, covered: meter.coveredTo !== null && meter.coveredTo >= dayBefore(day) }];
  });
}
