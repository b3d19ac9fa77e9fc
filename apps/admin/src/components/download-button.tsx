import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, type ButtonProps } from "antd";
import { fetchBlob, postForBlob, saveBlob } from "../lib/api-client";

/** Downloads a file of the API (templates, reports). `body` makes it a POST. */
export function DownloadButton({
  path,
  body,
  fileName = "下载",
  ...button
}: Omit<ButtonProps, "onClick"> & {
  path: string;
  body?: object;
  /** Used when the reply names none. */
  fileName?: string;
}) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => (body ? postForBlob(path, body) : fetchBlob(path)),
    onSuccess: (file) => saveBlob(file.blob, file.fileName ?? fileName),
    meta: { readOnly: true },
  });
  return <Button icon={<DownloadOutlined />} loading={isPending} {...button} onClick={() => mutate()} />;
}
