import { InboxOutlined } from "@ant-design/icons";
import { App, Upload } from "antd";
import { formatBytes } from "../lib/files";

/** A place to drop or choose one file; what happens with it is the page's business (usually `uploadFile`). */
export function FilePicker({
  accept,
  maxBytes,
  hint,
  disabled,
  onPick,
}: {
  /** e.g. ".xlsx,.csv" */
  accept: string;
  maxBytes: number;
  hint?: string;
  disabled?: boolean;
  onPick: (file: File) => void;
}) {
  const { message } = App.useApp();

  function check(file: File): false {
    const isKnown = accept.split(",").some((ending) => file.name.toLowerCase().endsWith(ending.trim().toLowerCase()));
    if (!isKnown) message.error(`只能选择 ${accept.replaceAll(",", "、")} 文件，您选择的是“${file.name}”`);
    else if (file.size > maxBytes) message.error(`文件“${file.name}”超过 ${formatBytes(maxBytes)}`);
    else if (file.size === 0) message.error(`文件“${file.name}”是空的`);
    else onPick(file);
    return false;
  }

  return (
    <Upload.Dragger accept={accept} showUploadList={false} beforeUpload={check} disabled={disabled} multiple={false}>
      <p className="ant-upload-drag-icon">
        <InboxOutlined />
      </p>
      <p>点击选择文件，或把文件拖到这里</p>
      <p className="ant-upload-hint">
        {hint ?? `支持 ${accept.replaceAll(",", "、")}，不超过 ${formatBytes(maxBytes)}`}
      </p>
    </Upload.Dragger>
  );
}
