import { Choice, Id, Text } from "../common/fields.js";
import { ProjectPath } from "./property.dto.js";
import { type PictureKind, pictureKindLabels, type PictureOwner, pictureOwnerLabels } from "./property.enums.js";

export class PicturePath extends ProjectPath {
  @Id("图片编号") pictureId: string;
}

/** The thing whose pictures are meant. */
export class PictureQueryDto {
  @Choice("所属对象", pictureOwnerLabels) ownerType: PictureOwner;
  /** The project itself, a building or a room of it. */
  @Id("所属对象编号") ownerId: string;
}

/** Where an uploaded picture belongs; the picture itself is the multipart field `file` (PRP-05). */
export class PictureUploadDto extends PictureQueryDto {
  @Choice("图片类型", pictureKindLabels) kind: PictureKind;
  /** What is to be known about it, e.g. 2026 年竣工图. */
  @Text("备注", { optional: true, max: 200 }) remark?: string | null;
}

/** A stored picture. */
export class PictureDto {
  id: string;
  ownerType: PictureOwner;
  ownerId: string;
  kind: PictureKind;
  name: string;
  /** image/jpeg, image/png or image/webp */
  contentType: string;
  /** Bytes. */
  size: number;
  /** Pixels. */
  width: number;
  height: number;
  /** Of a plan: counts from 1 per thing and kind, never used twice. Null for photos. */
  version: number | null;
  /** Whether it is the latest version of its plan; photos always are. */
  current: boolean;
  remark: string | null;
  createdByName: string;
  createdAt: string;
}

/** What came of sharing a unit-type drawing. */
export class PictureSharedDto {
  /** 户型 */
  layout: string;
  /** Rooms that got it as their current version; those that had it already are not counted. */
  rooms: number;
}

export class PicturesDto {
  items: PictureDto[];
}
