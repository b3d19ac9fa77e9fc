import { Id, Text } from "../common/fields.js";
import { ProjectPath } from "../property/property.dto.js";

export class AttachmentPath extends ProjectPath {
  @Id("附件编号") attachmentId: string;
}

/** The thing whose files are meant. */
export class AttachmentQueryDto {
  /** Kind of thing as its domain registered it, e.g. inspection-defect, transfer. */
  @Text("所属对象", { max: 40, pattern: /^[a-z][a-z-]*$/ }) ownerType: string;
  @Id("所属对象编号") ownerId: string;
}

/** Where an uploaded file belongs; the file itself is the multipart field `file` (picture or PDF, at most 20 MB). */
export class AttachmentUploadDto extends AttachmentQueryDto {
  /** What the file is, one of the kinds that the kind of thing takes, e.g. PHOTO. */
  @Text("附件类型", { max: 40, pattern: /^[A-Z][A-Z_]*$/ }) kind: string;
}

/** A file kept with a thing. */
export class AttachmentDto {
  id: string;
  ownerType: string;
  ownerId: string;
  kind: string;
  /** The kind in Chinese. */
  kindLabel: string;
  /** As the person who uploaded it named it; only to be shown. */
  name: string;
  /** image/jpeg, image/png, image/webp or application/pdf; found from the content. */
  contentType: string;
  /** Bytes. */
  size: number;
  /** Pixels; null for what is no picture. Pictures have a thumbnail. */
  width: number | null;
  height: number | null;
  createdByName: string;
  createdAt: string;
}

export class AttachmentsDto {
  items: AttachmentDto[];
}
