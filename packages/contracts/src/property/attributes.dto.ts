import { Transform } from "class-transformer";
import { Choice, Flag, Id, Int, Parts, Text, Texts } from "../common/fields.js";
import {
  type AttributeOwner,
  attributeOwnerLabels,
  type AttributeType,
  attributeTypeLabels,
} from "./attributes.enums.js";
import { ProjectPath } from "./property.dto.js";

export class AttributePath extends ProjectPath {
  @Id("自定义资料编号") attributeId: string;
}

/** One of the answers of a 单选 or 多选; values hold its id, so that its name may change. */
export class AttributeChoiceDto {
  /** Left out for a new one. */
  @Id("选项编号", { optional: true }) id?: string | null;
  @Text("选项名称", { max: 50 }) name: string;
}

/** A piece of data that a project keeps in addition of its rooms or customers. */
export class SaveAttributeDto {
  /** Unique among those of the same kind of thing. */
  @Text("名称", { max: 20 }) name: string;
  /** Cannot change once a value is stored. */
  @Choice("类型", attributeTypeLabels) type: AttributeType;
  /** 单选 and 多选 only, in the order shown; one that is in use cannot be left out. */
  @Parts("选项", () => AttributeChoiceDto, { optional: true, max: 50 }) choices?: AttributeChoiceDto[] | null;
  /** Must be filled whenever the data of a thing are saved. */
  @Flag("必填", { optional: true }) mandatory?: boolean | null;
  /** Lists can be filtered by it. */
  @Flag("可筛选", { optional: true }) searchable?: boolean | null;
  /** Smaller ones stand first. */
  @Int("排序", { optional: true, max: 9999 }) sort?: number | null;
  /** Switched off it is neither shown nor asked for; what was stored stays. */
  @Flag("启用", { optional: true }) active?: boolean | null;
}

export class CreateAttributeDto extends SaveAttributeDto {
  @Choice("用于", attributeOwnerLabels) owner: AttributeOwner;
}

export class AttributeQueryDto {
  @Choice("用于", attributeOwnerLabels, { optional: true }) owner?: AttributeOwner;
}

/** A choice as it is stored. */
export class StoredChoiceDto {
  id: string;
  name: string;
}

/** The definition of a user-defined attribute. */
export class AttributeDto {
  id: string;
  owner: AttributeOwner;
  name: string;
  type: AttributeType;
  choices: StoredChoiceDto[];
  mandatory: boolean;
  searchable: boolean;
  sort: number;
  active: boolean;
}

/** All definitions of a project, in the order of forms; at most a hundred. */
export class AttributesDto {
  items: AttributeDto[];
}

/** How many rooms or customers hold a value. */
export class AttributeUseDto {
  id: string;
  used: number;
}

export class AttributeUsesDto {
  items: AttributeUseDto[];
}

/**
 * The value of one attribute, always a list of texts in one form: 文字 the text, 数字 a decimal ("12.5"), 日期 YYYY-MM-DD,
 * 单选 and 多选 the ids of the choices, 是否 "true" or "false". An empty list takes the value away.
 */
export class AttributeValueDto {
  @Id("自定义资料") definitionId: string;
  @Texts("值", { max: 200, maxItems: 50 }) values: string[];
}

/** All user-defined values of a room or customer; active attributes that are left out lose their value. */
export class SaveAttributesDto {
  @Parts("自定义资料", () => AttributeValueDto, { max: 100 }) values: AttributeValueDto[];
}

/**
 * Filters by searchable attributes, each `id:value`: a part of a text; a whole date or number, or `from..to` with one end
 * left open; ids of choices with commas between (one of them); true or false.
 */
export function AttributeFilter(): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) => (typeof value === "string" ? [value] : value))(target, property);
    Texts("自定义资料", { optional: true, max: 400, maxItems: 10 })(target, property);
  };
}
