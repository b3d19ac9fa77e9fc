import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Flex, Upload } from "antd";
import { uploadFile } from "../lib/api-client";
import { formatBytes, type StoredFile } from "../lib/files";
import { ApiImage } from "./api-image";

/** Pictures of a thing: shows them, uploads one at once when chosen, removes. Each change is stored by itself. */
export function ImageUpload({
  images,
  uploadTo,
  srcOf,
  thumbnailOf = srcOf,
  onUploaded,
  onRemove,
  max = 9,
  maxBytes = 10 * 1024 * 1024,
  readOnly = false,
}: {
  images: readonly StoredFile[];
  /** API path that takes the multipart POST (field `file`). */
  uploadTo: string;
  /** API path of a picture. */
  srcOf: (image: StoredFile) => string;
  /** API path of its thumbnail, where there is one. */
  thumbnailOf?: (image: StoredFile) => string;
  onUploaded?: (image: StoredFile) => void;
  onRemove?: (image: StoredFile) => Promise<unknown>;
  max?: number;
  maxBytes?: number;
  readOnly?: boolean;
}) {
  const { message, modal } = App.useApp();
  const upload = useMutation({
    mutationFn: (file: File) => uploadFile<StoredFile>(uploadTo, file),
    onSuccess: onUploaded,
    meta: { done: "图片已上传" },
  });

  function pick(file: File): false {
    if (!/^image\/(jpeg|png|webp)$/.test(file.type)) message.error("只能上传 JPG、PNG 或 WebP 图片");
    else if (file.size > maxBytes) message.error(`图片不能超过 ${formatBytes(maxBytes)}`);
    else upload.mutate(file);
    return false;
  }

  function askToRemove(image: StoredFile) {
    modal.confirm({
      title: "删除这张图片？",
      content: image.name,
      okText: "删除",
      okButtonProps: { danger: true },
      cancelText: "取消",
      onOk: () => onRemove?.(image).catch(() => undefined),
    });
  }

  return (
    <Flex gap={8} wrap>
      {images.map((image) => (
        <figure key={image.id} className="picture">
          <ApiImage path={thumbnailOf(image)} fullPath={srcOf(image)} alt={image.name} />
          {onRemove && !readOnly && (
            <Button
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`删除图片 ${image.name}`}
              onClick={() => askToRemove(image)}
            />
          )}
        </figure>
      ))}
      {!readOnly && images.length < max && (
        <Upload accept="image/jpeg,image/png,image/webp" showUploadList={false} beforeUpload={pick}>
          <Button className="picture-add" icon={<PlusOutlined />} loading={upload.isPending}>
            上传图片
          </Button>
        </Upload>
      )}
      {readOnly && images.length === 0 && <span className="unsaved-hint">还没有图片</span>}
    </Flex>
  );
}
