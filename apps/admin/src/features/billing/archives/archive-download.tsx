import type { ArchiveExportDto } from "@linli/contracts";
import { DownloadButton } from "../../../components/download-button";
import { useProjectId } from "../../../lib/session";
import { archiveFilePath } from "./archives.queries";

/** Fetches the ZIP, while it is there and the person may. */
export function ArchiveDownload({ row, primary = false }: { row: ArchiveExportDto; primary?: boolean }) {
  const projectId = useProjectId();
  if (!row.canDownload) return null;
  return (
    <DownloadButton
      size={primary ? "middle" : "small"}
      type={primary ? "primary" : "link"}
      path={archiveFilePath(projectId, row.id)}
      fileName={`会计档案-${row.year}-${row.number}.zip`}
      aria-label={`下载 ${row.number}`}
    >
      下载
    </DownloadButton>
  );
}
