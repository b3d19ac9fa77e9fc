import { Button, Result } from "antd";
import { isRouteErrorResponse, Link, useRouteError } from "react-router";
import { ErrorNote } from "../components/error-note";
import { ApiError } from "../lib/api-error";

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <Result
      status="404"
      title={<h1 className="result-title">没有这个页面</h1>}
      subTitle="地址可能有误，或者内容已经移走。"
      extra={
        <Link to="/">
          <Button type="primary">回到首页</Button>
        </Link>
      }
    />
  );
}

/** A page or project the user has no right to. */
export function ForbiddenPage() {
  return (
    <Result
      status="403"
      title={<h1 className="result-title">您没有权限打开这个页面</h1>}
      subTitle="需要使用时，请联系系统管理员开通。"
      extra={
        <Link to="/">
          <Button type="primary">回到首页</Button>
        </Link>
      }
    />
  );
}

/** A page that failed. A chunk that is gone after an update only needs a reload. */
export function CrashPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  if (error instanceof ApiError) return <ErrorNote error={error} retry={() => window.location.reload()} />;
  const isOutdated = error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <Result
      status="warning"
      title={<h1 className="result-title">{isOutdated ? "系统已更新" : "页面出错了"}</h1>}
      subTitle={isOutdated ? "请刷新页面，使用新的版本。" : "请刷新页面重试；仍不行请联系管理员，并说明刚才的操作。"}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          刷新页面
        </Button>
      }
    />
  );
}
