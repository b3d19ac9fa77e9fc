import { useMutation, useQuery } from "@tanstack/react-query";
import type { PictureOwner } from "@linli/contracts";
import { pictureKindLabels, pictureKindsOf } from "@linli/contracts/enums";
import { Typography } from "antd";
import { ImageUpload } from "../../components/image-upload";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { useCan } from "../../lib/use-can";
import { pictureQueries, removePicture } from "./property.queries";

/** The pictures of the area, a building or a room, by kind (PRP-05); whoever may keeps them. */
export function Pictures({ ownerType, ownerId }: { ownerType: PictureOwner; ownerId: string }) {
  const projectId = useProjectId();
  const query = useQuery(pictureQueries.of(projectId, ownerType, ownerId));
  const { mutateAsync: remove } = useMutation(removePicture(projectId));
  const mayWrite = useCan("property:write");
  const base = `/projects/${projectId}/pictures`;

  return (
    <QueryView query={query}>
      {({ items }) =>
        pictureKindsOf[ownerType].map((kind) => (
          <section key={kind} aria-label={pictureKindLabels[kind]} className="picture-group">
            <Typography.Title level={3} className="section-title">
              {pictureKindLabels[kind]}
            </Typography.Title>
            <ImageUpload
              images={items.filter((picture) => picture.kind === kind)}
              uploadTo={`${base}?ownerType=${ownerType}&ownerId=${ownerId}&kind=${kind}`}
              srcOf={({ id }) => `${base}/${id}/content`}
              onRemove={({ id }) => remove(id)}
              max={30}
              readOnly={!mayWrite}
            />
          </section>
        ))
      }
    </QueryView>
  );
}
