import { Button, Result, Typography } from "antd";
import { ApiError } from "../lib/api-error";

/** What happened, what the user can do, and the request number; in the place of what could not be shown. */
export function ErrorNote({ error, retry }: { error: Error; retry?: () => void }) {
  const isApiError = error instanceof ApiError;
  const status = isApiError && error.status === 403 ? "403" : isApiError && error.status === 404 ? "404" : "warning";
  return (
    <Result
      status={status}
      title={isApiError ? error.message : "页面出错了"}
      subTitle={
        isApiError && error.requestId ? (
          <>
            请求号 <Typography.Text copyable>{error.requestId}</Typography.Text>，联系管理员时请提供
          </>
        ) : (
          "请重试；仍不行请刷新页面或联系管理员"
        )
      }
      extra={retry && <Button onClick={retry}>重试</Button>}
    />
  );
}
