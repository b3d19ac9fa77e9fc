import { Alert, App, Button, Drawer, Flex, Form, Modal, type FormInstance } from "antd";
import { cloneElement, useEffect, useState, type ReactElement, type ReactNode } from "react";
import { FormDto } from "./field";
import { useApiForm } from "./use-api-form";

interface FormDialogProps<Values extends object> {
  /** Unique name of the form; the ids of its fields begin with it. */
  name: string;
  title: string;
  /** The button that opens the dialog. Without it the dialog is controlled by `open` and `onOpenChange`. */
  trigger?: ReactElement<{ onClick?: () => void }>;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Sends the values (usually `await mutation.mutateAsync(…)`). Closes unless it answers false or throws. */
  onFinish: (values: Values) => Promise<unknown>;
  /** Read when the dialog opens. */
  initialValues?: Partial<Values>;
  /** DTO whose rules and labels the `<Field>`s take. */
  dto?: string;
  children: ReactNode | ((form: FormInstance<Values>) => ReactNode);
  kind?: "drawer" | "modal";
  width?: number;
  submitText?: string;
  danger?: boolean;
  /** Above the fields: what this will do. */
  note?: ReactNode;
}

/** A form in a drawer (or, for very short ones, a modal) that owns its open state. Ctrl+Enter submits. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { trigger, onOpenChange } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const isOpen = props.open ?? ownOpen;
  // Every opening is a fresh form: what was typed and refused the last time is gone.
  const [opening, setOpening] = useState({ isOpen: false, count: 0 });
  if (isOpen !== opening.isOpen) setOpening({ isOpen, count: opening.count + (isOpen ? 1 : 0) });

  function setOpen(next: boolean) {
    setOwnOpen(next);
    onOpenChange?.(next);
  }

  function handleTrigger() {
    trigger?.props.onClick?.();
    setOpen(true);
  }

  return (
    <>
      {trigger && cloneElement(trigger, { onClick: handleTrigger })}
      {opening.count > 0 && <OpenDialog {...props} key={opening.count} isOpen={isOpen} hide={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog<Values extends object>(props: FormDialogProps<Values> & { isOpen: boolean; hide: () => void }) {
  const {
    name,
    title,
    kind = "drawer",
    width = 480,
    submitText = "保存",
    danger = false,
    isOpen,
    hide,
    children,
  } = props;
  const { form, formProps, problem, isSubmitting, isDirty, forget } = useApiForm<Values>(props.onFinish, hide);
  const { modal } = App.useApp();

  useEffect(() => {
    const timer = setTimeout(() => focusFirstField(name), 150);
    return () => clearTimeout(timer);
  }, [name]);

  function leave() {
    forget();
    hide();
  }

  function close() {
    if (isSubmitting) return;
    if (!isDirty) {
      leave();
      return;
    }
    modal.confirm({
      title: "放弃未保存的内容？",
      content: "已填写的内容还没有保存，关闭后将丢失。",
      okText: "放弃",
      okButtonProps: { danger: true },
      cancelText: "继续填写",
      onOk: leave,
    });
  }

  const buttons = (
    <Flex gap={8} justify="end">
      <Button onClick={close}>取消</Button>
      <Button type="primary" danger={danger} loading={isSubmitting} onClick={() => form.submit()} title="Ctrl + Enter">
        {submitText}
      </Button>
    </Flex>
  );
  const content = (
    <FormDto value={props.dto}>
      {props.note && <Alert type="info" showIcon title={props.note} className="form-note" />}
      {problem && <Alert type="error" showIcon title={problem} className="form-note" role="alert" />}
      <Form<Values> {...formProps} name={name} initialValues={props.initialValues}>
        {typeof children === "function" ? children(form) : children}
        {/* Enter in a field submits, though the visible button stands outside the form. */}
        <button type="submit" hidden tabIndex={-1} />
      </Form>
    </FormDto>
  );
  const shared = { title, open: isOpen, destroyOnHidden: true, footer: buttons };
  return kind === "drawer" ? (
    <Drawer {...shared} onClose={close} size={width} styles={{ wrapper: { maxWidth: "100vw" } }}>
      {content}
    </Drawer>
  ) : (
    <Modal {...shared} onCancel={close} width={width} mask={{ closable: false }}>
      {content}
    </Modal>
  );
}

function focusFirstField(name: string) {
  const form = document.getElementById(name);
  if (!form || form.contains(document.activeElement)) return;
  const [first] = form.querySelectorAll<HTMLElement>("input:not([disabled]):not([readonly]), textarea:not([disabled])");
  // Of choices the one that is made: the keyboard would choose the first.
  const field = first?.matches("[type=radio]") ? (form.querySelector<HTMLElement>(":checked") ?? first) : first;
  // A select or a calendar would open at once.
  if (field && !field.closest(".ant-select, .ant-picker, .ant-upload")) field.focus();
}
