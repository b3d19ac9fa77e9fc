import { Injectable } from "@nestjs/common";
import type { PauseDunningDto } from "@linli/contracts";
import type { EntityManager } from "typeorm";
import type { Actor } from "../../../common/actor.js";
import { dayBefore, maxDate } from "../../../common/calendar.js";
import { InvalidInput, notFound } from "../../../common/rule-violation.js";
import { pauseOver, pauseOverlaps } from "../dunning.errors.js";
import { DunningCasesService } from "./dunning-cases.service.js";
import { DunningPause } from "./dunning-pause.entity.js";
import { refuseOther } from "./dunning-steps.service.js";
import type { CaseKey } from "./open-cases.js";

/** Pauses of dunning (暂停催缴, BIL-113). They stop the demands; limitation runs on. */
@Injectable()
export class DunningPausesService {
  constructor(private readonly cases: DunningCasesService) {}

  /** @throws DUNNING_PAUSED, ID_REUSED, InvalidInput */
  pause(actor: Actor, place: CaseKey & { projectId: string }, dto: PauseDunningDto): Promise<void> {
    return this.cases.within(actor, place, async (tx, opened) => {
      const { projectId, caseId, by } = opened;
      const { id, startsOn, endsOn = null, reason } = dto;
      const known = await tx.findOneBy(DunningPause, { projectId, id });
      if (known) return refuseOther(known, { caseId, startsOn, reason });
      if (endsOn !== null && endsOn < startsOn) throw new InvalidInput({ endsOn: ["不能早于开始日期"] });
      const [other] = await tx.query<object[]>(
        `SELECT 1 FROM dunning_pause WHERE project_id = $1 AND case_id = $2 AND (ends_on IS NULL OR ends_on >= greatest($3::date, starts_on))
            AND ($4::date IS NULL OR starts_on <= $4::date)`,
        [projectId, caseId, startsOn, endsOn],
      );
      if (other) throw pauseOverlaps();
      await tx.insert(DunningPause, { projectId, id, caseId, startsOn, endsOn, reason, ...by });
      const until = endsOn === null ? "起，另行恢复" : `至 ${endsOn}`;
      await this.cases.record(tx, actor, opened, "pause", `暂停催缴 ${startsOn} ${until}，原因：${reason}`);
    });
  }

  /** From today on demands go out again. @throws PAUSE_OVER, NOT_FOUND */
  end(actor: Actor, projectId: string, id: string): Promise<void> {
    return this.cases.onRow(
      (tx) => pauseOf(tx, projectId, id),
      async (tx, pause) => {
        if (pause.endsOn !== null && pause.endsOn < pause.today) throw pauseOver();
        // one that has not begun is left without a day
        const endsOn = maxDate(dayBefore(pause.today), dayBefore(pause.startsOn));
        await tx.update(DunningPause, { projectId, id }, { endsOn });
        await this.cases.record(tx, actor, pause, "unpause", "恢复催缴");
      },
    );
  }
}

async function pauseOf(tx: EntityManager, projectId: string, id: string): Promise<DunningPause> {
  const pause = await tx.findOne(DunningPause, { where: { projectId, id }, lock: { mode: "pessimistic_write" } });
  if (!pause) throw notFound("暂停记录");
  return pause;
}
