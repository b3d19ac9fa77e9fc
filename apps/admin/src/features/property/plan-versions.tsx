import { useMutation } from "@tanstack/react-query";
import type { PictureDto, PictureKind, PictureOwner } from "@linli/contracts";
import { pictureKindLabels } from "@linli/contracts/enums";
import { App, Button, Collapse, Flex } from "antd";
import { ApiImage } from "../../components/api-image";
import { Can } from "../../components/can";
import { ConfirmButton } from "../../components/confirm-button";
import { formatMoment } from "../../lib/dates";
import { useProjectId } from "../../lib/session";
import { PlanUpload } from "./plan-upload";
import { picturePath, removePicture, sharePicture } from "./property.queries";

/** A plan in its versions, the current one first: nothing is overwritten (PRP-05). */
export function PlanVersions({
  of,
  versions,
}: {
  of: { ownerType: PictureOwner; ownerId: string; kind: PictureKind };
  versions: readonly PictureDto[];
}) {
  const [current, ...earlier] = versions;
  const name = pictureKindLabels[of.kind];
  return (
    <>
      {current ? <Version plan={current} size={168} /> : <p className="unsaved-hint">还没有{name}</p>}
      <Can do="property:write">
        <Flex gap={8} wrap className="plan-actions">
          <PlanUpload
            of={of}
            trigger={<Button>{current ? `上传${name}新版本` : `上传${name}`}</Button>}
            nextVersion={current !== undefined}
          />
          {current && of.kind === "UNIT_TYPE" && <ShareButton plan={current} />}
        </Flex>
      </Can>
      {earlier.length > 0 && (
        <Collapse
          ghost
          items={[
            {
              key: "earlier",
              label: `较早的版本（${earlier.length}）`,
              children: earlier.map((plan) => <Version key={plan.id} plan={plan} size={104} />),
            },
          ]}
        />
      )}
    </>
  );
}

function Version({ plan, size }: { plan: PictureDto; size: number }) {
  const projectId = useProjectId();
  const { mutateAsync: remove } = useMutation(removePicture(projectId));
  const what = `${pictureKindLabels[plan.kind]}第 ${plan.version} 版`;
  return (
    <article className="plan-version" aria-label={what}>
      <ApiImage
        path={picturePath(projectId, plan.id, "thumbnail")}
        fullPath={picturePath(projectId, plan.id, "content")}
        alt={`${what} ${plan.name}`}
        size={size}
      />
      <div className="plan-words">
        <strong>
          第 {plan.version} 版{plan.current && <span className="tone tone-good">当前</span>}
        </strong>
        <span>{plan.name}</span>
        {plan.remark && <span>{plan.remark}</span>}
        <span className="unsaved-hint">
          {plan.createdByName} {formatMoment(plan.createdAt)} 上传 · {plan.width} × {plan.height} 像素
        </span>
        <Can do="property:write">
          <ConfirmButton
            danger
            size="small"
            aria-label={`删除${what}`}
            title={`删除${what}？`}
            content={plan.current ? "删除后，上一个版本成为当前版本。" : plan.name}
            okText="删除"
            onConfirm={() => remove(plan.id)}
          >
            删除
          </ConfirmButton>
        </Can>
      </div>
    </article>
  );
}

function ShareButton({ plan }: { plan: PictureDto }) {
  const { message } = App.useApp();
  const { mutateAsync: share } = useMutation(sharePicture(useProjectId()));

  async function apply() {
    const { layout, rooms } = await share(plan.id);
    message.success(rooms === 0 ? `${layout}的房间都已采用这张户型图` : `${layout}的 ${rooms} 个房间已采用这张户型图`);
  }

  return (
    <ConfirmButton
      title="用于同户型的所有房间？"
      content="本管理区户型相同的房间都采用这张户型图，作为各自的新版本；它们原来的户型图保留为较早的版本。"
      okText="采用"
      onConfirm={apply}
    >
      用于同户型的所有房间
    </ConfirmButton>
  );
}
