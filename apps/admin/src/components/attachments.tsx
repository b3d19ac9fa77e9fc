import { useMutation, useQuery } from "@tanstack/react-query";
import type { AttachmentDto } from "@linli/contracts";
import { DeleteOutlined, FilePdfOutlined } from "@ant-design/icons";
import { Flex, Typography } from "antd";
import { attachmentPath, attachmentsQuery, removeAttachment } from "../lib/attachments";
import { formatMoment } from "../lib/dates";
import { formatBytes } from "../lib/files";
import { useProjectId } from "../lib/session";
import { ApiImage } from "./api-image";
import { AttachmentUpload } from "./attachment-upload";
import "./attachments.css";
import { ConfirmButton } from "./confirm-button";
import { DownloadButton } from "./download-button";
import { QueryView } from "./query-view";

/**
 * The pictures and PDF files of a thing whose kind its domain registered (`ownerType`): shown, enlarged, and for whoever
 * may (`canWrite`) added by button, by dragging or with the camera, and removed. Each change is stored by itself.
 */
export function Attachments(owner: AttachmentOwner) {
  const query = useQuery(attachmentsQuery(useProjectId(), owner.ownerType, owner.ownerId));
  return <QueryView query={query}>{({ items }) => <KnownAttachments items={items} {...owner} />}</QueryView>;
}

interface AttachmentOwner {
  ownerType: string;
  ownerId: string;
  /** What a file can be, with the Chinese names; one asks for nothing, several are chosen from. */
  kinds: Readonly<Record<string, string>>;
  canWrite: boolean;
  /** The kind of thing takes no PDF. */
  picturesOnly?: boolean;
}

/** The same where the files came with the thing itself, fetched anew with it. */
export function KnownAttachments({ items, canWrite, ...owner }: AttachmentOwner & { items: readonly AttachmentDto[] }) {
  return (
    <>
      <AttachmentList items={items} hasKinds={Object.keys(owner.kinds).length > 1} canWrite={canWrite} />
      {canWrite && <AttachmentUpload {...owner} />}
    </>
  );
}

/** Files that are known already, e.g. those that came with a defect. */
export function AttachmentList({
  items,
  hasKinds = false,
  canWrite = false,
}: {
  items: readonly AttachmentDto[];
  /** Names the kind of each file. */
  hasKinds?: boolean;
  canWrite?: boolean;
}) {
  const projectId = useProjectId();
  if (items.length === 0) return canWrite ? null : <p className="unsaved-hint">没有附件</p>;
  return (
    <ul className="attachments">
      {items.map((file) => (
        <li key={file.id}>
          <Preview file={file} />
          <div className="attachment-words">
            <Typography.Text ellipsis={{ tooltip: file.name }}>{file.name}</Typography.Text>
            <span className="unsaved-hint">
              {hasKinds && `${file.kindLabel} · `}
              {formatBytes(file.size)}
            </span>
            <span className="unsaved-hint">
              {file.createdByName} {formatMoment(file.createdAt)}
            </span>
            <Flex gap={4}>
              {file.width === null && (
                <DownloadButton
                  size="small"
                  path={attachmentPath(projectId, file.id, "content")}
                  fileName={file.name}
                  aria-label={`下载 ${file.name}`}
                >
                  下载
                </DownloadButton>
              )}
              {canWrite && <RemoveButton file={file} />}
            </Flex>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: AttachmentDto }) {
  const projectId = useProjectId();
  if (file.width === null) return <FilePdfOutlined className="attachment-icon" aria-hidden />;
  return (
    <ApiImage
      path={attachmentPath(projectId, file.id, "thumbnail")}
      fullPath={attachmentPath(projectId, file.id, "content")}
      alt={`${file.kindLabel} ${file.name}`}
      size={88}
    />
  );
}

function RemoveButton({ file }: { file: AttachmentDto }) {
  const { mutateAsync: remove } = useMutation(removeAttachment(useProjectId()));
  return (
    <ConfirmButton
      danger
      size="small"
      icon={<DeleteOutlined />}
      aria-label={`删除附件 ${file.name}`}
      title="删除这个附件？"
      content={file.name}
      okText="删除"
      onConfirm={() => remove(file.id)}
    />
  );
}
