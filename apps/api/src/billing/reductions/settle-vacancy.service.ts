import { Injectable } from "@nestjs/common";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../common/actor.js";
import { Clock } from "../../common/clock.js";
import { newId } from "../../common/ids.js";
import { projectToday } from "../../property/project-today.js";
import { PostingPeriod } from "../periods/posting-period.js";
import { lockCharges } from "../receipts/charge-ledger.js";
import { bookWaiver } from "../waivers/waiver-ledger.js";
import { bookBorne, takeBackBorne } from "./borne-charges.js";
import { type IssuedCharge, reductionOf, reductionSpan } from "./vacancy-span.js";
import type { Vacancy } from "./vacancy.entity.js";
import { VacancyLine } from "./vacancy-line.entity.js";

interface Reducible extends IssuedCharge {
  chargeId: string;
  openFen: number;
  /** What the vacancy has taken off so far, in fen. */
  reducedFen: number;
}

/** Brings the entries of a vacancy's charges to what its days come to: after its approval, and after an early end. */
@Injectable()
export class SettleVacancy {
  constructor(
    private readonly clock: Clock,
    private readonly periods: PostingPeriod,
  ) {}

  /**
   * Books, today, what charges already issued lack of the reduction, as far as they are still open (what was paid is put
   * right by a correction, BIL-83), or takes back what they have too much. Returns the sum in fen.
   * @throws PERIOD_CLOSED, BORNE_PAID, CHARGE_ON_DEBIT
   */
  async settle(tx: EntityManager, actor: Actor, vacancy: Vacancy, reason: string): Promise<number> {
    const { projectId, vacancyNo } = vacancy;
    const ids = (await chargesOf(tx, vacancy)).map(({ chargeId }) => chargeId);
    if (ids.length === 0) return 0;
    const bookedOn = await projectToday(tx, this.clock, projectId);
    const period = await this.periods.lockForPosting(tx, projectId, bookedOn);
    await lockCharges(tx, projectId, ids);
    const { id, percent, amountFen, startsOn: from, endsOn: to } = vacancy;
    const span = reductionSpan({ id, no: vacancyNo, percent, amountFen, from, to });
    const lines = (await chargesOf(tx, vacancy))
      .map((charge) => ({ ...charge, moveFen: moveOf(charge, reductionOf(charge, span)) }))
      .filter(({ moveFen }) => moveFen !== 0)
      .map(({ chargeId, moveFen }) => ({ chargeId, amountFen: moveFen }));
    if (lines.length === 0) return 0;

    const createdAt = this.clock.now();
    const booking = {
      projectId,
      bookedOn,
      period,
      reason: `空置减免 ${vacancyNo}：${reason}`,
      createdBy: actor.userId,
      createdAt,
    };
    await bookWaiver(tx, { ...booking, lines });
    const taken = lines.filter(({ amountFen: fen }) => fen > 0);
    const given = lines.filter(({ amountFen: fen }) => fen < 0);
    const borne = vacancy.bearerId ? await bookBorne(tx, { ...booking, bearerId: vacancy.bearerId }, taken) : new Map();
    const rows = lines.map(({ chargeId, amountFen: fen }) => ({
      projectId,
      id: newId(),
      createdAt,
      vacancyId: id,
      chargeId,
      amountFen: fen,
      bookedOn,
      borneChargeId: borne.get(chargeId) ?? null,
    }));
    await tx.insert(VacancyLine, rows);
    if (vacancy.bearerId) await takeBackBorne(tx, booking, given, { kind: "vacancy", id });
    return lines.reduce((sum, line) => sum + line.amountFen, 0);
  }
}

/** What is booked so that the charge comes to its target: no more than is open. */
const moveOf = ({ reducedFen, openFen }: Reducible, targetFen: number): number =>
  Math.min(targetFen - reducedFen, openFen);

/** Charges of the vacancy's room and items from its first day on, as billed by runs, with what was taken off. */
function chargesOf(tx: EntityManager, { projectId, id, roomId, startsOn }: Vacancy): Promise<Reducible[]> {
  return tx.query<Reducible[]>(
    `SELECT c.id AS "chargeId", c.service_from AS "serviceFrom", c.service_to AS "serviceTo", c.amount_fen AS "amountFen",
            c.open_fen AS "openFen", c.trace, coalesce(t.change_policy = 'NEXT_MONTH', false) AS "wholeMonths",
            coalesce((SELECT sum(l.amount_fen) FROM vacancy_line l
                       WHERE l.project_id = c.project_id AND l.charge_id = c.id AND l.vacancy_id = $3), 0)::bigint AS "reducedFen"
       FROM charge c LEFT JOIN rate t ON t.project_id = c.project_id AND t.id = c.rate_id
      WHERE c.project_id = $1 AND c.room_id = $2 AND c.source = 'RUN' AND c.reversed_fen = 0 AND c.service_to >= $4
        AND c.fee_item_id IN (SELECT i.fee_item_id FROM vacancy_item i WHERE i.project_id = $1 AND i.vacancy_id = $3)
      ORDER BY c.id`,
    [projectId, roomId, id, startsOn],
  );
}
