import { Injectable } from "@nestjs/common";
import { InjectDataSource } from "@nestjs/typeorm";
import type { DepositReportDto, DepositReportQueryDto, DepositReportRowDto } from "@linli/contracts";
import { DataSource } from "typeorm";
import { firstDay, periodOf } from "../../common/calendar.js";
import { InvalidInput } from "../../common/rule-violation.js";
import { ProjectToday } from "../../property/project-today.js";
import { ageBounds, depositTurnover } from "./deposit-turnover.sql.js";

/** 押金收退表: what came in, what became of it, and how long the rest has been held, by type (BIL-84). */
@Injectable()
export class DepositReportQueries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly days: ProjectToday,
  ) {}

  async of(projectId: string, query: DepositReportQueryDto): Promise<DepositReportDto> {
    const to = query.to ?? (await this.days.today(projectId));
    const from = query.from ?? firstDay(periodOf(to));
    if (to < from) throw new InvalidInput({ to: ["结束日期不能早于开始日期"] });
    const rows = await this.db.query<DepositReportRowDto[]>(`${REPORT} ORDER BY i.name`, [
      projectId,
      from,
      to,
      ...ageBounds(to),
    ]);
    return { from, to, rows };
  }
}

const REPORT = depositTurnover({ project: "$1", from: "$2", to: "$3", ages: ["$4", "$5", "$6"] });
