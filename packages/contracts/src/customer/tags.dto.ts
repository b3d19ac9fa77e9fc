import { Choice, Id, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";
import { type TagTone, tagToneLabels } from "./details.enums.js";

export class CustomerTagPath extends ProjectPath {
  @Id("标签编号") tagId: string;
}

/** A tag of the project's list. */
export class SaveCustomerTagDto {
  @Text("标签名称", { max: 12 }) name: string;
  @Choice("颜色", tagToneLabels) tone: TagTone;
}

export class CustomerTagDto {
  id: string;
  name: string;
  tone: TagTone;
  /** How many customers carry it; in the list of tags only. */
  customers?: number;
}

/** All tags of the project, at most 100. */
export class CustomerTagsDto {
  items: CustomerTagDto[];
}
