import { useQuery } from "@tanstack/react-query";
import { Image, Skeleton } from "antd";
import { useEffect, useMemo } from "react";
import { fetchBlob } from "../lib/api-client";

/** A picture the API serves to signed-in people only. `path` is below /api. A click enlarges it. */
export function ApiImage({ path, alt, size = 104 }: { path: string; alt: string; size?: number }) {
  const { data, isError } = useQuery({
    queryKey: ["picture", path],
    queryFn: () => fetchBlob(path),
    staleTime: Infinity,
  });
  const url = useMemo(() => (data ? URL.createObjectURL(data.blob) : undefined), [data]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);

  if (isError)
    return (
      <div className="picture-missing" style={{ width: size, height: size }}>
        图片无法显示
      </div>
    );
  if (!url) return <Skeleton.Node active style={{ width: size, height: size }} />;
  return <Image src={url} alt={alt} width={size} height={size} style={{ objectFit: "cover", borderRadius: 6 }} />;
}
