import type { ProjectDto } from "@linli/contracts";
import { dataDueOn } from "../room-completeness.js";
import type { Project } from "../project.entity.js";

export function toProjectDto(project: Project): ProjectDto {
  return {
    id: project.id,
    name: project.name,
    shortName: project.shortName,
    address: project.address,
    telephone: project.telephone,
    timeZone: project.timeZone,
    modules: project.modules as ProjectDto["modules"],
    levelNames: project.levelNames,
    firstPeriod: project.firstPeriod,
    moveInOn: project.moveInOn,
    dataDueOn: project.moveInOn === null ? null : dataDueOn(project.moveInOn),
    developerId: project.developerId,
    noticeNote: project.noticeNote,
    differencePercent: project.differencePercent,
    exportApprovalRows: project.exportApprovalRows,
    active: project.active,
    createdAt: project.createdAt.toISOString(),
  };
}
