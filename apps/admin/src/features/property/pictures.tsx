import { useMutation, useQuery } from "@tanstack/react-query";
import type { PictureDto, PictureKind, PictureOwner } from "@linli/contracts";
import { pictureKindLabels, pictureKindsOf, versionedPictureKinds } from "@linli/contracts/enums";
import { Typography } from "antd";
import { ImageUpload } from "../../components/image-upload";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { PlanVersions } from "./plan-versions";
import { picturePath, pictureQueries, removePicture } from "./property.queries";

/** The pictures of the area, a building or a room, by kind (PRP-05); whoever may keeps them. */
export function Pictures({ ownerType, ownerId }: { ownerType: PictureOwner; ownerId: string }) {
  const projectId = useProjectId();
  const query = useQuery(pictureQueries.of(projectId, ownerType, ownerId));

  return (
    <QueryView query={query}>
      {({ items }) =>
        pictureKindsOf[ownerType].map((kind) => {
          const pictures = items.filter((picture) => picture.kind === kind);
          const of = { ownerType, ownerId, kind };
          return (
            <section key={kind} aria-label={pictureKindLabels[kind]} className="picture-group">
              <Typography.Title level={3} className="section-title">
                {pictureKindLabels[kind]}
              </Typography.Title>
              {versionedPictureKinds.includes(kind) ? (
                <PlanVersions of={of} versions={pictures} />
              ) : (
                <Photos of={of} pictures={pictures} />
              )}
            </section>
          );
        })
      }
    </QueryView>
  );
}

interface PhotosProps {
  of: { ownerType: PictureOwner; ownerId: string; kind: PictureKind };
  pictures: readonly PictureDto[];
}

function Photos({ of: { ownerType, ownerId, kind }, pictures }: PhotosProps) {
  const projectId = useProjectId();
  const { mutateAsync: remove } = useMutation(removePicture(projectId));
  const mayWrite = useCan("property:write");
  return (
    <ImageUpload
      images={pictures}
      uploadTo={`/projects/${projectId}/pictures?ownerType=${ownerType}&ownerId=${ownerId}&kind=${kind}`}
      srcOf={({ id }) => picturePath(projectId, id, "content")}
      thumbnailOf={({ id }) => picturePath(projectId, id, "thumbnail")}
      onRemove={({ id }) => remove(id)}
      max={60}
      readOnly={!mayWrite}
    />
  );
}
