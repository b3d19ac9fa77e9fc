import { Choice, Id } from "../common/fields.js";
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
  createdAt: string;
}

export class PicturesDto {
  items: PictureDto[];
}
