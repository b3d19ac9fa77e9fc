import { Id, Int, Parts, Text } from "../common/fields.js";
import { ProjectPath } from "./property.dto.js";

export class InspectionTemplatePath extends ProjectPath {
  @Id("验收模板编号") templateId: string;
}

/** One thing to look at. */
export class TemplateItemDto {
  @Text("项目", { max: 60 }) name: string;
  /** What is asked of it, e.g. 开关灵活，密封良好. */
  @Text("标准", { optional: true, max: 200 }) standard?: string | null;
}

/** A part of the room, e.g. 厨房; order of groups and items is the order of the walk. */
export class TemplateGroupDto {
  @Text("部位", { max: 40 }) name: string;
  @Parts("项目", () => TemplateItemDto, { min: 1, max: 100 }) items: TemplateItemDto[];
}

/** What is looked at when rooms of a layout are handed over (PRP-09). */
export class SaveInspectionTemplateDto {
  @Text("模板名称", { max: 50 }) name: string;
  /** 户型 it is for; left out for the one that serves all other rooms. */
  @Text("适用户型", { optional: true, max: 50 }) layout?: string | null;
  @Parts("部位", () => TemplateGroupDto, { min: 1, max: 50 }) groups: TemplateGroupDto[];
  /** Of a template that is there: the version that was read, so that nobody writes over another's change. */
  @Int("版本", { optional: true, min: 1 }) version?: number | null;
}

export class InspectionTemplateDto {
  id: string;
  name: string;
  /** Null serves all layouts that have none of their own. */
  layout: string | null;
  groups: TemplateGroupDto[];
  version: number;
  updatedByName: string;
  updatedAt: string;
}

export class InspectionTemplatesDto {
  items: InspectionTemplateDto[];
  /** The layouts of the project's rooms, for the choice. */
  layouts: string[];
}
