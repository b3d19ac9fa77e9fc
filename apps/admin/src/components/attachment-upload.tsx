import { CameraOutlined, CloseOutlined, InboxOutlined } from "@ant-design/icons";
import { Button, Flex, Progress, Segmented, Upload } from "antd";
import { useState } from "react";
import { attachmentTypes, MAX_ATTACHMENT_BYTES } from "../lib/attachments";
import { formatBytes } from "../lib/files";
import { useProjectId } from "../lib/session";
import { type RunningUpload, useUploads } from "../lib/use-uploads";

/** Adds files to a thing: several at once, by button, by dragging, or with the camera of a telephone. */
export function AttachmentUpload({
  ownerType,
  ownerId,
  kinds,
  picturesOnly = false,
}: {
  ownerType: string;
  ownerId: string;
  kinds: Readonly<Record<string, string>>;
  /** The kind of thing takes no PDF. */
  picturesOnly?: boolean;
}) {
  const projectId = useProjectId();
  const { uploads, upload, refuse, putAway } = useUploads();
  const [kind, setKind] = useState(Object.keys(kinds)[0] ?? "");
  const path = `/projects/${projectId}/attachments?ownerType=${ownerType}&ownerId=${ownerId}&kind=${kind}`;

  const types = picturesOnly ? attachmentTypes.filter((type) => type.startsWith("image/")) : attachmentTypes;
  const what = picturesOnly ? "图片" : "图片或 PDF";

  function pick(file: File): false {
    if (!types.includes(file.type)) refuse(file, `只能上传 JPG、PNG、WebP ${what}`);
    else if (file.size > MAX_ATTACHMENT_BYTES) refuse(file, `文件不能超过 ${formatBytes(MAX_ATTACHMENT_BYTES)}`);
    else void upload(path, file);
    return false;
  }

  return (
    <div className="attachment-upload">
      {Object.keys(kinds).length > 1 && (
        <Segmented
          aria-label="附件类型"
          value={kind}
          onChange={setKind}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      )}
      <Flex gap={8} wrap align="stretch">
        <Upload.Dragger
          className="attachment-drop"
          accept={types.join(",")}
          multiple
          showUploadList={false}
          beforeUpload={pick}
        >
          <InboxOutlined aria-hidden /> 上传{what}，也可以拖到这里
        </Upload.Dragger>
        <Upload accept="image/jpeg" capture="environment" showUploadList={false} beforeUpload={pick}>
          <Button className="attachment-camera" icon={<CameraOutlined />}>
            拍照
          </Button>
        </Upload>
      </Flex>
      <div role="status">
        {uploads.map((one) => (
          <Running key={one.key} upload={one} onPutAway={() => putAway(one.key)} />
        ))}
      </div>
    </div>
  );
}

function Running({ upload, onPutAway }: { upload: RunningUpload; onPutAway: () => void }) {
  return (
    <div className="attachment-running">
      <Flex justify="space-between" align="center" gap={8}>
        <span>{upload.name}</span>
        {upload.error && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={`不再显示 ${upload.name}`}
            onClick={onPutAway}
          />
        )}
      </Flex>
      {upload.error ? (
        <span className="attachment-refused">{upload.error}</span>
      ) : (
        <Progress percent={upload.percent} size="small" aria-label={`正在上传 ${upload.name}`} />
      )}
    </div>
  );
}
