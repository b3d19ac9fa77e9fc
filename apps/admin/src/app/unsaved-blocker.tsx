import { App } from "antd";
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { hasUnsaved, useHasUnsaved } from "../lib/use-unsaved-guard";

/** Asks before a link, the back button or closing the tab throws away input. */
export function UnsavedBlocker() {
  const { modal } = App.useApp();
  const isUnsaved = useHasUnsaved();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    const dialog = modal.confirm({
      title: "离开这个页面？",
      content: "已填写的内容还没有保存，离开后将丢失。",
      okText: "离开",
      okButtonProps: { danger: true },
      cancelText: "继续填写",
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
    return () => dialog.destroy();
  }, [blocker, modal]);

  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);

  return null;
}
