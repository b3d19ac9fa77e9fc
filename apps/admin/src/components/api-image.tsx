import { useQuery } from "@tanstack/react-query";
import { Image, Skeleton } from "antd";
import { useEffect, useMemo, useState } from "react";
import { fetchBlob } from "../lib/api-client";
import { usePicturePreview } from "./picture-preview";

/**
 * A picture the API serves to signed-in people only. Paths are below /api. A click enlarges it: `fullPath` when what is
 * shown is a thumbnail.
 */
export function ApiImage({
  path,
  fullPath = path,
  alt,
  size = 104,
}: {
  path: string;
  fullPath?: string;
  alt: string;
  size?: number;
}) {
  const [open, setOpen] = useState(false);
  const tools = usePicturePreview(open);
  const small = useApiPicture(path);
  const full = useApiPicture(fullPath, open);

  if (small.isError)
    return (
      <div className="picture-missing" style={{ width: size, height: size }}>
        图片无法显示
      </div>
    );
  if (!small.url) return <Skeleton.Node active style={{ width: size, height: size }} />;
  return (
    <Image
      src={small.url}
      alt={alt}
      width={size}
      height={size}
      preview={{ ...tools, open, onOpenChange: setOpen, src: full.url ?? small.url }}
      style={{ objectFit: "cover", borderRadius: 6 }}
    />
  );
}

/** The address of a picture of the API in this page; undefined until it is there. */
export function useApiPicture(path: string, enabled = true): { url: string | undefined; isError: boolean } {
  const { data, isError } = useQuery({
    queryKey: ["picture", path],
    queryFn: () => fetchBlob(path),
    staleTime: Infinity,
    enabled,
  });
  const url = useMemo(() => (data ? URL.createObjectURL(data.blob) : undefined), [data]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return { url, isError };
}
